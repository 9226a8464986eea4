/** One login on one platform, or one page root, or one sender: where deliveries go. */
export interface Account {
  readonly id: string;
  /** Whose account it is; null for the city's own. */
  readonly organId: string | null;
  readonly channel: string;
  readonly name: string;
  /** Checked by the channel's manifest. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Never logged, encrypted at rest; empty for channels without secrets. */
  readonly secrets: Readonly<Record<string, unknown>>;
  readonly enabled: boolean;
  /** `closed` lets through, `open` rests until `breakerUntil`, `stopped` waits for an operator. */
  readonly breaker: 'closed' | 'open' | 'stopped';
  readonly breakerUntil: Date | null;
  readonly breakerReason: string | null;
}

/** As administrators keep it. */
export interface KeptAccount extends Account {
  readonly revision: number;
  /** It also stands in the configuration file. */
  readonly configured: boolean;
}
