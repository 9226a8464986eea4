import { z } from 'zod';
import {
  type Attempt,
  type Authorisation,
  type Channel,
  type Manifest,
  type Inspection,
  type Publication,
  type Receipt,
  type ReconcileOutcome,
  type Rendition,
  type SendOutcome,
  type TokenPort,
  type UndoOutcome,
} from '@koujing/channel';

/** Where a try can be stopped, in the order in which a try passes them. */
export type Moment = 'beforeFence' | 'afterFence' | 'afterAccept' | 'afterUndo';

export interface Post {
  readonly id: string;
  readonly text: string;
  readonly deliveryId: string;
  readonly key: string;
}

type Faults = Partial<Omit<Manifest, 'settings' | 'secrets'>>;

const manifestOf = (channel: string, more: Faults): Manifest => ({
  channel,
  name: { zh: channel, en: channel },
  settings: z.record(z.string(), z.unknown()),
  secrets: z.record(z.string(), z.unknown()),
  slots: [],
  limits: [],
  rates: [],
  perRecipient: false,
  can: { withdraw: false, correct: false, reconcile: true, recent: false },
  settleMs: 0,
  callTimeoutMs: 5_000,
  mark: 'delivery id',
  refusesDouble: false,
  waitsForPortal: true,
  documentation: '',
  ...more,
});

/** A platform that takes anything, twice if asked twice, and can stop a try at any moment. */
export class Platform implements Channel {
  readonly manifest: Manifest;
  readonly posts: Post[] = [];
  readonly seen: Pick<Attempt, 'portalUrl' | 'generation' | 'recipient' | 'phase' | 'deliveryId'>[] = [];
  /** Answers in turn instead of taking the post. */
  readonly answers: (SendOutcome | Error)[] = [];
  /** Addresses that do not exist. */
  readonly refuses = new Set<string>();
  /** The same for corrections and withdrawals. */
  readonly undoAnswers: UndoOutcome[] = [];
  /** How often it was told to delete. */
  deletions = 0;
  /** Overrides what a search finds. */
  finds: ((attempt: Attempt) => ReconcileOutcome) | null = null;
  usesToken = false;
  /** Keeps the token port of every attempt, to be refused later. */
  tokens: TokenPort[] | null = null;
  /** Commits a checkpoint before its write. */
  checkpoints = false;
  authorisations = 0;
  tokenTtlMs = 3_600_000;
  delayMs = 0;
  at: Date[] = [];
  #taken = 0;
  #stops = new Map<Moment, { arrived: () => void; gate: Promise<void> }>();

  constructor(channel: string, more: Faults = {}) {
    this.manifest = manifestOf(channel, more);
  }

  /** The next try stops at this moment until `resume`; `arrived` tells that it got there. */
  stopAt(moment: Moment): { readonly arrived: Promise<void>; readonly resume: () => void } {
    const arrival = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    this.#stops.set(moment, { arrived: arrival.resolve, gate: gate.promise });
    return { arrived: arrival.promise, resume: gate.resolve };
  }

  validate() {
    return [];
  }

  preview(publication?: Publication): Rendition {
    const template = `p@${publication?.version ?? 1}`;
    return { channel: this.manifest.channel, template, parts: {}, slots: [], assets: [] };
  }

  withdrawalNotice(): Rendition {
    return { channel: this.manifest.channel, template: 'notice@1', parts: {}, slots: [], assets: [] };
  }

  async send(rendition: Rendition, attempt: Attempt): Promise<SendOutcome> {
    const { portalUrl, generation, recipient, phase, deliveryId } = attempt;
    this.seen.push({
      portalUrl,
      generation,
      phase,
      deliveryId,
      ...(recipient === undefined ? {} : { recipient }),
    });
    if (recipient !== undefined && this.refuses.has(recipient))
      return { kind: 'rejected', code: '550', message: 'no such mailbox', fix: 'content' };
    const answer = this.answers.shift();
    if (answer instanceof Error) throw answer;
    if (answer !== undefined) return answer;
    this.tokens?.push(attempt.token);
    if (this.usesToken) await attempt.token.current();
    await this.#pause('beforeFence');
    if (this.checkpoints) await attempt.checkpoint('writing', {});
    await attempt.fence.check(this.manifest.callTimeoutMs);
    await this.#pause('afterFence');
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    this.#taken += 1;
    const id = `post-${this.#taken}`;
    this.posts.push({ id, text: rendition.template, deliveryId, key: attempt.idempotencyKey });
    await this.#pause('afterAccept');
    return { kind: 'delivered', receipt: { remoteId: id, url: `http://127.0.0.1/${id}` } };
  }

  async reconcile(_: Rendition, __: unknown, attempt: Attempt): Promise<ReconcileOutcome> {
    if (this.finds !== null) return this.finds(attempt);
    const ours = this.posts.filter(({ deliveryId }) => deliveryId === attempt.deliveryId);
    const [first] = ours;
    if (first === undefined) return { kind: 'absent' };
    return { kind: 'present', receipt: { remoteId: first.id }, matches: ours.length };
  }

  /** In its place: the same post with another text. */
  async correct(receipt: Receipt, rendition: Rendition, attempt: Attempt): Promise<UndoOutcome> {
    const answer = this.undoAnswers.shift();
    if (answer !== undefined) return answer;
    await attempt.fence.check(this.manifest.callTimeoutMs);
    const at = this.posts.findIndex(({ id }) => id === receipt.remoteId);
    if (at < 0) return { kind: 'alreadyGone' };
    this.posts[at] = {
      id: receipt.remoteId,
      text: rendition.template,
      deliveryId: attempt.deliveryId,
      key: attempt.idempotencyKey,
    };
    await this.#pause('afterUndo');
    return { kind: 'done', receipt };
  }

  async withdraw(receipt: Receipt, attempt: Attempt): Promise<UndoOutcome> {
    const answer = this.undoAnswers.shift();
    if (answer !== undefined) return answer;
    await attempt.fence.check(this.manifest.callTimeoutMs);
    this.deletions += 1;
    const at = this.posts.findIndex(({ id }) => id === receipt.remoteId);
    if (at < 0) return { kind: 'alreadyGone' };
    this.posts.splice(at, 1);
    await this.#pause('afterUndo');
    return { kind: 'done', receipt };
  }

  async inspect(receipt: Receipt): Promise<Inspection> {
    const post = this.posts.find(({ id }) => id === receipt.remoteId);
    return post === undefined ? { kind: 'gone' } : { kind: 'shown', text: post.text };
  }

  async recent() {
    return [];
  }

  async authorise(): Promise<{ kind: 'authorised'; authorisation: Authorisation }> {
    this.authorisations += 1;
    await new Promise((resolve) => setTimeout(resolve, 50));
    const token = `token-${this.authorisations}`;
    return {
      kind: 'authorised',
      authorisation: { token, expiresAt: new Date(Date.now() + this.tokenTtlMs) },
    };
  }

  async #pause(moment: Moment): Promise<void> {
    const stop = this.#stops.get(moment);
    if (stop === undefined) return;
    this.#stops.delete(moment);
    stop.arrived();
    await stop.gate;
  }
}
