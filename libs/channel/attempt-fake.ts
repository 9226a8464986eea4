import { FenceLost, type Attempt, type ChannelPorts, type Fence, type TokenPort } from './ports.js';
import type { Pending } from './outcome.js';

/** The fake: one token after the other, as the platform's operator would hand them out. */
export class FakeTokens implements TokenPort {
  replaced = 0;
  #at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  async current(): Promise<string> {
    return this.tokens[this.#at] ?? '';
  }

  async replace(failed: string): Promise<string | null> {
    this.replaced += 1;
    if (failed === this.tokens[this.#at]) this.#at += 1;
    return this.tokens[this.#at] ?? null;
  }
}

/** The fake: holds, until it is lost after so many checks. */
export class FakeFence implements Fence {
  checks = 0;

  constructor(private readonly lostAfter = Infinity) {}

  async check(): Promise<void> {
    this.checks += 1;
    if (this.checks > this.lostAfter) throw new FenceLost('The claim has passed to another worker.');
  }
}

/** What a test gives; the rest is a first attempt made now by a worker that holds its claim. */
export type AttemptParts<Settings, Secrets> = Pick<
  Attempt<Settings, Secrets>,
  'settings' | 'secrets' | 'portalUrl'
> &
  Partial<Omit<Attempt<Settings, Secrets>, 'ports'>> & { readonly ports: ChannelPorts };

export interface FakeAttempt<Settings, Secrets> extends Attempt<Settings, Secrets> {
  readonly checkpoints: readonly { readonly step: string; readonly data: Pending }[];
}

export const anAttempt = <Settings, Secrets>(
  parts: AttemptParts<Settings, Secrets>,
): FakeAttempt<Settings, Secrets> => {
  const checkpoints: { step: string; data: Pending }[] = [];
  const now = parts.ports.clock.now();
  return {
    deliveryId: '018f0000-0000-7000-8000-00000000d001',
    operation: 'send',
    idempotencyKey: '018f0000-0000-7000-8000-00000000a001|1|account|send||0',
    generation: 0,
    releaseId: '018f0000-0000-7000-8000-00000000a001',
    version: 1,
    firstIntentAt: now,
    lastIntentAt: now,
    token: new FakeTokens(['token-1']),
    fence: new FakeFence(),
    images: [],
    phase: null,
    ...parts,
    checkpoints,
    checkpoint: async (step, data) => {
      checkpoints.push({ step, data });
      await parts.checkpoint?.(step, data);
    },
  };
};
