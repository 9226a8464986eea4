/** How far a server has come: it is whose, and where it stands in the log of changes. */
export interface Bearings {
  readonly isStandby: boolean;
  /** Of the cluster: a copy has its original's. */
  readonly system: string;
  readonly database: string;
  /** Bytes of log, written on a primary, replayed on a standby. */
  readonly position: number;
}

/** Where the primary stood, and the hour of this process before it was asked. */
export interface Mark {
  readonly at: number;
  readonly position: number;
}

/** Why a server is no replica of the primary. */
export type Foreign = 'sameServer' | 'notStandby' | 'otherSystem' | 'otherDatabase' | 'ahead';

/** The first reason for which it is none; null for a replica, however late. */
export const foreignTo = (primary: Bearings, replica: Bearings): Foreign | null => {
  if (!replica.isStandby) return 'notStandby';
  if (replica.system !== primary.system) return 'otherSystem';
  if (replica.database !== primary.database) return 'otherDatabase';
  // A copy that went on by itself, or of before the primary was set back to an older hour.
  return replica.position > primary.position ? 'ahead' : null;
};

/** The hour up to which the replica is known to hold everything: that of the newest mark that it has passed. */
export const heldSince = (marks: readonly Mark[], position: number): number | null =>
  marks.reduce<number | null>(
    (newest, mark) => (mark.position <= position && (newest === null || mark.at > newest) ? mark.at : newest),
    null,
  );

/** What is known of a replica. */
export interface Known {
  readonly trouble: 'away' | Foreign | null;
  /** See `heldSince`; null before it has passed the first mark. */
  readonly heldAt: number | null;
}

/**
 * What a replica is good for at this hour. `lagMs` is the most that an answer of it can be late; of one that has nothing to replay
 * it is the time since it was asked. Nothing has to happen for a replica that nobody looks at any more to be left alone.
 */
export type ReplicaStanding =
  | { readonly kind: 'used' | 'behind'; readonly lagMs: number | null }
  | { readonly kind: 'away' }
  | { readonly kind: 'foreign'; readonly why: Foreign };

export const standingOf = ({ trouble, heldAt }: Known, now: number, mostLagMs: number): ReplicaStanding => {
  if (trouble === 'away') return { kind: 'away' };
  if (trouble !== null) return { kind: 'foreign', why: trouble };
  const lagMs = heldAt === null ? null : now - heldAt;
  return { kind: lagMs !== null && lagMs <= mostLagMs ? 'used' : 'behind', lagMs };
};

/** The same server and database, whoever asks and however. */
export const isSameServer = (one: string, other: string): boolean => {
  if (!URL.canParse(one) || !URL.canParse(other)) return one === other;
  const [a, b] = [new URL(one), new URL(other)];
  const port = (url: URL): string => url.port || '5432';
  return a.hostname === b.hostname && port(a) === port(b) && a.pathname === b.pathname;
};
