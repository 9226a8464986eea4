export interface Candidate {
  readonly handle: number;
  readonly score: number;
}

/** Keeps the best `limit` candidates in a small sorted array. */
export class TopList {
  private readonly entries: Candidate[] = [];
  /** A score must be above this to get in. */
  floor = 0;

  constructor(private readonly limit: number) {}

  offer(handle: number, score: number): void {
    if (this.entries.length >= this.limit && score <= this.floor) return;
    let at = this.entries.length;
    while (at > 0 && (this.entries[at - 1] as Candidate).score < score) at--;
    this.entries.splice(at, 0, { handle, score });
    if (this.entries.length > this.limit) this.entries.pop();
    if (this.entries.length >= this.limit) this.floor = (this.entries.at(-1) as Candidate).score;
  }

  /** Best first. */
  sorted(): readonly Candidate[] {
    return this.entries;
  }
}
