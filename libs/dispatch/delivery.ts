import type { TraceId } from '@koujing/kernel';
import type { Alternative, Beyond, Fix, Pending, Receipt } from '@koujing/channel';

/** What a row of the ledger does to the outside world; `recall` sends the notice that a mail is withdrawn. */
export type Operation = 'send' | 'correct' | 'withdraw' | 'recall';

export const deliveryStates = [
  'planned',
  'waiting',
  'sending',
  'accepted',
  'deferred',
  'unknown',
  'needsPerson',
  'delivered',
  'verified',
  'rejected',
  'abandoned',
  'superseded',
  'cancelled',
  'correcting',
  'corrected',
  'withdrawing',
  'withdrawn',
  'notWithdrawable',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export type WaitingFor = 'portal' | 'embargo' | 'quota' | 'order';

/**
 * The ledger's state machine, as DESIGN.md draws it ("The delivery ledger"). What is not here cannot happen. A row that
 * is out stays as it was recorded: what corrects or takes it back is a row of its own, with its own claims and evidence.
 */
const transitions: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  planned: ['waiting', 'sending', 'correcting', 'withdrawing', 'superseded', 'cancelled'],
  waiting: ['planned', 'sending', 'correcting', 'withdrawing', 'superseded', 'cancelled'],
  deferred: ['waiting', 'sending', 'correcting', 'withdrawing', 'superseded', 'cancelled'],
  sending: ['delivered', 'accepted', 'unknown', 'deferred', 'rejected'],
  accepted: ['delivered', 'rejected', 'unknown'],
  unknown: ['delivered', 'corrected', 'withdrawn', 'planned', 'rejected', 'accepted', 'needsPerson'],
  // A delivery report can settle what nobody could tell, and undo what a server had accepted.
  needsPerson: ['delivered', 'corrected', 'withdrawn', 'planned', 'abandoned', 'rejected'],
  rejected: ['planned', 'abandoned'],
  delivered: ['verified', 'rejected'],
  verified: ['rejected'],
  correcting: ['corrected', 'rejected', 'deferred', 'unknown'],
  withdrawing: ['withdrawn', 'notWithdrawable', 'deferred', 'unknown'],
  corrected: [],
  withdrawn: [],
  // An operator has put the account in order: it may be tried again.
  notWithdrawable: ['planned'],
  abandoned: [],
  superseded: [],
  cancelled: [],
};

/**
 * What an outcome of an overtaken claim may do to a row: it is evidence that something left this house
 * without the row knowing, so the channel must be asked, or a person where the row is already closed.
 */
const contradictions: Readonly<Partial<Record<DeliveryState, DeliveryState>>> = {
  planned: 'unknown',
  waiting: 'unknown',
  deferred: 'unknown',
  sending: 'unknown',
  accepted: 'unknown',
  unknown: 'unknown',
  rejected: 'unknown',
  needsPerson: 'needsPerson',
  delivered: 'needsPerson',
  verified: 'needsPerson',
  abandoned: 'needsPerson',
  superseded: 'needsPerson',
  cancelled: 'needsPerson',
};

export class IllegalTransition extends Error {
  override readonly name = 'IllegalTransition';

  constructor(from: DeliveryState, to: DeliveryState) {
    super(`a delivery that is ${from} cannot become ${to}`);
  }
}

export const mayBecome = (from: DeliveryState, to: DeliveryState): boolean => transitions[from].includes(to);

/** Walks the states in turn and gives the last; throws `IllegalTransition` at the first step that is not drawn. */
export const walk = (from: DeliveryState, ...steps: readonly DeliveryState[]): DeliveryState => {
  let state = from;
  for (const step of steps) {
    if (!mayBecome(state, step)) throw new IllegalTransition(state, step);
    state = step;
  }
  return state;
};

/** What a row is when its operation has been done. */
export const doneState: Readonly<Record<Operation, DeliveryState>> = {
  send: 'delivered',
  recall: 'delivered',
  correct: 'corrected',
  withdraw: 'withdrawn',
};

/** Where evidence of an overtaken claim takes a row, or null where it changes nothing. */
export const contradicted = (state: DeliveryState): DeliveryState | null => contradictions[state] ?? null;

/** Nothing will happen to these without a person or a new operation. */
export const settledStates: readonly DeliveryState[] = [
  'delivered',
  'verified',
  'rejected',
  'needsPerson',
  'abandoned',
  'superseded',
  'cancelled',
  'corrected',
  'withdrawn',
  'notWithdrawable',
];
export const isSettled = (state: DeliveryState): boolean => settledStates.includes(state);

/** Who was told last that this row needs them, and when; database time. */
export interface Told {
  readonly at: string;
  readonly persons: readonly { readonly id: string; readonly name: string }[];
}

/** A row of the ledger: one release version × account × operation, and for mail × recipient. */
export interface Delivery {
  readonly id: string;
  readonly releaseId: string;
  readonly version: number;
  readonly accountId: string;
  readonly channel: string;
  readonly operation: Operation;
  /** Mail address, or '' for channels with one row per account. */
  readonly recipient: string;
  /** An emergency or a warning. */
  readonly urgent: boolean;
  readonly state: DeliveryState;
  readonly waitingFor: WaitingFor | null;
  readonly generation: number;
  readonly epoch: number;
  readonly attempts: number;
  readonly failures: number;
  readonly nextAt: Date;
  readonly firstIntentAt: Date | null;
  readonly lastIntentAt: Date | null;
  readonly portalUrl: string;
  readonly idempotencyKey: string;
  readonly renditionDigest: string;
  readonly phase: { readonly step: string; readonly data: Pending } | null;
  readonly pending: Pending | null;
  readonly receipt: Receipt | null;
  /** The correction or withdrawal that planned it; null for a first publication. */
  readonly amendmentId: string | null;
  /** The row whose publication it corrects, takes back or follows up. */
  readonly amends: string | null;
  /** The click or due hour that it goes back to; its tries and the lines of the log carry it too. */
  readonly trace: TraceId | null;
  readonly fix: Fix | null;
  /** What the drafter must mend, as the channel names it. */
  readonly field: string | null;
  readonly beyond: Beyond | null;
  /** Other ways of publishing that the channel offers now, and the one that a person chose. */
  readonly alternatives: readonly Alternative[];
  readonly alternative: string | null;
  readonly told: Told | null;
  readonly lastCode: string | null;
  readonly lastMessage: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly settledAt: Date | null;
}
