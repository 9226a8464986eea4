/** A document as the index takes it. */
export interface IndexedDocument {
  /** The caller's number for it, 32 bits. */
  readonly handle: number;
  /** Publication time in milliseconds; `-Infinity` sorts unknown times first. */
  readonly time: number;
  /** Distinct term keys, ascending. */
  readonly keys: Uint32Array;
  /** Those of `keys` that stand in it more than once, ascending. */
  readonly repeated: Uint32Array;
}
