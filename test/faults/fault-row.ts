import type { FaultOrder } from '../../apps/sandbox/fault.js';

export type PlatformAccount = 'weibo' | 'wechat' | 'wechat-mass' | 'app' | 'email';
/** By role; `drafter` wrote the release, the others serve the whole city. */
export type Person = 'administrator' | 'coordinator' | 'drafter';

/** What the ledger must come to, what the public has then, and who knows of it. */
export interface Expected {
  readonly ends: 'delivered' | 'rejected' | 'needsPerson';
  readonly posted: number;
  readonly told: readonly Person[];
  readonly fix?: 'content' | 'credential' | 'operator';
  readonly field?: string;
  /** Nothing else goes out on the account until an operator has been; then this row is sent. */
  readonly stops?: true;
  /** At least so long, on the travelled clock. */
  readonly waitsMs?: number;
  /** The platform itself made a second copy (the same Message-ID twice). */
  readonly doubled?: true;
}

/** One row of CHANNELS.md A8, B5 or H. */
export interface FaultRow {
  readonly of: 'A8' | 'B5' | 'H';
  /** The vendor's code, or the words of the sandbox's switch. */
  readonly name: string;
  readonly says: string;
  readonly account: PlatformAccount;
  readonly faults: readonly FaultOrder[];
  readonly expected: Expected;
}

const everybody = ['administrator', 'coordinator', 'drafter'] as const;
const desk = ['coordinator', 'drafter'] as const;
const minute = 60_000;

/** How rows end, by the class of what went wrong. */
export const endings = {
  sent: { ends: 'delivered', posted: 1, told: [] },
  waited: (minutes: number): Expected => ({
    ends: 'delivered',
    posted: 1,
    told: [],
    waitsMs: minutes * minute,
  }),
  nextDay: { ends: 'delivered', posted: 1, told: desk, waitsMs: 20 * minute },
  content: (field?: string): Expected => ({
    ...{ ends: 'rejected', posted: 0, told: desk, fix: 'content' },
    ...(field === undefined ? {} : { field }),
  }),
  operator: { ends: 'rejected', posted: 0, told: everybody, fix: 'operator' },
  stops: { ends: 'rejected', posted: 0, told: everybody, fix: 'operator', stops: true },
  credential: { ends: 'rejected', posted: 0, told: everybody, fix: 'credential', stops: true },
  handOver: { ends: 'needsPerson', posted: 0, told: everybody, fix: 'operator' },
  person: (posted: number): Expected => ({ ends: 'needsPerson', posted, told: desk }),
} as const satisfies Record<string, Expected | ((...given: never[]) => Expected)>;
