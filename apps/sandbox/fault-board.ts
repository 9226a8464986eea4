import { faultOrder, type Fault, type FaultChannel, type FaultKind, type FaultOrder } from './fault.js';

/** The switches. Each call asks for the kinds it understands; a fault is used up by being taken. */
export class FaultBoard {
  readonly #faults = new Map<number, Fault>();
  #lastId = 0;

  /** @throws ZodError naming the field that is wrong. */
  add(order: FaultOrder): Fault {
    const fault: Fault = { ...faultOrder.parse(order), id: ++this.#lastId, hits: 0 };
    this.#faults.set(fault.id, fault);
    return fault;
  }

  list(): readonly Fault[] {
    return [...this.#faults.values()];
  }

  /** False when there is no such fault (any more). */
  remove(id: number): boolean {
    return this.#faults.delete(id);
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The oldest fault that fits, counted down; `text` is the request as far as `match` looks at it. */
  take(channel: FaultChannel, call: string, kinds: readonly FaultKind[], text = ''): Fault | undefined {
    for (const fault of this.#faults.values()) {
      if (fault.channel !== channel || !kinds.includes(fault.kind)) continue;
      if (fault.call !== '*' && fault.call !== call) continue;
      if (fault.match !== undefined && !text.includes(fault.match)) continue;
      if (fault.skip > 0) {
        this.#faults.set(fault.id, { ...fault, skip: fault.skip - 1 });
        continue;
      }
      this.#count(fault);
      return fault;
    }
    return undefined;
  }

  #count(fault: Fault): void {
    if (fault.times === 1) this.#faults.delete(fault.id);
    else {
      const times = fault.times === 'always' ? 'always' : fault.times - 1;
      this.#faults.set(fault.id, { ...fault, times, hits: fault.hits + 1 });
    }
  }
}
