import type { FactConflictView, FindingView } from '../../api/contract.js';
import type { Span } from '../../parts/mark-spans.js';

/** What a text says on one fact: the words that carry the value, their clause, the value as it was read. */
export interface Statement {
  readonly words: string;
  readonly clause: string;
  readonly value: string;
  /** Where it stands if not in the text itself: a channel's words, an attachment. */
  readonly source: string | null;
  /** The same in English, where it is no mere name. */
  readonly sourceEn?: string;
  /** Whom the text quotes; null where its organ speaks for itself. */
  readonly quoted: string | null;
}

/** A disagreeing fact, numbered as it is marked in the texts; statements in the order of the texts. */
export interface NumberedFact {
  readonly number: number;
  readonly attribute: string;
  readonly statements: readonly (readonly Statement[])[];
  readonly values: readonly [string, string];
  /** The agreed line that the text departs from, if it is one. */
  readonly line: Statement | null;
  /** What organs told the press, or say on sites of their own, that the text contradicts, or that contradict each other. */
  readonly told: readonly Statement[];
}

const wholeOf = (text: FindingView['texts'][number]): string => `${text.title}\n${text.body}`;

const statementsIn = (text: FindingView['texts'][number], fact: FactConflictView): readonly Statement[] =>
  [fact.a, fact.b]
    .filter(({ release }) => release === text.releaseId)
    .map((side) => ({
      // Offsets count in the text; what stands beside it is shown by its value.
      words: side.source === undefined ? wholeOf(text).slice(side.start, side.end) : side.value,
      clause: side.text,
      value: side.value,
      source: side.source ?? null,
      ...(side.sourceEn === undefined ? {} : { sourceEn: side.sourceEn }),
      quoted: side.quoted ?? null,
    }));

const besideOf = ({ a, b }: FactConflictView, ...prefixes: readonly string[]): readonly Statement[] =>
  [a, b]
    .filter(({ release }) => prefixes.some((prefix) => release.startsWith(prefix)))
    .map(({ value, text, source = null, sourceEn }) => ({
      ...{ words: value, clause: text, value, source, quoted: null },
      ...(sourceEn === undefined ? {} : { sourceEn }),
    }));

export const numberedFacts = (finding: FindingView): readonly NumberedFact[] =>
  finding.facts.map((fact, index) => ({
    number: index + 1,
    attribute: fact.attribute,
    statements: finding.texts.map((text) => statementsIn(text, fact)),
    values: [fact.a.value, fact.b.value],
    line: besideOf(fact, 'line:')[0] ?? null,
    told: besideOf(fact, 'answer:', 'site:'),
  }));

/** The stretches of one text to be marked, numbered the same as in the table and in the other text. */
export const spansIn = (finding: FindingView, releaseId: string): readonly Span[] =>
  finding.facts.flatMap((fact, index) =>
    [fact.a, fact.b]
      .filter(({ release, source }) => release === releaseId && source === undefined)
      .map(({ start, end }) => ({ start, end, number: index + 1 })),
  );
