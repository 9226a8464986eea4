import type { Fact } from '../facts/index.js';
import type { FactConflict, FactSide } from '../finding.js';
import { fullText, type ReleaseText } from '../release-text.js';

const valueOf = (fact: Fact): number | null =>
  fact.value.type === 'quantity' && fact.value.quantity.approximation === 'exact' && fact.value.unit === '人'
    ? fact.value.quantity.value
    : null;

const side = (release: ReleaseText, facts: readonly Fact[], value: string): FactSide => {
  const first = facts[0] as Fact;
  const last = facts.at(-1) as Fact;
  return {
    release: release.id,
    text: fullText(release)
      .slice(first.clauseStart, Math.max(last.clauseEnd, first.clauseEnd))
      .slice(0, 120)
      .trim(),
    start: first.start,
    end: last.end,
    value,
  };
};

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
      a: side(release, [total], `${all}人`),
      b: side(release, parts, `${died}人死亡、${injured}人受伤，合计${died + injured}人`),
    },
  ];
};

const partsWord = /其中|分别|包括/;

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
      if (inBrackets(raw.slice(total.end, part.start))) continue;
      if (part.sentenceKey !== total.sentenceKey || part.statuses.join() !== total.statuses.join()) break;
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
        a: side(release, [total], `${all}人`),
        b: side(release, parts, `各项合计${sum}人`),
      },
    ];
  });
};

/** Totals that their parts do not make up. */
export const sumsIn = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const people = facts.filter((fact) => fact.value.type !== 'quantity' || fact.value.unit === '人');
  const sentences = [...Map.groupBy(people, (fact) => fact.sentenceKey).values()];
  return sentences.flatMap((sentence) => [...casualties(release, sentence), ...districts(release, sentence)]);
};
