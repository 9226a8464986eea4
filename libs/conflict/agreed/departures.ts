import type { AgreedLine, Matter } from '@koujing/matter';
import { boundedFacts } from '../bounded-facts.js';
import { valuesAgree } from '../facts/agreement.js';
import { readableValue } from '../facts/fact-value.js';
import type { Fact } from '../facts/index.js';
import { compareAsOf } from '../facts/validity.js';
import { explained, type FactConflict, type Finding } from '../finding.js';
import { listedFacts } from '../judge/said-facts.js';
import { fullText, type ReleaseText } from '../release-text.js';
import { severityOf } from '../severity.js';
import { isAbout } from './about.js';
import { isOf, lineFact } from './line-fact.js';
import { lineSentence } from './line-sentence.js';

/** A matter with the lines in force. */
export interface AgreedMatter {
  readonly matter: Pick<Matter, 'id' | 'title' | 'openedAt'>;
  readonly lines: readonly AgreedLine[];
  readonly organName: (id: string) => string;
}

/** Under this the line stands where a release would stand in a fact's sides. */
export const LINE = 'line:';

interface Departure {
  readonly line: AgreedLine;
  readonly conflict: FactConflict;
}

/**
 * What of this text departs from the agreed line of its matter (口径), told before anything is published. A later
 * as-of time than the line's is an update and no departure; an earlier one is a figure that the line has left behind.
 */
export const departure = (release: ReleaseText, agreed: AgreedMatter): Finding | undefined => {
  if (agreed.lines.length === 0) return undefined;
  const facts = boundedFacts(release);
  const departures = agreed.lines.flatMap((line) => departuresFrom(line, release, facts, agreed));
  return departures.length === 0 ? undefined : findingOf(release, agreed, departures);
};

const departuresFrom = (
  line: AgreedLine,
  release: ReleaseText,
  facts: readonly Fact[],
  agreed: AgreedMatter,
): readonly Departure[] => {
  const said = lineFact(line);
  if (said === undefined) return [];
  const text = fullText(release);
  const stated = facts.filter(
    (fact) =>
      isOf(fact, line.attribute) &&
      isAbout(line, fact, text) &&
      ofTheMatter(said, fact, { text, year: yearOf(agreed.matter.openedAt) }) &&
      !isUpdate(line, fact),
  );
  const agreeing = stated.filter((fact) => valuesAgree(said.value, fact.value, false));
  return stated
    .filter((fact) => !agreeing.includes(fact) && !elsewhere(fact, agreeing))
    .map((fact) => ({ line, conflict: conflictOf(line, said, { release, fact, text }, agreed) }));
};

/** The whole count of this event: no part of it (其中), no other tally, no district, no earlier year. */
const ofTheMatter = (
  said: Fact,
  fact: Fact,
  { text, year }: { readonly text: string; readonly year: number },
): boolean => {
  if (fact.isAsOf === true || fact.correction === true) return false;
  if (/其中/u.test(text.slice(Math.max(0, fact.clauseStart - 2), fact.start))) return false;
  if (fact.tally !== undefined && said.tally !== undefined && fact.tally !== said.tally) return false;
  if (fact.tally === 'new' && said.tally === undefined) return false;
  if (fact.statuses.length > 0 && !(fact.scope.startsWith('=') || fact.scope === 'main')) return false;
  if (said.value.type === 'polarity' && fact.value.type === 'polarity') {
    const groups = new Set(said.value.groups);
    if (!fact.value.groups.some((group) => groups.has(group))) return false;
  }
  return fact.day?.year === undefined || fact.day.year >= year;
};

/** A second figure of another day beside the agreed one tells of another event. */
const elsewhere = (fact: Fact, agreeing: readonly Fact[]): boolean =>
  agreeing.some(
    (other) =>
      fact.day !== undefined &&
      other.day !== undefined &&
      (fact.day.day !== other.day.day || fact.day.month !== other.day.month),
  );

const isUpdate = (line: AgreedLine, fact: Fact): boolean =>
  line.asOf !== null &&
  fact.asOf !== undefined &&
  compareAsOf(fact.asOf, { minute: civilMinute(line.asOf), dayOnly: false }) > 0;

const civilMinute = (instant: Date): number => Math.floor((instant.getTime() + 8 * 3_600_000) / 60_000);
const yearOf = (instant: Date): number => new Date(instant.getTime() + 8 * 3_600_000).getUTCFullYear();

const conflictOf = (
  line: AgreedLine,
  said: Fact,
  { release, fact, text }: { readonly release: ReleaseText; readonly fact: Fact; readonly text: string },
  { organName }: AgreedMatter,
): FactConflict => ({
  attribute: line.attribute,
  a: {
    release: `${LINE}${line.lineId}`,
    text: `口径（${organName(line.ownerOrganId)}）：${lineSentence(line)}`,
    start: 0,
    end: 0,
    value: readableValue(said),
  },
  b: {
    release: release.id,
    text: text.slice(fact.clauseStart, fact.clauseEnd).trim(),
    start: fact.start,
    end: fact.end,
    value: readableValue(fact),
  },
});

const findingOf = (
  release: ReleaseText,
  { matter, organName }: AgreedMatter,
  departures: readonly Departure[],
): Finding => {
  const facts = distinct(departures.map(({ conflict }) => conflict));
  const owners = [...new Set(departures.map(({ line }) => organName(line.ownerOrganId)))].join('、');
  const said = listedFacts(facts, (name, { a, b }, quoted) => ({
    zh: `${name.zh}为${quoted(b).zh}，${a.text}`,
    en: `the ${name.en} is ${quoted(b).en}, the agreed line says “${a.text}”`,
  }));
  return {
    kind: 'inconsistent',
    releases: [release.id],
    matter: matter.id,
    // The line was agreed between organs: who departs from it speaks against them, be it their own.
    severity: severityOf({
      kind: 'inconsistent',
      attributes: facts.map(({ attribute }) => attribute),
      acrossOrgans: true,
    }),
    confidence: 0.9,
    facts,
    ...explained(
      `《${release.title}》与“${matter.title}”的口径不一致：${said.zh}。请按口径修改；事实确有变化的，请${owners}先更新口径。`,
      `“${release.title}” departs from the agreed line of “${matter.title}”: ${said.en}. Change it to the line; if the facts have changed, ${owners} brings the line up to date first.`,
    ),
  };
};

/** The same departure in title and body is shown once. */
const distinct = (conflicts: readonly FactConflict[]): readonly FactConflict[] =>
  [
    ...new Map(
      conflicts
        .toReversed()
        .map((conflict) => [`${conflict.a.release}|${conflict.b.value}`, conflict] as const),
    ).values(),
  ].toReversed();
