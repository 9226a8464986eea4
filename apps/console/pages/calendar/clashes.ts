import type { AgendaEntry } from '../../api/contract.js';
import { dayOf } from './days.js';
import { isAhead, keyOf } from './entry.js';

/** Two texts in an open conflict · two things on one matter · two things in the same hour. */
export type ClashKind = 'conflict' | 'matter' | 'hour';

export interface Clash {
  readonly kind: ClashKind;
  readonly with: AgendaEntry;
}

/** Newsrooms cannot be in two places, and two notices within the hour push each other off the page. */
const hourMs = 3_600_000;

const sameThing = (one: AgendaEntry, other: AgendaEntry): boolean =>
  one.kind === 'release' && other.kind === 'release'
    ? one.release.id === other.release.id
    : keyOf(one) === keyOf(other);

const within = (one: AgendaEntry, other: AgendaEntry): boolean =>
  Math.abs(Date.parse(one.at) - Date.parse(other.at)) < hourMs;

/** A limit of the release itself, or of the conference, is what the hour is set for and nothing that it meets. */
const isOwnLimit = (one: AgendaEntry, other: AgendaEntry): boolean =>
  other.kind === 'deadline' &&
  ((one.kind === 'release' && other.deadline.subject.id === one.release.id) ||
    (one.kind === 'conference' && other.deadline.subject.id === one.conference.id));

/** Two releases on one matter whenever they are; what is no text only where it falls on the same day. */
const onOneMatter = (one: AgendaEntry, other: AgendaEntry): boolean =>
  one.matterId !== null &&
  one.matterId === other.matterId &&
  ((one.kind === 'release' && other.kind === 'release') || dayOf(one.at) === dayOf(other.at));

const clash = (one: AgendaEntry, other: AgendaEntry): ClashKind | null => {
  if (one.kind === 'release' && other.kind === 'release') {
    if (one.findingIds.some((id) => other.findingIds.includes(id))) return 'conflict';
  }
  if (onOneMatter(one, other) && !isOwnLimit(one, other)) return 'matter';
  return isAhead(other) && within(one, other) ? 'hour' : null;
};

/** With what something that is still to come clashes; the worst kind of each pair. */
export const clashesOf = (entry: AgendaEntry, others: readonly AgendaEntry[]): readonly Clash[] => {
  if (!isAhead(entry)) return [];
  return others.flatMap((other) => {
    const kind = sameThing(entry, other) ? null : clash(entry, other);
    return kind === null ? [] : [{ kind, with: other }];
  });
};
