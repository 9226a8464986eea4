import type { ReactElement } from 'react';
import { ink } from './letter.js';

/** One of the releases that a finding names. */
export interface ReportedRelease {
  readonly organ: string;
  readonly title: string;
  /** `2026年11月27日 10:00`; or what it is now, e.g. `待发布`. */
  readonly releasedAt: string;
  readonly url?: string;
}

interface ReportedSide {
  readonly sentence: string;
  readonly value: string;
  /** Where it stands if not in the release's own text, and whose words they are. */
  readonly source?: string;
}

/** One disagreement: the sentence of each side as it stands in its text, and the value read from it. */
export interface ReportedFact {
  /** e.g. `遇难人数`. */
  readonly name: string;
  readonly a: ReportedSide;
  readonly b: ReportedSide;
}

/** A finding as its reports tell it. */
export interface ReportedFinding {
  /** e.g. `信息发布不一致`. */
  readonly kind: string;
  /** Whether the release is stopped. */
  readonly blocks: boolean;
  /** Everything that it names is before the public already: nothing is stopped, something is to be corrected. */
  readonly isOut?: boolean;
  readonly explanation: string;
  /** Absent where nothing was released: a gap. */
  readonly a?: ReportedRelease;
  /** Absent for a finding about one release alone. */
  readonly b?: ReportedRelease;
  readonly facts: readonly ReportedFact[];
  /** What might be ruled, and why. */
  readonly proposal: string;
  readonly raisedAt: string;
  /** The finding in the console. */
  readonly consoleUrl: string;
}

/** Both sentences side by side, so that a ruling needs no search. */
export const FactRows = ({ a, b, facts }: ReportedFinding): ReactElement | null =>
  a === undefined ? null : (
    <table style={ink.table}>
      <thead>
        <tr>
          <th style={{ ...ink.cell, width: '16%' }} scope="col">
            项目
          </th>
          {[a, b ?? a].map((side, at) => (
            <th key={at} style={ink.cell} scope="col">
              <Side side={side} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map((fact, index) => (
          <tr key={index}>
            <th style={ink.cell} scope="row">
              {fact.name}
            </th>
            {[fact.a, fact.b].map((side, at) => (
              <td key={at} style={ink.cell}>
                <strong style={{ color: '#a8151b' }}>{side.value}</strong>
                <br />“{side.sentence}”{side.source === undefined ? '' : `（${side.source}）`}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );

const Side = ({ side }: { side: ReportedRelease }): ReactElement => (
  <>
    {side.organ}
    <br />
    <span style={{ fontWeight: 'normal' }}>
      {side.url ? <a href={side.url}>{side.title}</a> : side.title}
      <br />
      {side.releasedAt}
    </span>
  </>
);

/** The same as lines of text. */
export const factLines = ({ a, b, facts }: ReportedFinding): readonly string[] => [
  ...[a, b].flatMap((side, at) =>
    side === undefined
      ? []
      : [`${at === 0 ? '甲' : '乙'}：${side.organ}《${side.title}》（${side.releasedAt}）${side.url ?? ''}`],
  ),
  ...facts.flatMap((fact) => [
    '',
    `${fact.name}：甲 ${fact.a.value} ≠ 乙 ${fact.b.value}`,
    `  甲：“${fact.a.sentence}”${fact.a.source === undefined ? '' : `（${fact.a.source}）`}`,
    `  乙：“${fact.b.sentence}”${fact.b.source === undefined ? '' : `（${fact.b.source}）`}`,
  ]),
];
