import type { Attempt, Rendition, SendOutcome } from '@koujing/channel';
import { Platform } from '../../medium/dispatch-platform.js';
import type { Sink } from './sink.js';

/** A channel with one row per recipient, whose platform is the sink: it does what every channel does before a write. */
export class SinkChannel extends Platform {
  /** Told as a try begins, for the pickup. */
  begun: () => void = () => undefined;

  constructor(private readonly sink: Sink) {
    super('sink', { perRecipient: true });
  }

  override async send(_: Rendition, attempt: Attempt): Promise<SendOutcome> {
    this.begun();
    await attempt.fence.check(this.manifest.callTimeoutMs);
    await this.sink.post(attempt.idempotencyKey);
    return { kind: 'delivered', receipt: { remoteId: attempt.idempotencyKey } };
  }
}
