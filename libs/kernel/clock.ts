/** Every reading of time goes through this port, so that journeys can travel and tests never wait. */
export interface Clock {
  /** The current instant. */
  now(): Date;
  /** Milliseconds that never run backwards; for time-outs and leases held in this process. */
  monotonic(): number;
}

export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }

  monotonic(): number {
    return performance.now();
  }
}

/** The fake: stands still until told to travel. */
export class TravellingClock implements Clock {
  #elapsed = 0;
  readonly #start: number;

  constructor(start: string | Date) {
    this.#start = new Date(start).getTime();
  }

  now(): Date {
    return new Date(this.#start + this.#elapsed);
  }

  monotonic(): number {
    return this.#elapsed;
  }

  travel(milliseconds: number): void {
    this.#elapsed += milliseconds;
  }
}
