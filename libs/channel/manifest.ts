import type { z } from 'zod';
import type { DeferReason } from './outcome.js';
import type { TrialOffer } from './trial.js';

/** What the vendor allows, as data: forms, documentation, limits and the contract suite follow from it. */
export interface Manifest<Settings = unknown, Secrets = unknown> {
  /** `portal`, `weibo`, `wechat`, `email`, `webhook`. */
  readonly channel: string;
  readonly name: { readonly zh: string; readonly en: string };
  /** Non-secret settings of an account; every field has a description for the form. */
  readonly settings: z.ZodType<Settings>;
  /** Kept apart and never logged. */
  readonly secrets: z.ZodType<Secrets>;
  /** Settings that say where it sends to: whoever changes them gives the secrets again. */
  readonly places?: readonly string[];
  /** Its account stands in the configuration alone, and is not kept in the console. */
  readonly keptInFile?: true;
  /** What a test-send would do, or why there is none. */
  readonly trial?: TrialOffer;
  readonly slots: readonly string[];
  readonly limits: readonly Limit[];
  readonly rates: readonly Rate[];
  /** How long to wait between tries, where this channel differs from the house's usual. */
  readonly retry?: RetryBounds;
  /** How a token is renewed: by itself, or by a person who must be warned days ahead. Absent: there is no token. */
  readonly renewal?: 'automatic' | 'person';
  /** One row per recipient (mail) or one per account. */
  readonly perRecipient: boolean;
  readonly can: {
    readonly withdraw: boolean;
    readonly correct: boolean;
    readonly reconcile: boolean;
    readonly recent: boolean;
  };
  /**
   * How a published version is corrected where it cannot be changed in its place: the old one is deleted and the new
   * one published (`replace`), or the new one follows it (`followUp`). Pure. Absent: `correct` does it in place if
   * `can.correct`, otherwise a person does it.
   */
  readonly whenCorrected?: (settings: Settings) => 'replace' | 'followUp';
  /** `absent` may be concluded only this long after the last intent: lease + longest call + visibility lag. */
  readonly settleMs: number;
  /** The longest a single remote call may take; the fence needs this much lease left. */
  readonly callTimeoutMs: number;
  /** How the platform lets us recognise our own post. */
  readonly mark: string;
  /** True if sending the same rendition with the same key again cannot double (portal path, clientmsgid). */
  readonly refusesDouble: boolean;
  /** False for the channel that others wait for (Art.17). */
  readonly waitsForPortal: boolean;
  /** Address of the vendor's documentation. */
  readonly documentation: string;
}

export interface Limit {
  readonly field: string;
  readonly max: number;
  readonly unit: 'characters' | 'bytes' | 'items';
  readonly source: string;
  /** The channel shortens this field by itself at the end of a sentence and warns; otherwise it refuses. */
  readonly cut?: true;
}

export interface Rate {
  /** What is counted: `calls` of any kind, `posts`, `messages`. */
  readonly name: string;
  readonly count: number;
  readonly per: 'second' | 'minute' | 'hour' | 'day' | 'month';
  /** So many are kept for publishing: asking what became of a post stops before them. */
  readonly reserve?: number;
}

/** How long to wait after a try that the platform certainly did not accept. */
export interface BackOff {
  readonly firstMs: number;
  readonly factor: number;
  readonly maxMs: number;
}

/** Bounds of one channel, by the class of what went wrong. */
export type RetryBounds = Partial<Readonly<Record<DeferReason, BackOff>>> & {
  /** Tries in a row without acceptance before a person is asked. */
  readonly triesBeforePerson?: number;
};
