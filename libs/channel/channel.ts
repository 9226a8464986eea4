import type { Reason } from '@koujing/kernel';
import type { Manifest, Rate } from './manifest.js';
import type {
  Inspection,
  Pending,
  Reading,
  Receipt,
  ReconcileOutcome,
  RecentPost,
  SendOutcome,
  Survey,
  SurveyPlace,
  UndoOutcome,
} from './outcome.js';
import type { Attempt } from './ports.js';
import type { TrialOutcome } from './trial.js';
import type { DocumentKind, Publication, Rendition } from './publication.js';

/** A finding of `validate`: `block` refuses, `warn` tells. */
export interface ChannelFinding extends Reason {
  readonly severity: 'block' | 'warn';
  readonly field: string;
}

/** What keeps an account from publishing: `block` will, `warn` may. */
export interface HealthFinding extends Reason {
  readonly severity: 'block' | 'warn';
}

/** What a channel gets when it is only asked whether it could publish. */
export type Examination<Settings, Secrets> = Pick<
  Attempt<Settings, Secrets>,
  'settings' | 'secrets' | 'token' | 'ports'
>;

/** A fresh token and when it ends. */
export interface Authorisation {
  readonly token: string;
  readonly expiresAt: Date;
}

export type AuthoriseOutcome =
  | { readonly kind: 'authorised'; readonly authorisation: Authorisation }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/**
 * The contract that every channel keeps (DESIGN: "The channel contract").
 * One try per call; retries, back-off, tokens and quotas live in `dispatch`.
 */
export interface Channel<Settings = unknown, Secrets = unknown> {
  readonly manifest: Manifest<Settings, Secrets>;
  /** Pure. */
  validate(publication: Publication, settings: Settings): readonly ChannelFinding[];
  /** Pure: the same publication and settings give the same bytes. */
  preview(publication: Publication, settings: Settings): Rendition;
  /** Which documents this account attaches; absent for channels that attach none. Pure. */
  documents?(settings: Settings): readonly DocumentKind[];
  /** What one receiving domain (lower case) takes from this account, beside the manifest's rates; null where there is no limit. Pure. */
  domainRate?(settings: Settings, domain: string): Rate | null;
  send(rendition: Rendition, attempt: Attempt<Settings, Secrets>): Promise<SendOutcome>;
  /** Never publishes. `known` is what the ledger holds: a pending, a receipt, or null when only the intent is known. */
  reconcile(
    rendition: Rendition,
    known: Pending | Receipt | null,
    attempt: Attempt<Settings, Secrets>,
  ): Promise<ReconcileOutcome>;
  /** Pure: what readers find or get in place of a withdrawn publication (a tombstone, a recall mail). */
  withdrawalNotice?(publication: Publication, settings: Settings): Rendition;
  correct(receipt: Receipt, rendition: Rendition, attempt: Attempt<Settings, Secrets>): Promise<UndoOutcome>;
  withdraw(receipt: Receipt, attempt: Attempt<Settings, Secrets>): Promise<UndoOutcome>;
  inspect(receipt: Receipt, attempt: Attempt<Settings, Secrets>): Promise<Inspection>;
  /** What `inspect` shows as long as nobody has touched it. Pure. Left out by a channel whose publications cannot be read back. */
  readsAs?(rendition: Rendition, receipt: Receipt, settings: Settings): Reading;
  recent(since: Date, attempt: Attempt<Settings, Secrets>): Promise<readonly RecentPost[]>;
  /** A look at a part of a place that is too large for one, at a cost that does not grow with it. Left out where `recent` tells all. */
  survey?(from: SurveyPlace, attempt: Attempt<Settings, Secrets>): Promise<Survey>;
  /** Could it publish? Publishes nothing. Left out by a channel that has nothing to ask beyond its token. */
  examine?(context: Examination<Settings, Secrets>): Promise<readonly HealthFinding[]>;
  /** The test-send that `manifest.trial` describes: publishes nothing, and one try. Left out where there is none. */
  tryOut?(target: string, context: Examination<Settings, Secrets>): Promise<TrialOutcome>;
  /** Where a person renews an authorisation that no program can renew; `state` comes back unchanged. Pure. */
  consentUrl?(settings: Settings, state: string): string;
  /** Turns the code that came back from there, good for one use, into a token. */
  exchangeConsent?(
    code: string,
    context: Pick<Attempt<Settings, Secrets>, 'settings' | 'secrets' | 'ports'>,
  ): Promise<AuthoriseOutcome>;
  /** One token from the account's secrets; channels without tokens answer with an endless one. */
  authorise(
    attempt: Pick<Attempt<Settings, Secrets>, 'settings' | 'secrets' | 'ports'>,
  ): Promise<AuthoriseOutcome>;
}
