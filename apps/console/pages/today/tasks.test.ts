import { expect, test } from '@jest/globals';
import type {
  ApprovalSummary,
  FindingGroupSummary,
  OwedDuty,
  ReleaseSummary,
  SessionView,
} from '../../api/contract.js';
import { tasksOf, type Waiting } from './tasks.js';

const session = (...roles: SessionView['roles']): SessionView => ({
  person: { id: 'me', username: 'me', name: '我', email: 'me@city.example' },
  roles,
  seesAll: true,
  csrf: '',
  mustChangePassword: false,
  expiresAt: '2026-11-26T20:00:00+08:00',
});
const coordinator = session({ role: 'coordinator', organId: 'office', organName: '市政府办公室' });
const drafter = session({ role: 'drafter', organId: 'water', organName: '市水务局' });

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
  imposedAt: '2026-11-26T08:00:00+08:00',
  endedAt: null,
  outcome: null,
};

const held = { id: 'held', state: 'heldByGate', draftedBy: { id: 'other', name: '' } } as ReleaseSummary;

const nothing: Waiting = { approvals: [], releases: [], groups: [], duties: [] };

test('every open conflict is a task of the coordinator, blocking ones first, then the longest waiting', () => {
  const groups = [
    group('new'),
    group('old', { raisedAt: '2026-11-25T08:00:00+08:00' }),
    group('blocking', { severity: 'block' }),
    group('talks', { state: 'coordinating', severity: 'info' }),
    group('silent', { kinds: [{ kind: 'gap', count: 1 }], severity: 'info' }),
  ];
  expect(
    tasksOf({ ...nothing, groups }, coordinator).map((task) => [task.name, 'group' in task && task.group.id]),
  ).toEqual([
    ['rule', 'blocking'],
    ['rule', 'old'],
    ['rule', 'new'],
    ['conclude', 'talks'],
    ['urge', 'silent'],
  ]);
});

test('a conflict is nobody else’s task, because nobody else may rule', () => {
  expect(tasksOf({ ...nothing, groups: [group('a')] }, drafter)).toEqual([]);
});

test('a correction that is owed is the task of the organ that owes it, and the coordinator follows it', () => {
  const waiting = { ...nothing, duties: [duty] };
  expect(tasksOf(waiting, drafter)).toEqual([{ name: 'correct', duty }]);
  expect(tasksOf(waiting, coordinator)).toEqual([{ name: 'follow', duty }]);
  const auditor = session({ role: 'auditor', organId: null, organName: null });
  expect(tasksOf(waiting, auditor)).toEqual([]);
});

test('a release that is stopped at its hour comes before the other conflicts', () => {
  const waiting = {
    ...nothing,
    releases: [held],
    groups: [group('a', { severity: 'block' })],
    duties: [duty],
  };
  expect(tasksOf(waiting, coordinator).map(({ name }) => name)).toEqual(['held', 'rule', 'follow']);
});

test('what waits for the reader’s word is what the server says, whatever the roles, and comes in its order', () => {
  const submitted = {
    id: 'other',
    state: 'submitted',
    draftedBy: { id: 'other', name: '' },
  } as ReleaseSummary;
  const approvals = ['first', 'second'].map((id) => ({ release: { id } }) as ApprovalSummary);
  const approver = session({ role: 'approver', organId: 'water', organName: '市水务局' });
  const tasks = tasksOf({ ...nothing, approvals, releases: [submitted] }, approver);
  expect(tasks.map((task) => 'approval' in task && task.approval.release.id)).toEqual(['first', 'second']);
  expect(tasksOf({ ...nothing, releases: [submitted] }, approver)).toEqual([]);
});
