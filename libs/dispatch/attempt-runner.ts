import {
  FenceLost,
  type Attempt,
  type Channel,
  type ChannelPorts,
  type ReconcileOutcome,
  type Inspection,
  type Reading,
  type RecentPost,
  type Receipt,
  type SendOutcome,
  type Survey,
  type SurveyPlace,
  type UndoOutcome,
  untilAborted,
} from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { Account } from './account.js';
import type { Claim } from './claim.js';
import type { Delivery } from './delivery.js';
import type { Leases } from './leases.js';
import type { PictureSource } from './pictures.js';
import { amendedReceipt } from './amended-receipt.sql.js';
import type { ProbeBudget } from './probe-budget.sql.js';
import type { RenditionStore } from './rendition-store.sql.js';
import { AccountToken, TokenUnavailable } from './tokens.js';
import type { TokenStore } from './token-store.sql.js';

/** What one try left behind: the answer, and how many calls it made. */
export interface Tried<Outcome> {
  readonly outcome: Outcome;
  readonly calls: number;
}

export interface RunnerParts {
  readonly database: Database;
  readonly renditions: RenditionStore;
  readonly pictures: PictureSource;
  readonly tokens: TokenStore;
  readonly budget: ProbeBudget;
  readonly leases: Leases;
  readonly ports: ChannelPorts;
}

/** One try of one claim: builds the attempt, asks the channel once, and turns every accident into an outcome. */
export class AttemptRunner {
  constructor(private readonly parts: RunnerParts) {}

  async send(claim: Claim, channel: Channel, by: TriedBy): Promise<Tried<SendOutcome>> {
    const tally = { calls: 0, writes: 0 };
    try {
      const { rendition, attempt } = await this.#prepare(claim, { channel, tally, ...by });
      return {
        outcome: await unlessAborted(channel.send(rendition, attempt), by.signal),
        calls: tally.calls,
      };
    } catch (error) {
      return { outcome: accidentOf(error, tally.writes > 0), calls: tally.calls };
    }
  }

  async probe(claim: Claim, channel: Channel, by: TriedBy): Promise<Tried<ReconcileOutcome>> {
    const tally = { calls: 0, writes: 0 };
    const { row } = claim;
    try {
      const spent = await this.#spent(channel, by.account);
      if (spent !== null) return { outcome: spent, calls: 0 };
      const { rendition, attempt } = await this.#prepare(claim, { channel, tally, ...by });
      const asked = channel.reconcile(rendition, row.pending ?? row.receipt, attempt);
      const outcome = await unlessAborted(asked, by.signal);
      return { outcome, calls: tally.calls };
    } catch (error) {
      // Not being able to ask says nothing about the publication; the policy ends the waiting, not the error.
      const reason = messageOf(error);
      this.parts.ports.log.warn('dispatch.probeFailed', { delivery: row.id, reason });
      if (error instanceof TokenUnavailable && error.permanent)
        return { outcome: { kind: 'unreadable', reason, beyond: 'stopAccount' }, calls: tally.calls };
      return { outcome: { kind: 'stillPending', checkAfterMs: 30_000 }, calls: tally.calls };
    }
  }

  #spent({ manifest }: Channel, account: Account): Promise<ReconcileOutcome | null> {
    return this.parts.budget.refusal(this.parts.database.queries, account.id, manifest.rates);
  }

  /** Corrects or withdraws what the amended row published. */
  async undo(claim: Claim, channel: Channel, by: TriedBy): Promise<Tried<UndoOutcome>> {
    const tally = { calls: 0, writes: 0 };
    try {
      const { rendition, attempt } = await this.#prepare(claim, { channel, tally, ...by });
      const receipt = attempt.amends ?? unrecorded;
      const undone =
        claim.row.operation === 'withdraw'
          ? channel.withdraw(receipt, attempt)
          : channel.correct(receipt, rendition, attempt);
      return { outcome: await unlessAborted(undone, by.signal), calls: tally.calls };
    } catch (error) {
      const message = messageOf(error);
      const outcome: UndoOutcome =
        tally.writes > 0 ? { kind: 'unknown', reason: message } : { kind: 'deferred', delayMs: 0, message };
      return { outcome, calls: tally.calls };
    }
  }

  /** Does the public still see what was to be withdrawn? */
  async inspect(claim: Claim, channel: Channel, by: TriedBy): Promise<Tried<Inspection>> {
    const tally = { calls: 0, writes: 0 };
    try {
      const { attempt } = await this.#prepare(claim, { channel, tally, ...by });
      const seen = channel.inspect(attempt.amends ?? unrecorded, attempt);
      return { outcome: await unlessAborted(seen, by.signal), calls: tally.calls };
    } catch (error) {
      return { outcome: { kind: 'unreadable', reason: messageOf(error) }, calls: tally.calls };
    }
  }

  /** What the public finds of a row that is out, beside what it should find. Nothing is written: a probe's fence lets nothing pass. */
  async readBack(claim: Claim, channel: Channel, by: TriedBy): Promise<Tried<ReadBackOutcome>> {
    const tally = { calls: 0, writes: 0 };
    const { receipt } = claim.row;
    if (channel.readsAs === undefined || receipt === null)
      return { outcome: { kind: 'unreadable', reason: 'nothing can be read back' }, calls: 0 };
    try {
      const { rendition, attempt } = await this.#prepare(claim, { channel, tally, ...by });
      const seen = await unlessAborted(channel.inspect(receipt, attempt), by.signal);
      const outcome: ReadBackOutcome =
        seen.kind === 'shown'
          ? { kind: 'read', shown: seen, expected: channel.readsAs(rendition, receipt, attempt.settings) }
          : seen;
      return { outcome, calls: tally.calls };
    } catch (error) {
      return { outcome: { kind: 'unreadable', reason: messageOf(error) }, calls: tally.calls };
    }
  }

  /** The posts that stand on the account, whoever put them there. */
  async recent(since: Date, channel: Channel, { account, signal }: TriedBy): Promise<Tried<RecentOutcome>> {
    const tally = { calls: 0, writes: 0 };
    const row = nobodysRow(account, this.parts.ports.clock.now());
    const claim = { row, action: 'probe', leaseEndsAt: Infinity } as const;
    try {
      const attempt = this.#attempt(claim, { channel, account, tally, signal }, []);
      const posts = await unlessAborted(channel.recent(since, attempt), signal);
      return { outcome: { kind: 'read', posts }, calls: tally.calls };
    } catch (error) {
      return { outcome: { kind: 'unreadable', reason: messageOf(error) }, calls: tally.calls };
    }
  }

  /** The next part of a place that is too large for one look. */
  async survey(from: SurveyPlace, channel: Channel, by: TriedBy): Promise<Tried<SurveyOutcome>> {
    const tally = { calls: 0, writes: 0 };
    const row = nobodysRow(by.account, this.parts.ports.clock.now());
    const claim = { row, action: 'probe', leaseEndsAt: Infinity } as const;
    try {
      const attempt = this.#attempt(claim, { channel, tally, ...by }, []);
      const survey = await unlessAborted(channel.survey?.(from, attempt) ?? noSurvey(channel), by.signal);
      return { outcome: { kind: 'read', survey }, calls: tally.calls };
    } catch (error) {
      return { outcome: { kind: 'unreadable', reason: messageOf(error) }, calls: tally.calls };
    }
  }

  async #prepare(claim: Claim, context: AttemptContext) {
    const { database, renditions, pictures } = this.parts;
    const rendition = await renditions.find(database.queries, claim.row.renditionDigest);
    const images = await pictures.find(database.queries, rendition.assets);
    const amends = await this.#amended(claim.row.amends);
    const attempt = this.#attempt(claim, context, images);
    return { rendition, attempt: amends === null ? attempt : { ...attempt, amends } };
  }

  async #amended(id: string | null): Promise<Receipt | null> {
    return id === null ? null : amendedReceipt(this.parts.database.queries, id);
  }

  #attempt(claim: Claim, context: AttemptContext, images: Attempt['images']): Attempt {
    const { channel, account, tally, signal } = context;
    const { row } = claim;
    const { leases } = this.parts;
    const all = counted(this.parts.ports, tally);
    // Who only looks may stop anywhere; who publishes must see its request through.
    const ports = claim.action === 'probe' ? untilAborted(all, signal) : all;
    const settings = channel.manifest.settings.parse(account.settings);
    const secrets = channel.manifest.secrets.parse(account.secrets);
    const at = row.lastIntentAt ?? row.createdAt;
    return {
      deliveryId: row.id,
      operation: row.operation,
      idempotencyKey: row.idempotencyKey,
      generation: row.generation,
      releaseId: row.releaseId,
      version: row.version,
      ...(row.recipient === '' ? {} : { recipient: row.recipient }),
      portalUrl: row.portalUrl,
      firstIntentAt: row.firstIntentAt ?? at,
      lastIntentAt: at,
      settings,
      secrets,
      token: new AccountToken(this.parts.database, this.parts.tokens, account.id, () =>
        channel.authorise({ settings, secrets, ports }),
      ),
      fence: {
        check: async (callTimeoutMs) => {
          if (claim.action === 'probe') throw new FenceLost('a probe writes nothing');
          if (signal.aborted) throw new FenceLost('the try was given up');
          await leases.check(claim, callTimeoutMs);
          signal.throwIfAborted();
          tally.writes += 1;
        },
      },
      ports,
      images,
      phase: row.phase,
      ...(row.alternative === null ? {} : { alternative: row.alternative }),
      checkpoint: (step, data) => leases.checkpoint(claim, step, data),
    };
  }
}

/** What reading back found. */
export type ReadBackOutcome =
  | { readonly kind: 'read'; readonly shown: Reading; readonly expected: Reading }
  | { readonly kind: 'gone' }
  | { readonly kind: 'unreadable'; readonly reason: string };

const noSurvey = ({ manifest }: Channel): never => {
  throw new Error(`${manifest.channel} is looked through by its list of posts`);
};

export type SurveyOutcome =
  | { readonly kind: 'read'; readonly survey: Survey }
  | { readonly kind: 'unreadable'; readonly reason: string };

export type RecentOutcome =
  | { readonly kind: 'read'; readonly posts: readonly RecentPost[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Who asks for the posts of an account asks on behalf of no row. */
const nobodysRow = (account: Account, at: Date): Delivery => ({
  ...{
    id: '',
    releaseId: '',
    version: 0,
    accountId: account.id,
    channel: account.channel,
    operation: 'send',
  },
  ...{ recipient: '', urgent: false, state: 'delivered', waitingFor: null, generation: 0, epoch: 0 },
  ...{ attempts: 0, failures: 0, nextAt: at, firstIntentAt: at, lastIntentAt: at, portalUrl: '' },
  ...{ idempotencyKey: '', renditionDigest: '', phase: null, pending: null, receipt: null },
  ...{ amendmentId: null, amends: null, trace: null, fix: null, field: null, beyond: null, alternatives: [] },
  ...{ alternative: null, told: null, lastCode: null, lastMessage: null },
  ...{ createdAt: at, updatedAt: at, settledAt: null },
});

interface Tally {
  calls: number;
  /** Remote writes that the fence let pass. */
  writes: number;
}

/** On whose behalf, and until when: once aborted, nothing more is written and the try ends as what is then certain. */
export interface TriedBy {
  readonly account: Account;
  readonly signal: AbortSignal;
}

interface AttemptContext extends TriedBy {
  readonly channel: Channel;
  readonly tally: Tally;
}

/** A platform that hangs must not hold up a process that is leaving, nor a look; its late answer is nobody's. */
const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const { promise: given, reject } = Promise.withResolvers<never>();
  const giveUp = (): void => reject(new Error(reasonOf(signal)));
  if (signal.aborted) giveUp();
  signal.addEventListener('abort', giveUp, { once: true });
  try {
    return await Promise.race([work, given]);
  } finally {
    signal.removeEventListener('abort', giveUp);
    work.catch(() => undefined);
  }
};

const reasonOf = ({ reason }: AbortSignal): string =>
  reason instanceof DOMException && reason.name === 'TimeoutError'
    ? '在给定的时间内没有读完，已停止 (not read to the end within the time given; given up)'
    : '发送进程正在退出 (the process is leaving)';

const counted = (ports: ChannelPorts, tally: Tally): ChannelPorts => ({
  ...ports,
  http: {
    request: (request) => {
      tally.calls += 1;
      return ports.http.request(request);
    },
  },
});

/** A page may stand although its row never came to a receipt: the portal finds it by the release. */
const unrecorded: Receipt = { remoteId: '' };

/** Before the fence let a write pass, nothing can have been published; after it, nobody here can know. */
const accidentOf = (error: unknown, mayHaveWritten: boolean): SendOutcome => {
  const message = messageOf(error);
  if (mayHaveWritten) return { kind: 'unknown', reason: message };
  if (error instanceof TokenUnavailable && error.permanent)
    return { kind: 'rejected', code: 'tokenRefused', message, fix: 'credential' };
  const reason = error instanceof TokenUnavailable ? 'token' : 'transient';
  return { kind: 'deferred', delayMs: 0, reason, message };
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
