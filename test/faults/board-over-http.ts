import type { Attempt, ReconcileOutcome, Rendition, SendOutcome } from '@koujing/channel';
import { Platform } from '../medium/dispatch-platform.js';

/** A platform that stands in another process: it takes every POST, and a GET tells what it holds. */
export class BoardOverHttp extends Platform {
  constructor(
    private readonly address: string,
    private readonly beforeWriting: () => Promise<void> = async () => undefined,
  ) {
    super('board', { waitsForPortal: false });
  }

  override async send(_: Rendition, attempt: Attempt): Promise<SendOutcome> {
    await this.beforeWriting();
    await attempt.fence.check(this.manifest.callTimeoutMs);
    const response = await fetch(this.address, { method: 'POST', body: attempt.deliveryId });
    return { kind: 'delivered', receipt: { remoteId: await response.text() } };
  }

  override async reconcile(_: Rendition, __: unknown, attempt: Attempt): Promise<ReconcileOutcome> {
    const held = (await (await fetch(this.address)).json()) as readonly string[];
    const matches = held.filter((id) => id === attempt.deliveryId).length;
    return matches === 0
      ? { kind: 'absent' }
      : { kind: 'present', receipt: { remoteId: `post-${held.indexOf(attempt.deliveryId) + 1}` }, matches };
  }
}
