import type { KnownWork, Model } from './model.js';
import { actsOf } from './script.js';

/** A row of the ledger, as the house shows it. */
export interface SeenRow {
  readonly id: string;
  readonly channel: string;
  readonly recipient: string;
  readonly operation: string;
  readonly version: number;
  readonly state: string;
  readonly remoteId: string | null;
}

export interface SeenRelease {
  readonly state: string;
  /** Entries of the trail by act. */
  readonly acts: Readonly<Record<string, number>>;
  readonly rows: readonly SeenRow[];
}

/** What the platforms took of one release, and what of it stands. */
export interface TakenOfRelease {
  readonly page: 'shown' | 'corrected' | 'tombstone' | 'none';
  /** Texts of posts and of articles that stand, and of those that were taken down again. */
  readonly weibo: Standing;
  readonly wechat: Standing;
  /** By recipient, the subjects' marks: '', 更正, 撤稿. */
  readonly mails: Readonly<Record<string, readonly string[]>>;
}
export interface Standing {
  readonly standing: readonly string[];
  readonly gone: readonly string[];
}

/** Everything that is there, seen from outside: by HTTP, on the platforms, by the operator's commands. */
export interface Seen {
  readonly releases: ReadonlyMap<string, SeenRelease>;
  /** States of plans, directives, conferences and appointments. */
  readonly others: ReadonlyMap<string, string>;
  readonly ruled: ReadonlySet<string>;
  readonly taken: ReadonlyMap<string, TakenOfRelease>;
  /** What `koujing verify-audit` finds; null if the chain is whole. */
  readonly chainFault: string | null;
  /** Files in which the portal differs from a rebuilt one. */
  readonly unlikeRebuilt: readonly string[];
}

export interface Grievance {
  readonly is:
    'failed' | 'lost' | 'doubled' | 'stuck' | 'wrongState' | 'chainBroken' | 'portalNotWhole' | 'person';
  readonly what: string;
  readonly n?: number;
}

/** The ledger's last states: nothing moves on from here by itself. */
export const settled: readonly string[] = [
  ...['delivered', 'verified', 'needsPerson', 'corrected', 'withdrawn', 'notWithdrawable'],
  ...['superseded', 'cancelled', 'abandoned'],
];
const arrived = ['delivered', 'verified', 'corrected', 'withdrawn'];

/**
 * What the outside was promised against what is there. An answer that never came may or may not have been kept; whatever
 * was acknowledged must be there exactly once. Only a mail that was cut off while it was sent may be left to a person.
 */
export const judge = (model: Model, seen: Seen): readonly Grievance[] => [
  ...[...model.works.values()].filter(({ done }) => done > 0).flatMap((work) => judgeWork(work, seen)),
  ...[...model.rulings]
    .filter((finding) => !seen.ruled.has(finding))
    .map((finding): Grievance => ({ is: 'lost', what: `the ruling on ${finding}` })),
  ...judgeReceipts(model, seen),
  ...model.failures.map((what): Grievance => ({ is: 'failed', what })),
  ...(seen.chainFault === null ? [] : [{ is: 'chainBroken', what: seen.chainFault } as const]),
  ...seen.unlikeRebuilt.map((what): Grievance => ({ is: 'portalNotWhole', what })),
];

const judgeWork = (work: KnownWork, seen: Seen): readonly Grievance[] => {
  const { n, id, kind } = work;
  if (!work.isRelease) return judgeOther(work, seen.others.get(id));
  const release = seen.releases.get(id);
  if (release === undefined) return [{ is: 'lost', n, what: `the ${kind} release ${id}` }];
  const grievances = [...judgeActs(work, release), ...judgeState(work, release)];
  const out = work.steps.findIndex((step) => step === 'publish' || step === 'hour') < work.done;
  if (!out) return grievances;
  const taken = seen.taken.get(id);
  return [
    ...grievances,
    ...judgeRows(work, release, taken),
    ...(taken === undefined ? [] : judgeTaken(work, release, taken)),
  ];
};

type Other = 'plan' | 'directive' | 'conference' | 'appointment';

/** In which states each may be after so many acknowledged steps; the next one may be done, its answer lost. */
const otherStates: Readonly<Record<Other, readonly (readonly string[])[]>> = {
  plan: [['drafted', 'draft', 'proposed', 'approved'], ['proposed', 'approved'], ['approved']],
  directive: [['issued', 'acknowledged'], ['acknowledged']],
  conference: [['draft', 'applied'], ['applied', 'signing'], ['signing', 'approved'], ['approved']],
  appointment: [['appointed', 'ended'], ['ended']],
};

const judgeOther = ({ n, kind, done, id }: KnownWork, state: string | undefined): readonly Grievance[] => {
  if (state === undefined) return [{ is: 'lost', n, what: `the ${kind} ${id}` }];
  const allowed = otherStates[kind as Other][done - 1] ?? [];
  return allowed.includes(state)
    ? []
    : [{ is: 'lost', n, what: `step ${done} of the ${kind}: it is ${state}` }];
};

/** Each acknowledged step has its entry, once; a step whose answer is outstanding may have one. */
const judgeActs = (work: KnownWork, { acts }: SeenRelease): readonly Grievance[] => {
  const { n, steps, done, asked } = work;
  return [...new Set(steps.flatMap(actsOf))].flatMap((act): readonly Grievance[] => {
    const promised = steps.slice(0, done).filter((step) => actsOf(step).includes(act)).length;
    const next = steps[done];
    const open =
      next !== undefined && actsOf(next).includes(act) && (asked > done || next === 'hour') ? 1 : 0;
    const there = acts[act] ?? 0;
    if (there < promised) return [{ is: 'lost', n, what: `${act}: ${there} of ${promised}` }];
    return there > promised + open ? [{ is: 'doubled', n, what: `${act}: ${there} of ${promised}` }] : [];
  });
};

const judgeState = ({ n, steps, done, kind }: KnownWork, { state }: SeenRelease): readonly Grievance[] => {
  if (done < steps.length) return [];
  const due = kind === 'withdrawn' ? 'withdrawn' : 'released';
  return state === due ? [] : [{ is: 'wrongState', n, what: `${state} instead of ${due}` }];
};

const judgeRows = (
  { n, kind }: KnownWork,
  { rows }: SeenRelease,
  taken: TakenOfRelease | undefined,
): readonly Grievance[] => {
  const wanted = [
    ...['portal', 'weibo', 'wechat'].map((channel) => ({ channel, recipient: '' })),
    ...[`desk.r${n}@news.example`, `night.r${n}@news.example`].map((recipient) => ({
      ...{ channel: 'email', recipient },
    })),
  ];
  const missing = wanted.filter(
    ({ channel, recipient }) =>
      !rows.some((row) => row.channel === channel && row.recipient === recipient && row.operation === 'send'),
  );
  return [
    ...missing.map((row): Grievance => ({
      is: 'lost',
      n,
      what: `the ${row.channel} row ${row.recipient} of a ${kind} release`,
    })),
    ...rows
      .filter(({ state }) => !settled.includes(state))
      .map((row): Grievance => ({
        is: 'stuck',
        n,
        what: `${row.channel} ${row.operation} ${row.recipient} is ${row.state}`,
      })),
    ...rows
      .filter(({ channel, state }) => state === 'needsPerson' && channel !== 'email')
      .map((row): Grievance => ({
        is: 'person',
        n,
        what: `${row.channel} ${row.operation} asks for a person`,
      })),
    ...rows
      .filter(
        ({ state, operation, remoteId }) =>
          operation !== 'withdraw' && arrived.includes(state) && remoteId === null,
      )
      .map((row): Grievance => ({ is: 'lost', n, what: `the receipt of ${row.channel} ${row.operation}` })),
    ...(taken === undefined ? [{ is: 'lost', n, what: 'everything on the platforms' } as const] : []),
  ];
};

const judgeTaken = (work: KnownWork, release: SeenRelease, taken: TakenOfRelease): readonly Grievance[] => {
  const { n, steps, done } = work;
  const did = (step: string): boolean => steps.slice(0, done).some((each) => each === step);
  const isGone = did('withdraw');
  const shown = isGone ? 'tombstone' : did('correct') ? 'corrected' : 'shown';
  const grievances: Grievance[] = [];
  // Withdrawn before its page was written, it never had one.
  const neverOut = isGone && taken.page === 'none' && !hasArrived(release, 'portal');
  if (!inFlux(work) && taken.page !== shown && !neverOut)
    grievances.push({ is: 'lost', n, what: `the page is ${taken.page}, not ${shown}` });
  for (const channel of ['weibo', 'wechat'] as const) {
    const { standing, gone } = taken[channel];
    const due = isGone ? 0 : 1;
    const texts = [...standing, ...gone];
    if (standing.length > due || new Set(texts).size < texts.length)
      grievances.push({
        is: 'doubled',
        n,
        what: `${channel}: ${standing.length} stand, ${gone.length} gone`,
      });
    if (!inFlux(work) && standing.length < due)
      grievances.push({ is: 'lost', n, what: `nothing stands on ${channel}` });
  }
  for (const row of release.rows.filter(
    ({ channel, operation }) => channel === 'email' && operation === 'send',
  )) {
    const got = taken.mails[row.recipient] ?? [];
    if (new Set(got).size < got.length)
      grievances.push({ is: 'doubled', n, what: `${row.recipient} got ${got.join(' ')}` });
    if (arrived.includes(row.state) && got.length === 0)
      grievances.push({ is: 'lost', n, what: `the mail to ${row.recipient}` });
  }
  return grievances;
};

const hasArrived = ({ rows }: SeenRelease, channel: string): boolean =>
  rows.some((row) => row.channel === channel && row.operation === 'send' && arrived.includes(row.state));

/** A correction or withdrawal was sent and its answer is outstanding: both may be what is shown. */
const inFlux = ({ steps, done, asked }: KnownWork): boolean =>
  asked > done && (steps[done] === 'correct' || steps[done] === 'withdraw');

const judgeReceipts = ({ receipts }: Model, { releases }: Seen): readonly Grievance[] => {
  const there = new Map(
    [...releases.values()].flatMap(({ rows }) => rows).map(({ id, remoteId }) => [id, remoteId]),
  );
  return [...receipts]
    .filter(([delivery, remoteId]) => there.get(delivery) !== remoteId)
    .map(([delivery, remoteId]) => ({ is: 'lost', what: `the receipt ${remoteId} of delivery ${delivery}` }));
};
