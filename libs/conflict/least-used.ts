/** A thing known by its id. */
interface Named {
  readonly id: string;
}

interface Entry<Of, T> {
  readonly of: Of;
  readonly value: T;
  readonly weight: number;
}

/** Values of things, within a budget of weight; what was longest unused is dropped first. */
export class LeastUsed<Of extends Named, T> {
  readonly #entries = new Map<string, Entry<Of, T>>();
  #weight = 0;

  /** Unless told otherwise each weighs one. */
  constructor(
    private readonly budget: number,
    private readonly weigh: (value: T) => number = () => 1,
  ) {}

  /** What all together weigh; never more than the budget. */
  get weight(): number {
    return this.#weight;
  }

  /** The value of this very object, not of another version with its id. */
  known(of: Of): T | undefined {
    const entry = this.#entries.get(of.id);
    if (entry?.of !== of) return undefined;
    this.#entries.delete(of.id);
    this.#entries.set(of.id, entry);
    return entry.value;
  }

  of(of: Of, read: (of: Of) => T): T {
    const known = this.known(of);
    if (known !== undefined) return known;
    const value = read(of);
    this.put(of, value);
    return value;
  }

  put(of: Of, value: T): void {
    this.forget(of.id);
    const entry = { of, value, weight: this.weigh(value) };
    this.#entries.set(of.id, entry);
    this.#weight += entry.weight;
    for (const id of this.#entries.keys()) {
      if (this.#weight <= this.budget) break;
      this.forget(id);
    }
  }

  forget(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#weight -= entry.weight;
    this.#entries.delete(id);
  }

  clear(): void {
    this.#entries.clear();
    this.#weight = 0;
  }
}
