import type { AgendaEntry } from '../../api/contract.js';
import type { Language } from '../../language/language.js';

/** Everything in a calendar, releases under embargo by themselves. */
export const entryKinds = ['release', 'embargo', 'conference', 'deadline'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const keyOf = (entry: AgendaEntry): string => {
  switch (entry.kind) {
    case 'release':
      return `release ${entry.release.id} ${entry.phase}`;
    case 'conference':
      return `conference ${entry.conference.id}`;
    case 'deadline':
      return `deadline ${entry.deadline.id}`;
  }
};

export const titleOf = (entry: AgendaEntry, language: Language): string => {
  switch (entry.kind) {
    case 'release':
      return entry.release.title;
    case 'conference':
      return entry.conference.theme;
    case 'deadline':
      return (language === 'en' ? entry.deadline.titleEn : undefined) ?? entry.deadline.title;
  }
};

/** The page of the thing itself. */
export const linkOf = (entry: AgendaEntry): string => {
  switch (entry.kind) {
    case 'release':
      return `/releases/${entry.release.id}`;
    case 'conference':
      return `/conferences/${entry.conference.id}`;
    case 'deadline':
      return entry.deadline.link;
  }
};

/** Ids of the organs whose entry it is; co-organs of a release too. */
export const organsOf = (entry: AgendaEntry): readonly string[] => {
  switch (entry.kind) {
    case 'release':
      return [entry.release.organ, ...entry.release.jointOrgans].map(({ id }) => id);
    case 'conference':
      return [entry.conference.organ.id];
    case 'deadline':
      return [entry.deadline.organId];
  }
};

/** It is still to come, so that its hour can be another one. */
export const isAhead = (entry: AgendaEntry): boolean => {
  switch (entry.kind) {
    case 'release':
      return entry.phase !== 'out';
    case 'conference':
      return !['held', 'evaluated', 'cancelled'].includes(entry.conference.state);
    case 'deadline':
      return false;
  }
};

/** What may be dragged; whether this person may move it, the server says in the dialog. */
export type MovableEntry = Exclude<AgendaEntry, { kind: 'deadline' }>;
export const isMovable = (entry: AgendaEntry): entry is MovableEntry =>
  isAhead(entry) && !(entry.kind === 'release' && entry.release.state === 'heldByGate');

export const openConflicts = (entry: AgendaEntry): number =>
  entry.kind === 'release' ? entry.release.openFindings.block + entry.release.openFindings.warn : 0;

export interface EntryFilter {
  readonly kind?: string | undefined;
  readonly organ?: string | undefined;
  /** `open`: only what is in conflict. */
  readonly conflict?: string | undefined;
}

export const passes = (entry: AgendaEntry, { kind, organ, conflict }: EntryFilter): boolean => {
  if (kind === 'embargo') {
    if (entry.kind !== 'release' || entry.embargoed === 0) return false;
  } else if (kind !== undefined && entry.kind !== kind) return false;
  if (organ !== undefined && !organsOf(entry).includes(organ)) return false;
  return conflict !== 'open' || openConflicts(entry) > 0;
};
