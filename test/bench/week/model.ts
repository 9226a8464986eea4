import { workOf, type Work } from './script.js';

/** What a run is, in `run.json` of its folder: written once, the same for whoever resumes it. */
export interface Run {
  readonly engine: 'embedded' | 'postgres';
  readonly rounds: number;
  readonly seed: number;
  /** API, the web process's portal, the public portal, sandbox HTTP and SMTP, database server. */
  readonly ports: readonly number[];
}

/** What the outside saw, in the order in which it saw it; each is on the disk before the next step is taken. */
export type Note =
  /** Sent, under a key that lets it be done once. */
  | { readonly event: 'asked'; readonly n: number; readonly step: number }
  /** Answered with success. */
  | { readonly event: 'acknowledged'; readonly n: number; readonly step: number; readonly id: string }
  /** Answered with reasons; a refusal after which something stands is repeated under its key, so that the next try takes another. */
  | { readonly event: 'refused'; readonly n: number; readonly step: number; readonly why: unknown }
  /** A request that the house answered with 500, with what its log says: a fault of its own, whatever stands afterwards. */
  | {
      readonly event: 'failed';
      readonly name: string;
      readonly status: number;
      readonly log: readonly string[];
    }
  | { readonly event: 'ruled'; readonly finding: string }
  | { readonly event: 'receipt'; readonly delivery: string; readonly remoteId: string }
  | { readonly event: 'moved'; readonly ms: number }
  | { readonly event: 'killed'; readonly round: number; readonly name: string }
  /** A person of the register has a password of their own. */
  | { readonly event: 'staffed'; readonly name: string }
  /** The end of the chain, when it was last found whole. */
  | { readonly event: 'sealed'; readonly place: string };

export interface KnownWork extends Work {
  /** '' until its first step was acknowledged. */
  id: string;
  /** Steps that were acknowledged: the first so many of its script. */
  done: number;
  /** Steps that were sent; one more than `done` where an answer is outstanding. */
  asked: number;
  refusals: number;
}

/** The week as its outside knows it; a run that was cut off finds it again by reading the notes. */
export class Model {
  readonly works = new Map<number, KnownWork>();
  readonly rulings = new Set<string>();
  readonly failures: string[] = [];
  readonly receipts = new Map<string, string>();
  readonly staffed = new Set<string>();
  readonly kills: Record<string, number> = {};
  round = 0;
  moved = 0;
  sealed: string | null = null;
  /** Rows that a person was asked to look at, when stock was last taken. */
  flagged = 0;

  work(n: number): KnownWork {
    const known = this.works.get(n) ?? { ...workOf(n), id: '', done: 0, asked: 0, refusals: 0 };
    this.works.set(n, known);
    return known;
  }

  take(note: Note): void {
    switch (note.event) {
      case 'asked':
        this.work(note.n).asked = note.step + 1;
        return;
      case 'acknowledged':
        Object.assign(this.work(note.n), { done: note.step + 1, asked: note.step + 1, id: note.id });
        return;
      case 'refused':
        this.work(note.n).refusals += 1;
        return;
      case 'failed':
        this.failures.push(`${note.status} for ${note.name}: ${note.log.join(' ')}`);
        return;
      case 'ruled':
        this.rulings.add(note.finding);
        return;
      case 'receipt':
        this.receipts.set(note.delivery, note.remoteId);
        return;
      case 'moved':
        this.moved = note.ms;
        return;
      case 'killed':
        this.round = note.round;
        this.kills[note.name] = (this.kills[note.name] ?? 0) + 1;
        return;
      case 'staffed':
        this.staffed.add(note.name);
        return;
      case 'sealed':
        this.sealed = note.place;
    }
  }
}
