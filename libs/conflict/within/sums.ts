import type { Fact } from '../facts/index.js';
import type { FactConflict } from '../finding.js';
import { fullText, type ReleaseText } from '../release-text.js';
import { partsIn, quoteOf } from './parts.js';
import { referredBack } from './referred-back.js';

const valueOf = (fact: Fact): number | null =>
  fact.value.type === 'quantity' && fact.value.quantity.approximation === 'exact' && fact.value.unit === '人'
    ? fact.value.quantity.value
    : null;

const is = (fact: Fact, status: string): boolean => fact.statuses.length === 1 && fact.statuses[0] === status;

/** 伤亡8人 is what died and what was hurt: 2 + 5 leaves one out. */
const casualties = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const total = facts.find((fact) => is(fact, 'casualties') && fact.tally === undefined);
  const dead = facts.find((fact) => is(fact, 'dead') && valueOf(fact) !== 0);
  const hurt = facts.find((fact) => is(fact, 'injured') && valueOf(fact) !== 0);
  if (!total || !dead || !hurt) return [];
  const [all, died, injured] = [valueOf(total), valueOf(dead), valueOf(hurt)];
  if (all === null || died === null || injured === null || all === died + injured) return [];
  const parts = [dead, hurt].sort((one, other) => one.start - other.start);
  return [
    {
      attribute: 'people',
      a: quoteOf(release, [total], `${all}人`),
      b: quoteOf(release, parts, `${died}人死亡、${injured}人受伤，合计${died + injured}人`),
    },
  ];
};

/** 1人重伤, and 伤者中1人重伤 with the hurt beside it. */
const isGraded = ({ statuses }: Fact, status: string): boolean =>
  statuses.includes(status) && statuses.every((one) => one === status || one === 'injured');

/** 3人受伤, of them 1人重伤、3人轻伤: more parts than the whole. */
const injuries = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const total = facts.find((fact) => is(fact, 'injured') && fact.subset !== true && fact.tally !== 'new');
  const graded = (status: string): Fact | undefined =>
    facts.find((fact) => isGraded(fact, status) && fact.tally !== 'new');
  const severe = graded('severeInjury');
  const light = graded('lightInjury');
  if (!total || !severe || !light || asOfApart(total, severe) !== 0) return [];
  const [all, badly, lightly] = [total, severe, light].map(valueOf);
  if (all == null || badly == null || lightly == null || badly + lightly <= all) return [];
  const parts = [severe, light].sort((one, other) => one.start - other.start);
  return [
    {
      attribute: 'injured',
      a: quoteOf(release, [total], `${all}人`),
      b: quoteOf(release, parts, `${badly}人重伤、${lightly}人轻伤，合计${badly + lightly}人`),
    },
  ];
};

/** Two counts of one text as of one moment. */
const asOfApart = ({ asOf: one }: Fact, { asOf: other }: Fact): number =>
  (one?.minute ?? 0) - (other?.minute ?? 0);

const partsWord = /其中|分别|包括|按[^，。；]{2,12}分/;
/** 共27人受伤。按事故发生地分，甲区受伤11人: the parts begin a sentence of their own. */
const partsBegin = /^[^。；]{0,24}[。；]\s*按[^，。；]{2,12}分/;

/** 晋中市1例（平遥县1例）: what stands in brackets is counted before them. */
const inBrackets = (between: string): boolean =>
  (between.match(/[(（]/g)?.length ?? 0) > (between.match(/[)）]/g)?.length ?? 0);

/** Counts of one status by district after the whole: their sum may stay below it, never above. */
const districts = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const raw = fullText(release);
  return facts.flatMap((total, index) => {
    const all = valueOf(total);
    if (all === null || total.statuses.length === 0) return [];
    const parts: Fact[] = [];
    for (const part of facts.slice(index + 1)) {
      if (part.attribute === 'place' || part.attribute === 'polarity') continue;
      const between = raw.slice(total.end, part.start);
      // First: what lies beyond the sentence must not be read again for each count of it.
      if (part.sentenceKey !== total.sentenceKey && !partsBegin.test(between)) break;
      if (inBrackets(between)) continue;
      if (part.statuses.join() !== total.statuses.join()) break;
      if (
        part.tally !== total.tally ||
        part.scope === total.scope ||
        parts.some(({ scope }) => scope === part.scope)
      )
        break;
      parts.push(part);
    }
    const [first] = parts;
    if (!first || parts.length < 2 || !partsWord.test(raw.slice(total.end, first.start))) return [];
    const values = parts.map(valueOf);
    if (values.some((value) => value === null)) return [];
    const sum = values.reduce<number>((whole, value) => whole + (value ?? 0), 0);
    if (sum <= all) return [];
    return [
      {
        attribute: total.attribute,
        a: quoteOf(release, [total], `${all}人`),
        b: quoteOf(release, parts, `各项合计${sum}人`),
      },
    ];
  });
};

/** Totals that their parts do not make up. */
export const sumsIn = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const people = facts.filter((fact) => fact.value.type !== 'quantity' || fact.value.unit === '人');
  const sentences = [...Map.groupBy(people, (fact) => fact.sentenceKey).values()];
  const counted = people.filter(({ statuses }) => statuses.length > 0);
  return [
    ...injuries(release, people),
    ...partsIn(release, facts),
    ...referredBack(release, facts),
    ...sentences.flatMap((sentence) => casualties(release, sentence)),
    ...districts(release, counted),
  ];
};
