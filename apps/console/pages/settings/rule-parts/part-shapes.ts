import type { Language } from '../../../language/language.js';
import type { PartWords } from './words.js';

/** Whoever reads a part. */
export interface Reading {
  readonly text: PartWords;
  readonly language: Language;
  /** By which ranks are named. */
  readonly ranks: Ranks;
}

/** What is set whole, as the rules file writes it: the server has read it through the same schema. */
export interface Rank {
  readonly title: string;
  readonly titleEn?: string;
  readonly order: number;
  readonly article: string;
}
export type Ranks = Readonly<Record<string, Rank>>;

interface ConferenceStep {
  readonly step: string;
  readonly title: string;
  readonly titleEn: string;
  readonly by: string;
}
export type ConferenceStages = readonly (readonly ConferenceStep[])[];

interface ReleaseStep {
  readonly step: string;
  readonly role: string;
}
interface ReleaseChain {
  readonly title: string;
  readonly titleEn?: string;
  readonly article: string;
  readonly kinds: readonly string[];
  readonly levels: readonly string[];
  readonly distinctPersons: boolean;
  readonly stages: readonly (readonly ReleaseStep[])[];
  readonly reason: { readonly atLeast: number; readonly article: string } | null;
  readonly later: readonly ReleaseStep[];
}
export type ReleaseChains = Readonly<Record<string, ReleaseChain>>;

/** A rank by its name in the language that is read; the city may have none in English. */
export const rankTitle = ({ title, titleEn }: Rank, language: Language): string =>
  (language === 'en' ? titleEn : undefined) ?? title;

/** Higher ones first. */
export const ranksInOrder = (ranks: Ranks): readonly (readonly [string, Rank])[] =>
  Object.entries(ranks).sort(([, one], [, other]) => other.order - one.order);

/** A name within the rules file that none of these is. */
export const freshName = (kind: string, taken: readonly string[]): string => {
  let number = 1;
  while (taken.includes(`${kind}${number}`)) number += 1;
  return `${kind}${number}`;
};
