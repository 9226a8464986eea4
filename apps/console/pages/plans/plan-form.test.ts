import { expect, test } from '@jest/globals';
import { planInputSchema } from '../../../../libs/matter/plan/plan.api.js';
import { periodPlanInputSchema } from '../../../../libs/matter/period/period.api.js';
import { isMissing, type Field } from '../../parts/form-values.js';
import { periodBodyOf } from './period-form.js';
import { planBodyOf } from './plan-form.js';

const plan = {
  ...{ item: '管网更新', meetingOrganId: 'city', meeting: '第十二次常务会议', metOn: '2026-11-20' },
  ...{
    leadOrganId: 'water',
    outline: '先发通告，再开吹风会。',
    kind: 'routine',
    level: 'city',
    form: 'briefing',
  },
  dueAt: '2026-12-02T18:00',
  parts: [
    { id: 'p1', kind: 'release', organId: 'water', title: '更新改造通告', plannedAt: '2026-11-28T09:00' },
    { kind: 'conference', organId: 'water', title: '更新改造吹风会', plannedAt: '' },
  ],
};

test('a plan is sent as the server takes it: the city’s hours as instants, and a known part by its id', () => {
  const sent = planInputSchema.parse(planBodyOf(plan, 'm1'));
  expect(sent).toMatchObject({ matterId: 'm1', dueAt: '2026-12-02T18:00:00+08:00' });
  expect(sent.parts).toEqual([
    { ...plan.parts[0], plannedAt: '2026-11-28T09:00:00+08:00' },
    { kind: 'conference', organId: 'water', title: '更新改造吹风会', plannedAt: null },
  ]);
});

test('a period plan keeps the ids of its topics, so that their releases stay linked', () => {
  const item = {
    organId: 'water',
    topic: '冬季供水',
    month: '2026-12',
    form: 'pressRelease',
    keyContent: '',
  };
  const values = {
    ...{ title: '年度计划', fromMonth: '2026-01', toMonth: '2026-12', keyContent: '民生' },
    items: [{ ...item, id: 'i1' }, item],
  };
  expect(periodPlanInputSchema.parse(periodBodyOf(values)).items).toEqual([{ ...item, id: 'i1' }, item]);
});

test('a row with an empty question keeps the form from being sent, an optional one does not', () => {
  const rowOf: readonly Field[] = [
    { name: 'title', label: '题目' },
    { name: 'note', label: '要点', optional: true },
  ];
  const field: Field = { name: 'parts', label: '发布', kind: 'rows', rowOf };
  expect(isMissing(field, [{ title: ' ', note: '' }])).toBe(true);
  expect(isMissing(field, [{ title: '通告', note: '' }])).toBe(false);
  expect(isMissing(field, [])).toBe(false);
});
