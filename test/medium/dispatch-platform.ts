import { z } from 'zod';
import {
  type Attempt,
  type Authorisation,
  type Channel,
  type Manifest,
  type ReconcileOutcome,
  type Rendition,
  type SendOutcome,
  type TokenPort,
} from '@koujing/channel';

/** Where a try can be stopped, in the order in which a try passes them. */
export type Moment = 'beforeFence' | 'afterFence' | 'afterAccept';

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

  preview(): Rendition {
    return { channel: this.manifest.channel, template: 'p@1', parts: {}, slots: [], assets: [] };
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
    const id = `post-${this.posts.length + 1}`;
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

  async correct() {
    return { kind: 'notPossible', operatorSteps: [] } as const;
  }

  async withdraw() {
    return { kind: 'notPossible', operatorSteps: [] } as const;
  }

  async inspect() {
    return { kind: 'gone' } as const;
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
