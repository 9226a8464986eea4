import type { CivilDay } from '@koujing/calendar';
import type { OrganId, PersonId } from '@koujing/kernel';
import type { Post } from './roster.api.js';

export type { Post } from './roster.api.js';

/** Somebody who speaks for an organ, or assists, from a day on. Ended with a reason, never deleted. */
export interface RosterEntry {
  readonly id: string;
  readonly organId: OrganId;
  readonly post: Post;
  /** 临时新闻发言人: on one topic, until a day (Art.8). Not counted, and no change of the roster. */
  readonly temporary: boolean;
  readonly topic: string;
  readonly name: string;
  readonly title: string;
  readonly rank: string;
  readonly rankReason: string;
  readonly phone: string;
  readonly fromOn: CivilDay;
  /** The last day; null while it is open. */
  readonly untilOn: CivilDay | null;
  readonly endedReason: string | null;
  readonly appointedBy: PersonId;
  readonly appointedAt: Date;
  readonly endedBy: PersonId | null;
  readonly endedAt: Date | null;
}

/** What an organ reported to the office, as it stood (Art.9). */
export interface RosterFiling {
  readonly id: string;
  readonly organId: OrganId;
  readonly entries: readonly PublicEntry[];
  readonly digest: string;
  readonly note: string;
  readonly filedBy: PersonId;
  readonly filedAt: Date;
}

/** What of an entry goes to the office and to the public: no telephone, no reasons. */
export type PublicEntry = Pick<RosterEntry, 'post' | 'name' | 'title'>;

export interface PublishedOrgan {
  readonly organ: string;
  readonly entries: readonly PublicEntry[];
}

/** The list of a year, as it was shown to the public; frozen. */
export interface RosterPublication {
  readonly id: string;
  readonly year: number;
  readonly organs: readonly PublishedOrgan[];
  readonly digest: string;
  readonly publishedBy: PersonId;
  readonly publishedAt: Date;
  readonly pageWrittenAt: Date | null;
}

export const activeOn = ({ fromOn, untilOn }: RosterEntry, day: CivilDay): boolean =>
  fromOn <= day && (untilOn === null || untilOn >= day);

export const regularOn = (
  entries: readonly RosterEntry[],
  post: Post,
  day: CivilDay,
): readonly RosterEntry[] =>
  entries.filter((entry) => entry.post === post && !entry.temporary && activeOn(entry, day));

/** When the roster last changed; temporary ones change nothing that is filed. */
export const lastChangeOf = (entries: readonly RosterEntry[]): Date | null =>
  entries
    .filter(({ temporary }) => !temporary)
    .flatMap(({ appointedAt, endedAt }) => [appointedAt, endedAt ?? appointedAt])
    .reduce<Date | null>((last, at) => (last === null || at > last ? at : last), null);

export const publicEntryOf = ({ post, name, title }: RosterEntry): PublicEntry => ({ post, name, title });
