import type { Fact } from './fact.js';

/** A release's letters and what it states. */
interface Stated {
  readonly text: string;
  readonly facts: readonly Fact[];
}

/** Statuses of which one release names the one and the other the other for the same people. */
const MOVED = ['evacuated', 'settled'];
const SOUGHT = ['trapped', 'missing'];
const HURT = ['injured', 'lightInjury', 'severeInjury'];
/** 转移安置 takes both in; 转移 alone may count more than were taken in. */
const takesBothIn = ({ text, facts }: Stated): boolean =>
  countsOnly(facts, 'evacuated', MOVED) &&
  facts.some(
    (fact) =>
      fact.statuses.includes('evacuated') && text.slice(fact.clauseStart, fact.clauseEnd).includes('安置'),
  );
const countsOnly = (facts: readonly Fact[], status: string, among: readonly string[]): boolean =>
  facts.some(({ statuses }) => statuses.includes(status)) &&
  !facts.some(({ statuses }) => among.some((other) => other !== status && statuses.includes(other)));

const isStillSought = (facts: readonly Fact[]): boolean =>
  facts.some(({ statuses, tally }) => tally === 'current' && SOUGHT.some((one) => statuses.includes(one)));

/** The status that one release gives to those whom the other counts under `as`, where neither counts both. */
const otherName = (a: Stated, b: Stated): { readonly called: string; readonly as: string } | null => {
  const apart = (called: string, as: string, among: readonly string[]): boolean =>
    (countsOnly(a.facts, called, among) && countsOnly(b.facts, as, among)) ||
    (countsOnly(b.facts, called, among) && countsOnly(a.facts, as, among));
  // 转移安置6.3万人 and 接到安置点4.8万人: those taken away and those taken in are one count.
  if (
    (takesBothIn(a) && countsOnly(b.facts, 'settled', MOVED)) ||
    (countsOnly(a.facts, 'settled', MOVED) && takesBothIn(b))
  )
    return { called: 'settled', as: 'evacuated' };
  // 井下仍有4人被困, 井下尚有6人失去联系: those who are still there; 2人失联 and 3人被困 may be others.
  if ([a, b].every(({ facts }) => isStillSought(facts)) && apart('missing', 'trapped', SOUGHT))
    return { called: 'missing', as: 'trapped' };
  // 造成2人轻伤, with nobody else hurt, and 致3人受伤.
  if (apart('lightInjury', 'injured', HURT)) return { called: 'lightInjury', as: 'injured' };
  return null;
};

const named = (fact: Fact, name: ReturnType<typeof otherName>): Fact =>
  name !== null && fact.statuses.includes(name.called)
    ? {
        ...fact,
        statuses: [...new Set(fact.statuses.map((status) => (status === name.called ? name.as : status)))],
      }
    : fact;

const ownArea = ({ scope }: Fact): string | null => (/^=[^!]/.test(scope) ? scope.slice(1) : null);
const ownAreas = (facts: readonly Fact[]): ReadonlySet<string> =>
  new Set(facts.flatMap((fact) => ownArea(fact) ?? []));

/** A city and its district are the whole and a part, whoever else is named. */
const isDivision = (area: string): boolean => /[省市区县州盟旗]$/.test(area);

/** The area that a release speaks of, named by the other release as well: 明德小学 in one, 槐南区明德小学 in the other. */
const namedBy = (areas: ReadonlySet<string>, text: string): ReadonlySet<string> =>
  new Set([...areas].filter((area) => text.includes(area)));

/**
 * The facts of two releases with what each calls differently called alike, so that they can be held against each other: whom a count
 * takes in, and the area that it is taken over.
 */
export const inOneTerm = (a: Stated, b: Stated): readonly [readonly Fact[], readonly Fact[]] => {
  const name = otherName(a, b);
  const shared = new Set([...namedBy(ownAreas(a.facts), b.text), ...namedBy(ownAreas(b.facts), a.text)]);
  const [first] = shared;
  const term = (fact: Fact): Fact => {
    const own = named(fact, name);
    const area = ownArea(own);
    return first !== undefined && area !== null && area !== first && !(isDivision(area) && isDivision(first))
      ? { ...own, scope: `=${first}` }
      : own;
  };
  return [a.facts.map(term), b.facts.map(term)];
};
