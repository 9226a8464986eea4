import { expect, test } from '@jest/globals';
import {
  closeIncidentSchema,
  incidentInputSchema,
  necessitySchema,
  setUpHeadquartersSchema,
} from '../../../../libs/incident/incident.api.js';
import { deeds } from './deeds.js';

const at = '2026-11-23T05:40:00+08:00';
const reported = {
  ...{ title: '仓库火灾', kind: 'accident', accident: 'fire', place: '东港区' },
  ...{ occurredAt: at, learnedAt: at, countyOrganIds: ['donggang'], handlingOrganId: 'emergency' },
};

test('what was found necessary can be taken back, to the same address with a reason (Art.22)', () => {
  expect(deeds.necessityOver.path('1')).toBe(deeds.necessity.path('1'));
  const sent = deeds.necessityOver.body({ reason: '县政府已有能力应对' });
  expect(necessitySchema.parse(sent)).toEqual({ needed: false, reason: '县政府已有能力应对' });
});

test('a first report carries units and figures with their source, people moved away among them', () => {
  const figures = { deaths: '2', evacuated: '300', source: '市应急指挥中心', asOf: at };
  const sent = incidentInputSchema.parse(
    deeds.report.body({ ...reported, ...figures, parties: ['某仓储公司'] }),
  );
  expect(sent.parties).toEqual(['某仓储公司']);
  expect(sent.figures).toMatchObject({ source: '市应急指挥中心', figures: { deaths: 2, evacuated: 300 } });
});

test('a first report without a figure asks for no source, and sends none', () => {
  const shown = deeds.report.fields.filter(({ when }) => when === undefined || when(reported));
  expect(shown.map(({ name }) => name)).not.toContain('source');
  expect(incidentInputSchema.parse(deeds.report.body(reported)).figures).toBeNull();
});

test('a headquarters is set up at its own hour', () => {
  const sent = deeds.setUp.body({ name: '某某现场指挥部', basis: '市政府决定', setUpAt: at });
  expect(setUpHeadquartersSchema.parse(sent).setUpAt).toBe(at);
});

test('closing while figures are watched is said knowingly, not by the console on its own', () => {
  const reason = '处置完毕';
  expect(closeIncidentSchema.parse(deeds.close.body({ reason })).withinWatchWindow).toBe(false);
  const knowingly = deeds.close.body({ reason, withinWatchWindow: 'yes' });
  expect(closeIncidentSchema.parse(knowingly).withinWatchWindow).toBe(true);
});
