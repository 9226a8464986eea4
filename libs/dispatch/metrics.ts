import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Database } from '@koujing/database';
import type { OperationsView } from './operations.api.js';

type Labels = Readonly<Record<string, string | number>>;

let ofProcess: Registry | undefined;

/** What a process tells of itself; its observers run until the process ends, so that there is one set of them, not one a server. */
const processRegistry = (): Registry => {
  if (ofProcess === undefined) {
    ofProcess = new Registry();
    collectDefaultMetrics({ register: ofProcess, prefix: 'koujing_process_' });
  }
  return ofProcess;
};

/**
 * Prometheus metrics. What stands in the ledger is read from it at each scrape, so that it is the same whichever
 * process is asked, and workers without a web face are counted too: take `max`, not `sum`, over processes.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #gauges = new Map<string, Gauge>();

  readonly #process = processRegistry();

  constructor(
    private readonly source: { now(): Promise<OperationsView> },
    private readonly database: Pick<Database, 'replica'>,
  ) {}

  get contentType(): string {
    return this.#registry.contentType;
  }

  async text(): Promise<string> {
    const view = await this.source.now();
    this.#set('koujing_deliveries_due', 'Rows that may be sent now and are not', [[{}, view.due]]);
    this.#set('koujing_oldest_due_seconds', 'Age of the oldest of them', [[{}, view.oldestDueSeconds]]);
    this.#set(
      'koujing_deliveries',
      'Open, refused and doubtful rows of the ledger',
      view.rows.map(({ channel, state, rows }) => [{ channel, state }, rows]),
    );
    this.#set(
      'koujing_tries_last_hour',
      'Tries of the last hour by outcome and class',
      view.outcomes.map(({ tries, ...labels }) => [labels, tries]),
    );
    this.#set(
      'koujing_quota_left',
      'What an account may still do in the current window',
      view.accounts.flatMap(({ id, channel, quotas }) =>
        quotas.map(({ name, per, left }) => [{ account: id, channel, name, per }, left] as const),
      ),
    );
    this.#set(
      'koujing_account_stopped',
      '1 while an account waits for an operator',
      view.accounts.map(({ id, channel, breaker }) => [
        { account: id, channel },
        Number(breaker === 'stopped'),
      ]),
    );
    this.#replica();
    return Registry.merge([this.#process, this.#registry]).metrics();
  }

  /** Of this process: another one may stand otherwise to the replica. */
  #replica(): void {
    const standing = this.database.replica?.standing;
    if (standing === undefined) return;
    const used = Number(standing.kind === 'used');
    this.#set('koujing_replica_used', '1 while the read-only replica is asked', [[{}, used]]);
    const lagMs = 'lagMs' in standing ? standing.lagMs : null;
    // Not known to hold anything: so late that every alarm goes off.
    const seconds = lagMs === null ? Number.POSITIVE_INFINITY : lagMs / 1_000;
    this.#set('koujing_replica_lag_seconds', 'The most that an answer of it can be late', [[{}, seconds]]);
  }

  /** Labels that are gone are gone: yesterday's state must not stand beside today's. */
  #set(name: string, help: string, values: readonly (readonly [Labels, number])[]): void {
    const labelNames = Object.keys(values[0]?.[0] ?? {});
    const known = this.#gauges.get(name);
    if (known === undefined && values.length === 0) return;
    const gauge = known ?? new Gauge({ name, help, labelNames, registers: [this.#registry] });
    this.#gauges.set(name, gauge);
    gauge.reset();
    // An unlabelled gauge resets to 0 by itself.
    for (const [labels, value] of values) gauge.set(labels, value);
  }
}
