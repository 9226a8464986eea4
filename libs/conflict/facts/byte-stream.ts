/** Writes whole numbers, small ones in one byte; differences wrap at 32 bits, so any order of numbers comes back. */
export class ByteWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;

  number(value: number): void {
    let rest = value >>> 0;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  /** Ascending ones take the least room. */
  numbers(values: Iterable<number> & { readonly length: number }): void {
    this.number(values.length);
    let before = 0;
    for (const value of values) {
      this.number(value - before);
      before = value;
    }
  }

  text(value: string): void {
    const bytes = Buffer.from(value, 'utf8');
    this.number(bytes.length);
    this.append(bytes);
  }

  append(bytes: Uint8Array): void {
    for (const byte of bytes) this.byte(byte);
  }

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  private byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = value;
  }
}

/** Reads what `ByteWriter` wrote, in the same order. */
export class ByteReader {
  #at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  number(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.#at++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  numbers(): Int32Array {
    const values = new Int32Array(this.number());
    let before = 0;
    for (let index = 0; index < values.length; index += 1) {
      before = (before + this.number()) | 0;
      values[index] = before;
    }
    return values;
  }

  /** Numbers written as their places in `list`. */
  listed(list: Int32Array): Int32Array {
    const values = new Int32Array(this.number());
    let place = 0;
    for (let index = 0; index < values.length; index += 1) {
      place = (place + this.number()) | 0;
      values[index] = list[place] as number;
    }
    return values;
  }

  text(): string {
    const length = this.number();
    const start = this.#at;
    this.#at += length;
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + start, length).toString('utf8');
  }
}
