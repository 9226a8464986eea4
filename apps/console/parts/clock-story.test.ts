import { expect, test } from '@jest/globals';
import { actorTold, changeTold, limitTold } from './clock-story.js';

const at = '2026-11-23T01:00:00.000Z';
const change = (event: string, detail: Readonly<Record<string, unknown>>) => ({
  ...{ at, actor: 'system:deadline', event, detail },
});

test('a reminder says how far the clock was and whom it told', () => {
  const reminded = change('reminded', { percent: 80, roles: ['drafter', 'approver'] });
  expect(changeTold(reminded, 'zh')).toBe('80% · 起草员、审批领导');
  expect(actorTold(reminded.actor, 'zh')).toBe('系统');
  expect(actorTold('统筹员·王科长', 'zh')).toBe('统筹员·王科长');
});

test('a pause keeps its reason, a resumption the new end too', () => {
  expect(changeTold(change('paused', { reason: '补充材料' }), 'zh')).toBe('补充材料');
  expect(changeTold(change('resumed', { reason: '已补齐', dueAt: at }), 'zh')).toMatch(
    /^截止 .*11月23日 09:00 · 已补齐$/u,
  );
});

test('an exemption names its basis, and no end that nobody has to keep', () => {
  expect(changeTold(change('exempt', { basis: 'inferred', dueAt: at }), 'zh')).toBe(
    '条文未写明，由第二十三条推定突发事件不适用（我们的理解）',
  );
});

test('a limit is told with its unit and its direction', () => {
  expect(limitTold({ limit: 10, unit: 'workday', direction: 'after' }, 'zh')).toBe('10 个工作日以内');
  expect(limitTold({ limit: 7, unit: 'workday', direction: 'before' }, 'zh')).toBe('提前 7 个工作日');
  expect(limitTold({ limit: 1, unit: 'quarter', direction: 'after' }, 'zh')).toBe('期末以前');
  expect(limitTold({ limit: null, unit: 'hour', direction: 'after' }, 'zh')).toBe('截止时间由发起人指定');
});

test('an English limit of one is told in the singular', () => {
  const told = (limit: number, unit: 'workday' | 'hour') =>
    limitTold({ limit, unit, direction: 'after' }, 'en');
  expect([told(1, 'workday'), told(2, 'workday'), told(1, 'hour')]).toEqual([
    ...['within 1 working day', 'within 2 working days', 'within 1 hour'],
  ]);
});
