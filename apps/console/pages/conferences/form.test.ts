import { expect, test } from '@jest/globals';
import { conferenceInputSchema } from '../../../../libs/conference/conference.api.js';
import { bodyOf, formOf } from './form.js';

const incident = { id: 'fire', title: '东港区仓库火灾', place: '东港区临港路' };
const filled = {
  ...{ content: '通报救援进展和善后安排。', startsAt: '2026-11-24T05:00' },
  speakers: [{ name: '发言人甲', post: '局长', organId: 'emergency', capacity: 'principalLeader' } as const],
};

test('what is planned from the page of an incident is sent as an emergency conference on it (Art.23)', () => {
  const form = { ...formOf(null, 'emergency', incident), ...filled };
  expect(conferenceInputSchema.parse(bodyOf(form))).toMatchObject({
    ...{ emergency: true, incidentId: 'fire', organId: 'emergency' },
    ...{ theme: '东港区仓库火灾', place: '东港区临港路', startsAt: '2026-11-24T05:00:00+08:00' },
  });
});

test('an incident that was chosen is not sent once the mark of an emergency is taken off again', () => {
  const form = { ...formOf(null, 'emergency', incident), ...filled, emergency: false };
  expect(bodyOf(form)).toMatchObject({ emergency: false, incidentId: null });
});
