import type { Figures } from './incident.js';

/** What a text says of the casualties, as the detector reads it. */
export interface ReadFigures {
  /** Exact counts of the whole incident; 至少, 约 and parts of a count are left out. */
  readonly figures: Figures;
  /** The latest 截至 that belongs to one of them. */
  readonly asOf: Date | null;
  /** The text names a day and an hour, a place. */
  readonly namesTime: boolean;
  readonly namesPlace: boolean;
}

/** Port, implemented by libs/conflict: the same grammar that compares releases reads the chain. */
export interface FiguresReader {
  read(text: {
    readonly organ: string;
    readonly title: string;
    readonly body: string;
    readonly at: Date;
  }): ReadFigures;
}
