import { anAttempt, FakeFence, type FakeAttempt } from './attempt-fake.js';
import type { Channel } from './channel.js';
import type { ChannelHarness, ChannelWorld } from './channel-harness.js';
import type { Pending, Receipt, ReconcileOutcome, SendOutcome } from './outcome.js';
import type { Attempt } from './ports.js';
import type { Publication, Rendition } from './publication.js';

/** One case: a fresh platform, the rendition, and what dispatch would do around the channel. */
export class Stage<Settings, Secrets> {
  readonly channel: Channel<Settings, Secrets>;
  readonly rendition: Rendition;
  readonly #publication: Publication;

  private constructor(
    harness: ChannelHarness<Settings, Secrets>,
    readonly world: ChannelWorld<Settings, Secrets>,
  ) {
    this.channel = harness.channel;
    this.#publication = harness.publication;
    this.rendition = harness.channel.preview(harness.publication, world.settings);
  }

  /** Plays the case on a fresh platform and takes it down. */
  static async play<Settings, Secrets>(
    harness: ChannelHarness<Settings, Secrets>,
    play: (stage: Stage<Settings, Secrets>) => Promise<void>,
  ): Promise<void> {
    const world = await harness.start();
    try {
      await play(new Stage(harness, world));
    } finally {
      await world.stop();
    }
  }

  attempt(change: Partial<Attempt<Settings, Secrets>> = {}): FakeAttempt<Settings, Secrets> {
    const { world } = this;
    const { releaseId, version, portalUrl, images } = this.#publication;
    return anAttempt({
      settings: world.settings,
      secrets: world.secrets,
      releaseId,
      version,
      portalUrl,
      images: images.map(({ sha256, mimeType, bytes }) => ({ sha256, mimeType, bytes })),
      token: world.tokens(),
      fence: new FakeFence(),
      ...(world.recipient === undefined ? {} : { recipient: world.recipient }),
      ...change,
      ports: world.ports,
    });
  }

  /** Asks until the platform has spoken, as dispatch would, waiting on the travelling clock. */
  async settled(
    known: Pending | Receipt | null,
    attempt: Attempt<Settings, Secrets>,
  ): Promise<ReconcileOutcome> {
    for (let turn = 0; turn < 60; turn += 1) {
      const outcome = await this.channel.reconcile(this.rendition, known, attempt);
      if (outcome.kind !== 'stillPending') return outcome;
      this.world.clock.travel(outcome.checkAfterMs);
    }
    throw new Error('The platform never came to a decision.');
  }

  /** Sends and waits for the receipt. @throws Error when it is not delivered. */
  async delivered(attempt: Attempt<Settings, Secrets> = this.attempt()): Promise<Receipt> {
    const outcome = await this.channel.send(this.rendition, attempt);
    if (outcome.kind === 'delivered') return outcome.receipt;
    if (outcome.kind !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(outcome)}`);
    this.world.clock.travel(outcome.checkAfterMs);
    const found = await this.settled(outcome.pending, attempt);
    if (found.kind !== 'present') throw new Error(`Not present: ${JSON.stringify(found)}`);
    return found.receipt;
  }
}

/** What is known after a send, for reconciling. */
export const knownFrom = (outcome: SendOutcome): Pending | null =>
  outcome.kind === 'accepted' || outcome.kind === 'unknown' ? (outcome.pending ?? null) : null;

/** A part of the world that the harness has not declared as lacking. @throws Error when it is missing. */
export const needed = <T>(part: T | null | undefined, name: string): T => {
  if (part === undefined || part === null)
    throw new Error(`The harness neither gives "${name}" nor lists it under "lacks".`);
  return part;
};
