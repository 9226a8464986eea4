import { digestOf } from '@koujing/kernel';
import type { ReleaseText } from './release-text.js';

/** Facts as the database keeps them with a release, and the window in memory. */
export interface StoredFacts {
  /** What they were read by and from, the text aside. */
  readonly key: string;
  /** `packFacts` */
  readonly bytes: Uint8Array;
}

/** Whose facts they are. */
export interface FactsOfVersion extends StoredFacts {
  readonly releaseId: string;
  readonly version: number;
}

/** What reads facts: the grammar, and the places of the register, which it knows by name. */
export const readerOf = (extractor: string, areas: readonly string[]): string =>
  `${extractor}:${digestOf([...areas].sort()).slice(0, 12)}`;

/** 今日 and 我区 are read by the minute of publication and by the organ, so the same text may state other facts. */
export const factsKey = (reader: string, { organ, publishedAt }: ReleaseText): string =>
  `${reader}|${organ}|${publishedAt === null ? '' : Math.floor(Date.parse(publishedAt) / 60_000)}`;
