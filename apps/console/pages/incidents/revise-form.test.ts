import { expect, test } from '@jest/globals';
import { reviseIncidentSchema } from '../../../../libs/incident/incident.api.js';
import { incidentBodyOf } from './revise-form.js';

const values = {
  ...{ title: '仓库火灾', kind: 'accident', accident: 'fire', place: '东港区', parties: ['某仓储公司'] },
  ...{ occurredAt: '2026-11-23T05:40', learnedAt: '2026-11-23T05:55', countyOrganIds: ['donggang'] },
  ...{ handlingOrganId: 'emergency', reason: '核实后更正发生时间' },
};

test('a revision is sent as the server takes it: the city’s hours as instants, with the revision that was read', () => {
  expect(reviseIncidentSchema.parse(incidentBodyOf(values, 3))).toMatchObject({
    expectedRevision: 3,
    incident: { occurredAt: '2026-11-23T05:40:00+08:00', learnedAt: '2026-11-23T05:55:00+08:00' },
    reason: '核实后更正发生时间',
  });
});

test('a kind of accident is sent of an accident alone: one that turned out to be a disaster keeps no fire’s clock', () => {
  const sent = (kind: string) => reviseIncidentSchema.parse(incidentBodyOf({ ...values, kind }, 3)).incident;
  expect(sent('accident').accident).toBe('fire');
  expect(sent('natural').accident).toBe('general');
});
