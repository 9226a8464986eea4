import type { FactConflictView, FindingView } from '../../api/contract.js';
import type { Span } from '../../parts/mark-spans.js';

/** What a text says on one fact: the words that carry the value, their clause, the value as it was read. */
export interface Statement {
  readonly words: string;
  readonly clause: string;
  readonly value: string;
}

/** A disagreeing fact, numbered as it is marked in the texts; statements in the order of the texts. */
export interface NumberedFact {
  readonly number: number;
  readonly attribute: string;
  readonly statements: readonly (readonly Statement[])[];
  readonly values: readonly [string, string];
  /** The agreed line that the text departs from, if it is one. */
  readonly line: Statement | null;
}

const wholeOf = (text: FindingView['texts'][number]): string => `${text.title}\n${text.body}`;

const statementsIn = (text: FindingView['texts'][number], fact: FactConflictView): readonly Statement[] =>
  [fact.a, fact.b]
    .filter(({ release }) => release === text.releaseId)
    .map((side) => ({
      words: wholeOf(text).slice(side.start, side.end),
      clause: side.text,
      value: side.value,
    }));

const lineOf = ({ a }: FactConflictView): Statement | null =>
  a.release.startsWith('line:') ? { words: a.value, clause: a.text, value: a.value } : null;

export const numberedFacts = (finding: FindingView): readonly NumberedFact[] =>
  finding.facts.map((fact, index) => ({
    number: index + 1,
    attribute: fact.attribute,
    statements: finding.texts.map((text) => statementsIn(text, fact)),
    values: [fact.a.value, fact.b.value],
    line: lineOf(fact),
  }));

/** The stretches of one text to be marked, numbered the same as in the table and in the other text. */
export const spansIn = (finding: FindingView, releaseId: string): readonly Span[] =>
  finding.facts.flatMap((fact, index) =>
    [fact.a, fact.b]
      .filter(({ release }) => release === releaseId)
      .map(({ start, end }) => ({ start, end, number: index + 1 })),
  );
