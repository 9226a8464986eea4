import { digestOf } from '@koujing/kernel';
import type { Operation } from './delivery.js';

export interface KeyParts {
  readonly releaseId: string;
  readonly version: number;
  readonly accountId: string;
  readonly operation: Operation;
  readonly recipient: string;
  /** Raised only after proven failure or absence: else a vendor's "already sent" for a failed send would read as success. */
  readonly generation: number;
}

/**
 * Deterministic, so that a process that comes after a crash asks with the same key.
 * 32 hex digits: WeChat's clientmsgid has been refused at 36 characters (CHANNELS.md A6).
 */
export const idempotencyKey = (parts: KeyParts): string => digestOf(parts).slice(0, 32);
