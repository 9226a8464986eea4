import type { Fact } from './fact.js';

/** A release's letters and what it states. */
interface Stated {
  readonly text: string;
  readonly facts: readonly Fact[];
}

const MOVED = ['evacuated', 'settled'] as const;
/** 转移安置 takes both in; 转移 alone may count more than were taken in. */
const takesBothIn = ({ text, facts }: Stated): boolean =>
  countsOnly(facts, 'evacuated') &&
  facts.some(
    (fact) =>
      fact.statuses.includes('evacuated') && text.slice(fact.clauseStart, fact.clauseEnd).includes('安置'),
  );
const countsOnly = (facts: readonly Fact[], status: (typeof MOVED)[number]): boolean =>
  facts.some(({ statuses }) => statuses.includes(status)) &&
  !facts.some(({ statuses }) => MOVED.some((other) => other !== status && statuses.includes(other)));

/** 转移安置6.3万人 and 接到安置点4.8万人: where neither release counts both, those taken away and those taken in are one count. */
const asEvacuated = (fact: Fact): Fact =>
  fact.statuses.includes('settled')
    ? { ...fact, statuses: fact.statuses.map((status) => (status === 'settled' ? 'evacuated' : status)) }
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
  const taken =
    (takesBothIn(a) && countsOnly(b.facts, 'settled')) || (countsOnly(a.facts, 'settled') && takesBothIn(b));
  const shared = new Set([...namedBy(ownAreas(a.facts), b.text), ...namedBy(ownAreas(b.facts), a.text)]);
  const [first] = shared;
  const term = (fact: Fact): Fact => {
    const own = taken ? asEvacuated(fact) : fact;
    const area = ownArea(own);
    return first !== undefined && area !== null && area !== first && !(isDivision(area) && isDivision(first))
      ? { ...own, scope: `=${first}` }
      : own;
  };
  return [a.facts.map(term), b.facts.map(term)];
};
