import { expect, test } from '@jest/globals';
import type { AgendaEntry } from '../../api/contract.js';
import { clashesOf } from './clashes.js';
import { faceOf } from './entry-face.js';
import { isMovable, keyOf, passes } from './entry.js';

type Release = Extract<AgendaEntry, { kind: 'release' }>;
const organ = (id: string) => ({ id, name: id, shortName: id });

const release = (id: string, time: string, change: Partial<Release> = {}): Release => ({
  kind: 'release',
  at: `2026-12-${time}:00.000+08:00`,
  phase: 'toGoOut',
  release: {
    ...{ id, number: id, organ: organ('water'), jointOrgans: [organ('health')], kind: 'routine' },
    ...{ state: 'scheduled', version: 1, releasedVersion: null, revision: 1, title: id },
    ...{ draftedBy: { id: 'p', name: 'p' }, scheduledAt: null, releasedAt: null, holdReason: null },
    ...{ proposal: null, clock: null },
    ...{ openFindings: { block: 0, warn: 0, info: 0 }, deliveries: {} },
    ...{ createdAt: '2026-12-01T08:00:00.000+08:00', updatedAt: '2026-12-01T08:00:00.000+08:00' },
  },
  ...{ matterId: null, findingIds: [], embargoed: 0 },
  ...change,
});
const conference = (
  time: string,
  state: 'approved' | 'held' = 'approved',
): Extract<AgendaEntry, { kind: 'conference' }> => ({
  kind: 'conference',
  at: `2026-12-${time}:00.000+08:00`,
  conference: {
    ...{ id: `c${time}`, kind: 'own', kindTitle: '自主召开', state, theme: '进展', name: '', host: '' },
    ...{ organ: organ('transport'), startsAt: `2026-12-${time}:00.000+08:00`, place: '' },
    ...{ emergency: false, major: false, number: null, clock: null },
  },
  matterId: null,
});
const limit = (id: string, time: string, matterId: string): AgendaEntry => ({
  kind: 'deadline',
  at: `2026-12-${time}:00.000+08:00`,
  deadline: {
    ...{ id: `limit ${id}`, rule: 'planExecution', duty: '', article: '第十八条', title: '', link: '' },
    ...{ subject: { kind: 'plan', id }, organId: 'water', dueAt: `2026-12-${time}:00.000+08:00` },
    ...{ leftMs: 1, hard: true, provisional: false, paused: false },
  },
  matterId,
});
const said = (entry: AgendaEntry, others: readonly AgendaEntry[]) =>
  clashesOf(entry, others).map(({ kind, with: other }) => `${kind} ${keyOf(other)}`);

test('two things within less than an hour clash, an hour apart they do not', () => {
  const own = release('a', '10T08:00');
  expect(said(own, [own, conference('10T08:59'), conference('10T09:00'), release('b', '10T07:30')])).toEqual([
    'hour conference c10T08:59',
    'hour release b toGoOut',
  ]);
});

test('what is over takes up no hour, and what is over clashes with nothing', () => {
  const out = release('b', '10T08:10', { phase: 'out' });
  expect(said(release('a', '10T08:00'), [out, conference('10T08:00', 'held')])).toEqual([]);
  expect(said(out, [release('a', '10T08:00')])).toEqual([]);
});

test('releases on one matter, or in one open conflict, clash on whatever day, also with what is out', () => {
  const own = release('a', '10T08:00', { matterId: 'm', findingIds: ['f'] });
  const others = [
    release('b', '28T08:00', { matterId: 'm' }),
    release('c', '02T08:00', { phase: 'out', findingIds: ['f'], matterId: 'm' }),
    release('d', '11T08:00', { matterId: 'other' }),
  ];
  expect(said(own, others)).toEqual(['matter release b toGoOut', 'conflict release c out']);
});

test('a conference and a limit on the matter of a release clash with it on its day, and on no other', () => {
  const own = release('a', '10T08:00', { matterId: 'm' });
  const others = [
    { ...conference('10T17:00'), matterId: 'm' },
    { ...conference('11T08:00'), matterId: 'm' },
    limit('plan', '10T20:00', 'm'),
    limit('later', '12T20:00', 'm'),
    limit('other', '10T20:00', 'n'),
    limit('a', '10T20:00', 'm'),
  ];
  expect(said(own, others)).toEqual(['matter conference c10T17:00', 'matter deadline limit plan']);
  expect(said({ ...conference('10T17:00'), matterId: 'm' }, [own])).toEqual(['matter release a toGoOut']);
});

test('a release that is out does not clash with its own correction', () => {
  const own = release('a', '10T08:00', { findingIds: ['f'] });
  expect(said(own, [release('a', '02T08:00', { phase: 'out', findingIds: ['f'] })])).toEqual([]);
});

test('only what is still to come is moved, and not what the gate holds', () => {
  const held = release('a', '10T08:00');
  const states = [
    release('a', '10T08:00'),
    { ...held, release: { ...held.release, state: 'heldByGate' as const } },
    release('a', '10T08:00', { phase: 'out' }),
    conference('10T08:00'),
    conference('10T08:00', 'held'),
  ];
  expect(states.map(isMovable)).toEqual([true, false, false, true, false]);
});

test('filters go together; an embargo is a release that newsrooms hold, an organ also who releases jointly', () => {
  const own = release('a', '10T08:00', { embargoed: 2 });
  const inConflict = { ...own, release: { ...own.release, openFindings: { block: 1, warn: 0, info: 0 } } };
  expect(passes(own, {})).toBe(true);
  expect(passes(own, { kind: 'embargo', organ: 'health' })).toBe(true);
  expect(passes(release('b', '10T08:00'), { kind: 'embargo' })).toBe(false);
  expect(passes(conference('10T08:00'), { kind: 'release' })).toBe(false);
  expect(passes(own, { organ: 'transport' })).toBe(false);
  expect([passes(own, { conflict: 'open' }), passes(inConflict, { conflict: 'open' })]).toEqual([
    false,
    true,
  ]);
});

test('a proposed time has a face of its own, can be moved, and warns of what stands around it', () => {
  const proposed = release('a', '10T08:00', { phase: 'proposed' });
  expect(faceOf(proposed)).toBe('proposed');
  expect(isMovable(proposed)).toBe(true);
  expect(said(proposed, [release('b', '10T08:30')])).toEqual(['hour release b toGoOut']);
});
