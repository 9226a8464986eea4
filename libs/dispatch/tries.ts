import type { Channel } from '@koujing/channel';
import type { Database } from '@koujing/database';
import type { AttemptRunner, TriedBy } from './attempt-runner.js';
import type { Change } from './change.js';
import type { Claim } from './claim.js';
import type { Finished } from './outcome-store.sql.js';
import type { QuotaStore } from './quota-store.sql.js';
import { settleProbe } from './settle-probe.js';
import { settleSend } from './settle-send.js';
import { settleInspection, settleUndo } from './settle-undo.js';

/** What a try came to; it still has to be committed. */
export interface Answered {
  readonly outcome: Finished['outcome'];
  readonly change: Change;
  readonly calls: number;
}

export interface TryParts {
  readonly database: Database;
  readonly runner: AttemptRunner;
  readonly quotas: QuotaStore;
}

/** Tries one claim as its row asks, sending, correcting, withdrawing or only asking, and says what that makes of the row. */
export class Tries {
  constructor(
    private readonly parts: TryParts,
    private readonly jitter: () => number,
  ) {}

  async answer(claim: Claim, channel: Channel, by: TriedBy): Promise<Answered> {
    const answered =
      claim.action === 'send' ? await this.#send(claim, channel, by) : await this.#probe(claim, channel, by);
    await this.#countCalls(claim, channel, answered.calls);
    return answered;
  }

  async #send(claim: Claim, channel: Channel, by: TriedBy): Promise<Answered> {
    const { row } = claim;
    const circumstances = this.#circumstances(channel);
    if (row.operation === 'correct' || row.operation === 'withdraw') {
      const { outcome, calls } = await this.parts.runner.undo(claim, channel, by);
      return { outcome, calls, change: settleUndo(row, outcome, circumstances) };
    }
    const { outcome, calls } = await this.parts.runner.send(claim, channel, by);
    return { outcome, calls, change: settleSend(row, outcome, circumstances) };
  }

  async #probe(claim: Claim, channel: Channel, by: TriedBy): Promise<Answered> {
    if (claim.row.operation === 'withdraw') return this.#inspect(claim, channel, by);
    const { settleMs } = channel.manifest;
    const { outcome, calls } = await this.parts.runner.probe(claim, channel, by);
    const now = await this.parts.database.now();
    return {
      outcome,
      calls,
      change: settleProbe(claim.row, outcome, { now, settleMs, ...this.#circumstances(channel) }),
    };
  }

  async #inspect(claim: Claim, channel: Channel, by: TriedBy): Promise<Answered> {
    const { outcome, calls } = await this.parts.runner.inspect(claim, channel, by);
    const { settleMs } = channel.manifest;
    const known = { now: await this.parts.database.now(), settleMs, ...this.#circumstances(channel) };
    return { outcome, calls, change: settleInspection(claim.row, outcome, known) };
  }

  #circumstances({ manifest }: Channel) {
    return { jitter: this.jitter(), retry: manifest.retry };
  }

  /** The claim took one call from the account's rate; what the try used beyond it is counted afterwards. */
  async #countCalls(claim: Claim, channel: Channel, calls: number): Promise<void> {
    const used = claim.action === 'send' ? calls - 1 : calls;
    const { rates } = channel.manifest;
    if (used <= 0 || !rates.some(({ name }) => name === 'calls')) return;
    await this.parts.quotas.countCalls(this.parts.database.queries, claim.row.accountId, rates, used);
  }
}
