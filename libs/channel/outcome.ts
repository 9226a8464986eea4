/** How a platform shows that a publication is there: identifiers and an address a person can open. */
export interface Receipt {
  readonly remoteId: string;
  readonly url?: string;
  /** What else is needed to find, correct or withdraw it. */
  readonly data?: Readonly<Record<string, string>>;
}

/** What is known of a publication whose outcome the platform has not told yet. */
export type Pending = Readonly<Record<string, string>>;

export type Fix = 'content' | 'credential' | 'quota' | 'operator';

/** One try at sending. `unknown` is an outcome: it is never retried before `reconcile` has spoken. */
export type SendOutcome =
  | { readonly kind: 'delivered'; readonly receipt: Receipt }
  | { readonly kind: 'accepted'; readonly pending: Pending; readonly checkAfterMs: number }
  | {
      readonly kind: 'rejected';
      readonly code: string;
      readonly message: string;
      readonly fix: Fix;
      readonly field?: string;
    }
  | {
      readonly kind: 'deferred';
      readonly delayMs: number;
      readonly reason: DeferReason;
      readonly code?: string;
      readonly message: string;
    }
  | { readonly kind: 'unknown'; readonly reason: string; readonly pending?: Pending };

/** Why nothing was accepted and the same call may be made again later. */
export type DeferReason = 'transient' | 'rate' | 'quota' | 'token';

/** What a search for our own publication found. `matches` > 1 is a double that a person must see. */
export type ReconcileOutcome =
  | { readonly kind: 'present'; readonly receipt: Receipt; readonly matches: number }
  /** The search was complete: it is certain that the platform has not accepted it. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'stillPending'; readonly checkAfterMs: number; readonly pending?: Pending }
  /** The platform has decided against it. */
  | { readonly kind: 'rejected'; readonly code: string; readonly message: string; readonly fix: Fix }
  /** The channel cannot tell; a person must look. */
  | { readonly kind: 'unreadable'; readonly reason: string };

export type UndoOutcome =
  | { readonly kind: 'done'; readonly receipt?: Receipt }
  | { readonly kind: 'alreadyGone' }
  | { readonly kind: 'notPossible'; readonly operatorSteps: readonly string[] }
  | { readonly kind: 'deferred'; readonly delayMs: number; readonly message: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** What the public sees now, for drift checks. */
export type Inspection =
  | { readonly kind: 'shown'; readonly text: string; readonly url?: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export interface RecentPost {
  readonly remoteId: string;
  readonly text: string;
  readonly url?: string;
  readonly publishedAt: string;
}
