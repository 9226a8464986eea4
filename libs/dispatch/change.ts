import type { Alternative, Beyond, Fix, Pending, Receipt } from '@koujing/channel';
import type { DeliveryState } from './delivery.js';

/** What one outcome does to one row; committed together with its evidence. */
export interface Change {
  readonly to: DeliveryState;
  /** Until the next try or probe; ignored for settled rows. */
  readonly afterMs: number;
  readonly failures: number;
  /** True if the platform certainly has not got it: the next try carries a new key. */
  readonly raiseGeneration: boolean;
  readonly receipt: Receipt | null;
  readonly pending: Pending | null;
  readonly fix: Fix | null;
  readonly field: string | null;
  readonly beyond: Beyond | null;
  readonly alternatives: readonly Alternative[];
  readonly code: string | null;
  readonly message: string | null;
  /** Put off to another day: persons are told, with the ways out. */
  readonly postponed: boolean;
  /** What a person must do by hand, because the platform cannot or did not. */
  readonly steps: readonly string[];
  /** What the account's breaker learns. */
  readonly account: 'worked' | 'failed' | 'stopped' | 'untouched';
}

const nothing = {
  afterMs: 0,
  failures: 0,
  raiseGeneration: false,
  receipt: null,
  pending: null,
  fix: null,
  field: null,
  beyond: null,
  alternatives: [],
  postponed: false,
  code: null,
  message: null,
  steps: [],
  account: 'untouched',
} as const;

export const change = (to: DeliveryState, what: Partial<Omit<Change, 'to'>> = {}): Change => ({
  ...nothing,
  ...what,
  to,
});
