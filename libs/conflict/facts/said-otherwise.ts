import type { Attribute, FactConflict, FactSide } from '../finding.js';
import { LeastUsed } from '../least-used.js';
import { fullText, type ReleaseText } from '../release-text.js';
import { deniedIn, type Denial } from './denied.js';
import { clausesIn, type Clause } from './plain-clause.js';
import { rumoursIn, statedAsFact, type Rumour } from './rumour-denied.js';
import { shareLetters, termsIn, TERMS, type Term } from './terms.js';
import { areOtherVenues, venuesIn, type Venue } from './venue-named.js';

/** Letters that are read: a notice says on what terms early on, and a hostile text says nothing. */
const READ = 2_000;
/** Denials and terms beyond this are a rule book, whose articles only their own words tell apart. */
const MOST = 12;

interface Said {
  readonly clauses: readonly Clause[];
  readonly denied: readonly Denial[];
  readonly terms: readonly Term[];
  readonly venues: readonly Venue[];
  readonly rumours: readonly Rumour[];
  readonly text: string;
}

/** Releases, of ten kilobytes at most: what is compared now is compared again with the next draft. */
const KEPT = 1_000;
const readings = new LeastUsed<ReleaseText, Said>(KEPT);
const saidIn = (release: ReleaseText): Said =>
  readings.of(release, () => {
    const text = fullText(release).slice(0, READ);
    const clauses = clausesIn(text);
    return {
      clauses,
      denied: clauses.flatMap(deniedIn).slice(0, MOST),
      terms: termsIn(text, clauses).slice(0, MOST),
      venues: clauses.flatMap(venuesIn).slice(0, MOST),
      rumours: rumoursIn(text).slice(0, MOST),
      text,
    };
  });

const side = (release: ReleaseText, clause: Clause, words: string): FactSide => {
  const at = Math.max(0, clause.text.indexOf(words));
  const start = clause.start + at;
  return {
    release: release.id,
    text: clause.text.slice(0, 120).trim(),
    start,
    end: Math.min(start + words.length, clause.start + clause.text.length),
    value: words,
  };
};

interface Found {
  readonly own: Clause;
  readonly ownWords: string;
  readonly other: Clause;
  readonly otherWords: string;
  readonly attribute?: Attribute;
}

/** What one denies the other offers, and neither says both. */
const denials = (one: Said, other: Said): readonly Found[] => {
  const found = one.denied.flatMap((denial): readonly Found[] => {
    if (one.clauses.some((clause) => denial.affirmed(clause) !== null)) return [];
    if (!denial.ofAll && other.denied.some((theirs) => theirs.object === denial.object)) return [];
    for (const clause of other.clauses) {
      const words = denial.affirmed(clause);
      if (words !== null)
        return [{ own: denial.clause, ownWords: denial.words, other: clause, otherWords: words }];
    }
    return [];
  });
  return found.slice(0, 1);
};

/** What one tells as a rumour the other states. */
const rumours = (one: Said, other: Said): readonly Found[] =>
  one.rumours.flatMap((rumour): readonly Found[] => {
    const stated = statedAsFact(rumour, other.clauses);
    return stated === undefined
      ? []
      : [{ own: rumour.clause, ownWords: rumour.words, other: stated, otherWords: stated.text.trim() }];
  });

/** Terms of one kind that exclude each other, where neither release states both. */
const exclusive = (one: Said, other: Said, order: number): readonly Found[] =>
  TERMS.flatMap(({ name, beside, attribute = ATTRIBUTE, meet }): readonly Found[] => {
    const [own, theirs] = [one, other].map(({ terms }) => statedOf(terms, name, beside)) as [Stated, Stated];
    for (const x of own)
      for (const y of theirs)
        if (x.stand !== y.stand && x.of === y.of && meet(x, y, order))
          return [{ own: x.clause, ownWords: x.words, other: y.clause, otherWords: y.words, attribute }];
    return [];
  });

type Stated = readonly Term[];
/** Of one kind; nothing where the release states both, but for what may stand beside. */
const statedOf = (terms: Stated, name: string, beside: number | undefined): Stated => {
  const all = terms.filter((term) => term.name === name);
  const told = all.filter(({ stand }) => stand !== beside);
  const stated = told.length > 0 && beside !== undefined ? told : all;
  return new Set(stated.map(({ stand }) => stand)).size > 1 ? [] : stated;
};

/** The one place that a release names for a thing; of several, only their own words tell which is whose. */
const placeOf = ({ venues }: Said, what: Venue['what']): Venue | undefined => {
  const [first, ...rest] = venues.filter((venue) => venue.what === what);
  return rest.every(({ name }) => name === first?.name) ? first : undefined;
};
/** 招聘会 in the title or the sentence of the one, and anywhere in the other. */
const nameOne = ({ clause }: Venue, { text }: Said): boolean =>
  shareLetters(`${clause.title}\n${clause.sentence}`, text);
const otherPlace = (one: Said, other: Said): readonly Found[] =>
  (['held', 'given', 'start'] as const).flatMap((what): readonly Found[] => {
    const [here, there] = [placeOf(one, what), placeOf(other, what)];
    if (here === undefined || there === undefined || !(nameOne(here, other) || nameOne(there, one)))
      return [];
    if (!areOtherVenues(here, there, { one: one.text, other: other.text })) return [];
    return [
      {
        own: here.clause,
        ownWords: here.name,
        other: there.clause,
        otherWords: there.name,
        attribute: 'place',
      },
    ];
  });

const UNKNOWN = '微博';
const ATTRIBUTE: Attribute = 'polarity';

/**
 * What two releases say on what terms, in words that no figure carries: 不开通网上预约 and 通过APP预约, 全封闭 and 半幅通行. The caller
 * decides that the matter is one.
 */
export const saidOtherwise = (a: ReleaseText, b: ReleaseText): readonly FactConflict[] => {
  const [inA, inB] = [saidIn(a), saidIn(b)];
  const order = Date.parse(b.publishedAt ?? '') - Date.parse(a.publishedAt ?? '') || 0;
  const ahead = [
    ...denials(inA, inB),
    ...rumours(inA, inB),
    ...exclusive(inA, inB, order),
    ...otherPlace(inA, inB),
  ];
  const back = [...denials(inB, inA), ...rumours(inB, inA)];
  const update = a.organ === b.organ && a.organ !== UNKNOWN ? { update: true as const } : {};
  return [
    ...ahead.map(({ own, ownWords, other, otherWords, attribute = ATTRIBUTE }) => ({
      attribute,
      a: side(a, own, ownWords),
      b: side(b, other, otherWords),
      ...update,
    })),
    ...back.map(({ own, ownWords, other, otherWords }) => ({
      attribute: ATTRIBUTE,
      a: side(a, other, otherWords),
      b: side(b, own, ownWords),
      ...update,
    })),
  ];
};
