import { expect, test } from '@jest/globals';
import type {
  ApprovalSummary,
  DeadlineView,
  FindingGroupSummary,
  OpenDrift,
  OwedDuty,
  ReleaseSummary,
} from '../../api/contract.js';
import { isTold, releaseOf, tasksOf, type Waiting } from './tasks.js';

const organ = (id: string) => ({ id, name: id, shortName: id });

const group = (id: string, change: Partial<FindingGroupSummary> = {}): FindingGroupSummary => ({
  id,
  title: id,
  matter: null,
  state: 'open',
  severity: 'warn',
  kinds: [{ kind: 'inconsistent', count: 1 }],
  organs: [organ('water'), organ('health')],
  releases: 2,
  attributes: ['date'],
  explanation: '',
  explanationEn: '',
  findingIds: [`${id}-finding`],
  raisedAt: '2026-11-26T08:00:00+08:00',
  updatedAt: '2026-11-26T08:00:00+08:00',
  ...change,
});

const duty: OwedDuty = {
  id: 'duty',
  findingId: 'finding',
  releaseId: 'release',
  releaseTitle: '关于停水的通告',
  organ: organ('water'),
  kind: 'correct',
  demand: '请更正恢复供水的时间。',
  demandEn: '',
  imposedAt: '2026-11-26T08:00:00+08:00',
  endedAt: null,
  outcome: null,
  outcomeEn: '',
};

const held = { id: 'held', state: 'heldByGate', draftedBy: { id: 'other', name: '' } } as ReleaseSummary;

const drift: OpenDrift = {
  ...{ id: 'drift', releaseId: 'release', releaseTitle: '关于停水的通告', url: null, organ: organ('water') },
  ...{ accountName: '滨海发布', kind: 'gone', differences: [], raisedAt: '2026-11-26T08:00:00+08:00' },
};

const nothing: Waiting = {
  ...{ approvals: [], releases: [], groups: [], duties: [], followed: [] },
  ...{ drifts: [], deadlines: [] },
};

test('every open conflict is a task, blocking ones first, then the longest waiting', () => {
  const groups = [
    group('new'),
    group('old', { raisedAt: '2026-11-25T08:00:00+08:00' }),
    group('blocking', { severity: 'block' }),
    group('talks', { state: 'coordinating', severity: 'info' }),
    group('silent', { kinds: [{ kind: 'gap', count: 1 }], severity: 'info' }),
  ];
  expect(
    tasksOf({ ...nothing, groups }).map((task) => [task.name, 'group' in task && task.group.id]),
  ).toEqual([
    ['rule', 'blocking'],
    ['rule', 'old'],
    ['rule', 'new'],
    ['conclude', 'talks'],
    ['urge', 'silent'],
  ]);
});

test('a correction that is owed is at once, one that others owe is followed last', () => {
  const waiting = {
    ...nothing,
    ...{ duties: [duty], followed: [{ ...duty, id: 'theirs' }], releases: [release('soon', 'approved')] },
  };
  expect(tasksOf(waiting).map(({ name }) => name)).toEqual(['correct', 'publish', 'follow']);
});

test('what the public no longer finds as it was approved is a task at once', () => {
  const waiting = { ...nothing, drifts: [drift], releases: [release('soon', 'approved')] };
  expect(tasksOf(waiting).map(({ name }) => name)).toEqual(['drifted', 'publish']);
});

test('a release that is stopped at its hour comes before the other conflicts', () => {
  const waiting = {
    ...nothing,
    releases: [held],
    groups: [group('a', { severity: 'block' })],
    followed: [duty],
  };
  expect(tasksOf(waiting).map(({ name }) => name)).toEqual(['held', 'rule', 'follow']);
});

const clock = (dueAt: string): NonNullable<ReleaseSummary['clock']> => ({
  ...{ dueAt, leftMs: 1, paused: false, duty: '常规政务信息发布', article: '第十九条' },
});
const release = (id: string, state: ReleaseSummary['state'], change: Partial<ReleaseSummary> = {}) =>
  ({ id, state, clock: null, updatedAt: '2026-11-26T08:00:00+08:00', ...change }) as ReleaseSummary;
const deadline = (id: string, organId: string, change: Partial<DeadlineView> = {}): DeadlineView => ({
  ...{
    id,
    rule: 'interviewReply',
    duty: '答复采访',
    article: '第十条',
    title: id,
    link: `/interviews/${id}`,
  },
  ...{ subject: { kind: 'interview', id }, organId, dueAt: '2026-11-27T12:00:00+08:00', leftMs: 1 },
  ...{ hard: true, provisional: false, paused: false },
  ...change,
});

test('what a clock drives stands by its end, the organ’s duties among the releases; what none drives stands before the limits of later weeks', () => {
  const approvals = [
    release('free', 'submitted'),
    release('late', 'submitted', { clock: clock('2026-11-28T12:00:00+08:00') }),
  ].map((asked) => ({ release: asked, clock: asked.clock }) as ApprovalSummary);
  const releases = [
    release('soon', 'approved', { clock: clock('2026-11-27T09:00:00+08:00') }),
    release('still', 'returned', { clock: { ...clock('2026-11-26T09:00:00+08:00'), paused: true } }),
    release('stopped', 'heldByGate'),
  ];
  const deadlines = [
    deadline('reply', 'water'),
    deadline('far', 'water', { dueAt: '2026-12-31T12:00:00+08:00', leftMs: 35 * 86_400_000 }),
  ];
  const tasks = tasksOf({ ...nothing, approvals, releases, deadlines });
  expect(tasks.map((task) => releaseOf(task)?.id ?? ('deadline' in task && task.deadline.id))).toEqual([
    'stopped',
    'soon',
    'reply',
    'late',
    'free',
    'still',
    'far',
  ]);
  const others = [
    deadline('others', 'health'),
    deadline('own release', 'water', { subject: { kind: 'release', id: 'soon' } }),
  ];
  expect(others.map((each) => isTold(tasks, each))).toEqual([false, true]);
});

test('what waits for the reader’s word stands in the order in which the server gives it', () => {
  const approvals = ['first', 'second'].map((id) => ({ release: { id } }) as ApprovalSummary);
  expect(tasksOf({ ...nothing, approvals }).map((task) => releaseOf(task)?.id)).toEqual(['first', 'second']);
});
