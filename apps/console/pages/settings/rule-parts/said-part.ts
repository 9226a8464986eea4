import { cited } from '../../../parts/cited.js';
import { aside, listed } from '../../../parts/punctuation.js';
import type { SettableNumber } from '../settable-number.js';
import {
  rankTitle,
  ranksInOrder,
  type ConferenceStages,
  type Ranks,
  type Reading,
  type ReleaseChains,
} from './part-shapes.js';

/** What a part says, a line each; `zh` lines are names of the city's own, which stay as they are in English. */
export interface PartLine {
  readonly name: string;
  readonly says: string;
}

const wordIn = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name;

const rankLines = (value: Ranks, { language }: Reading): readonly PartLine[] =>
  ranksInOrder(value).map(([, rank]) => ({
    name: rankTitle(rank, language),
    says: `${rank.order}${aside(cited(rank.article, language), language)}`,
  }));

const conferenceLines = (stages: ConferenceStages, { text, language }: Reading): readonly PartLine[] =>
  stages.map((steps, at) => ({
    name: text.stage(at + 1),
    says: listed(
      steps.map(
        ({ title, titleEn, by }) =>
          (language === 'en' ? titleEn : title) + aside(wordIn(text.by, by), language),
      ),
      language,
    ),
  }));

const every = (chosen: readonly string[], words: Readonly<Record<string, string>>): boolean =>
  Object.keys(words).every((name) => chosen.includes(name));

const chainLines = (chains: ReleaseChains, { text, language }: Reading): readonly PartLine[] =>
  Object.values(chains).map(({ title, titleEn, kinds, levels, stages, distinctPersons, reason, later }) => {
    const named = (names: readonly string[], words: Readonly<Record<string, string>>, all: string): string =>
      every(names, words)
        ? all
        : listed(
            names.map((name) => wordIn(words, name)),
            language,
          );
    const way = stages
      .map((steps) =>
        listed(
          steps.map(({ step }) => wordIn(text.steps, step)),
          language,
        ),
      )
      .join(' → ');
    return {
      name: language === 'en' ? (titleEn ?? title) : title,
      says: [
        listed([named(kinds, text.kinds, text.all), named(levels, text.levels, text.allLevels)], language),
        way,
        ...(distinctPersons ? [text.distinct] : []),
        ...(later.length > 0 && reason !== null ? [text.afterwards(reason.atLeast)] : []),
      ].join(language === 'zh' ? '；' : '; '),
    };
  });

/** Pure: a part in the reader's words. */
export const partLines = (
  { unit, value }: Pick<SettableNumber, 'unit' | 'value'>,
  reading: Reading,
): readonly PartLine[] => {
  const { text, language, ranks } = reading;
  const titleOf = (name: string): string => {
    const rank = ranks[name];
    return rank === undefined ? name : rankTitle(rank, language);
  };
  switch (unit) {
    case 'rank':
      return [{ name: '', says: text.orHigher(titleOf(String(value))) }];
    case 'ranks':
      return [{ name: '', says: listed((value as readonly string[]).map(titleOf), language) }];
    case 'rankTable':
      return rankLines(value as Ranks, reading);
    case 'conferenceStages':
      return conferenceLines(value as ConferenceStages, reading);
    case 'releaseChains':
      return chainLines(value as ReleaseChains, reading);
    default:
      return [];
  }
};
