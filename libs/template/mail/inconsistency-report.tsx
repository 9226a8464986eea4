import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { ink, Letter, type Mail } from './letter.js';

const inconsistencyReportTemplate = 'inconsistency-report@1';

/** One of the releases that a finding names. */
export interface ReportedRelease {
  readonly organ: string;
  readonly title: string;
  /** `YYYY-MM-DD HH:MM`, Beijing time; or what it is now, e.g. `待发布`. */
  readonly releasedAt: string;
  readonly url?: string;
}

/** One disagreement: the sentence of each side as it stands in its text, and the value read from it. */
export interface ReportedFact {
  /** e.g. `遇难人数`. */
  readonly name: string;
  readonly a: { readonly sentence: string; readonly value: string };
  readonly b: { readonly sentence: string; readonly value: string };
}

export interface InconsistencyReportProps {
  /** Kind of the finding, e.g. `信息发布不一致`. */
  readonly kind: string;
  /** Whether the release is stopped. */
  readonly blocks: boolean;
  readonly explanation: string;
  readonly a: ReportedRelease;
  /** Absent for a finding about one release alone. */
  readonly b?: ReportedRelease;
  readonly facts: readonly ReportedFact[];
  readonly checkedAt: string;
  /** The finding in the console. */
  readonly consoleUrl: string;
}

/** To the coordinator: both sentences side by side, so that a ruling needs no search. */
export const inconsistencyReportMail = (props: InconsistencyReportProps): Mail => ({
  subject: `${props.blocks ? '【待裁定】' : '【提示】'}${props.kind}：${[props.a, props.b].flatMap((side) => (side ? [side.organ] : [])).join(' / ')}`,
  html: page(<Report {...props} />),
  text: reportText(props),
});

const consequence = ({ blocks }: InconsistencyReportProps): string =>
  blocks
    ? '该稿已停在发布关口，须由统筹员裁定后才能发布。The release is stopped until a coordinator has ruled.'
    : '该稿未被拦下，请核对。The release is not stopped; please check.';

const Report = (props: InconsistencyReportProps): ReactElement => (
  <Letter title={props.kind} template={inconsistencyReportTemplate}>
    <h1 style={ink.title}>不一致情况报告：{props.kind}</h1>
    <p style={ink.soft}>检测时间：{props.checkedAt}</p>
    <p style={ink.warning}>{props.explanation}</p>
    <table style={ink.table}>
      <thead>
        <tr>
          <th style={{ ...ink.cell, width: '16%' }} scope="col">
            项目
          </th>
          {sides(props).map((side) => (
            <th key={side.organ + side.title} style={ink.cell} scope="col">
              <Side side={side} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.facts.map((fact, index) => (
          <tr key={index}>
            <th style={ink.cell} scope="row">
              {fact.name}
            </th>
            {[fact.a, fact.b].map((side, at) => (
              <td key={at} style={ink.cell}>
                <strong style={{ color: '#a8151b' }}>{side.value}</strong>
                <br />“{side.sentence}”
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
    <p style={ink.paragraph}>{consequence(props)}</p>
    <p style={ink.paragraph}>
      <a style={ink.button} href={props.consoleUrl}>
        打开并裁定
      </a>
    </p>
    <p style={ink.soft}>{props.consoleUrl}</p>
  </Letter>
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

const sides = ({ a, b }: InconsistencyReportProps): ReportedRelease[] => (b ? [a, b] : [a, a]);

const reportText = (props: InconsistencyReportProps): string =>
  [
    `不一致情况报告：${props.kind}`,
    `检测时间：${props.checkedAt}`,
    '',
    props.explanation,
    '',
    ...(props.b ? [props.a, props.b] : [props.a]).map(
      (side, at) =>
        `${at === 0 ? '甲' : '乙'}：${side.organ}《${side.title}》（${side.releasedAt}）${side.url ?? ''}`,
    ),
    ...props.facts.flatMap((fact) => [
      '',
      `${fact.name}：甲 ${fact.a.value} ≠ 乙 ${fact.b.value}`,
      `  甲：“${fact.a.sentence}”`,
      `  乙：“${fact.b.sentence}”`,
    ]),
    '',
    consequence(props),
    `打开并裁定：${props.consoleUrl}`,
    '',
  ].join('\n');
