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

/**
 * What a refusal means beyond its row. `stopAccount`: nothing else can go out there before an operator has been.
 * `handOver`: this one must be published by hand on the platform's own page; the account itself is well.
 */
export type Beyond = 'stopAccount' | 'handOver';

/** Another way of publishing the same bytes, which a person may choose while the usual one is closed. */
export interface Alternative {
  /** Comes back to the channel as `attempt.alternative`. */
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}

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
      readonly beyond?: Beyond;
    }
  | {
      readonly kind: 'deferred';
      readonly delayMs: number;
      readonly reason: DeferReason;
      readonly code?: string;
      readonly message: string;
      /** The platform asks for one more try; the same answer to that is a refusal. */
      readonly once?: true;
      readonly alternatives?: readonly Alternative[];
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
  | {
      readonly kind: 'rejected';
      readonly code: string;
      readonly message: string;
      readonly fix: Fix;
      readonly field?: string;
    }
  /** The channel cannot tell; a person must look. With `stopAccount` it could, once an operator has been there. */
  | {
      readonly kind: 'unreadable';
      readonly reason: string;
      readonly beyond?: 'stopAccount';
      /** The account is set to send an urgent publication once more although it may have gone out. */
      readonly mayRepeatUrgent?: boolean;
    };

export type UndoOutcome =
  | { readonly kind: 'done'; readonly receipt?: Receipt }
  | { readonly kind: 'alreadyGone' }
  | { readonly kind: 'notPossible'; readonly operatorSteps: readonly string[] }
  | { readonly kind: 'deferred'; readonly delayMs: number; readonly message: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** A publication as a reader finds it: what `readsAs` expects and `inspect` sees, written the same way. */
export interface Reading {
  /** The title is the first line where the channel has one. */
  readonly text: string;
  /** Where its links and pictures lead; absent where the platform puts addresses of its own in their place. */
  readonly links?: readonly string[];
  /** What stands round the text and what the page says of itself, a line each; absent where that is the platform's own. */
  readonly around?: readonly string[];
  /** What goes out with it and is read by itself: pictures, documents; absent where the platform keeps them in a form of its own. */
  readonly files?: readonly ReadFile[];
}

/** A file, by the digest of its bytes; null where there is none. */
export interface ReadFile {
  readonly path: string;
  readonly sha256: string | null;
}

/** What the public sees now, for drift checks. */
export type Inspection =
  | ({ readonly kind: 'shown'; readonly url?: string } & Reading)
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Where a survey goes on and what it is to look at once more; both are the channel's own words, kept between looks. */
export interface SurveyPlace {
  readonly place: unknown;
  readonly again: readonly string[];
  /** What stood there before is nobody's business. */
  readonly since: Date;
}

/** A file around what was published that does not stand as it was written. */
export interface AmissFile {
  readonly part: string;
  readonly path: string;
  readonly url: string;
  /** Null: it is not there. `shown` as `expected`: only its bytes differ. */
  readonly shown: Reading | null;
  readonly expected: Reading;
}

/** What one look at a part of a site found. */
export interface Survey {
  /** What no release and no list of ours put there. */
  readonly strays: readonly RecentPost[];
  /** Parts that were judged, by name; whatever is not among `amiss` stands as it was written. */
  readonly looked: readonly string[];
  readonly amiss: readonly AmissFile[];
  readonly place: unknown;
}

export interface RecentPost {
  readonly remoteId: string;
  /** The channel itself knows which release put it there. */
  readonly isOurs?: true;
  readonly text: string;
  readonly url?: string;
  readonly publishedAt: string;
}
