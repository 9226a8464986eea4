import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { ink, Letter, type Mail } from './letter.js';
import { FactRows, factLines, type ReportedFinding } from './reported-finding.js';

const inconsistencyReportTemplate = 'inconsistency-report@2';

/** To the coordinator: both sentences side by side, so that a ruling needs no search. */
export const inconsistencyReportMail = (finding: ReportedFinding): Mail => ({
  subject: `${finding.blocks ? '【待裁定】' : '【提示】'}${finding.kind}：${[finding.a, finding.b].flatMap((side) => (side ? [side.organ] : [])).join(' / ')}`,
  html: page(<Report {...finding} />),
  text: reportText(finding),
});

/** What the finding means for what it names. */
export const consequence = ({ blocks, isOut = false }: ReportedFinding): string =>
  isOut
    ? '稿件已经公开，请尽快裁定，由有关单位更正。It is before the public; please rule soon so that it is corrected.'
    : blocks
      ? '该稿已停在发布关口，须由统筹员裁定后才能发布。The release is stopped until a coordinator has ruled.'
      : '该稿未被拦下，请核对。The release is not stopped; please check.';

const Report = (finding: ReportedFinding): ReactElement => (
  <Letter title={finding.kind} template={inconsistencyReportTemplate}>
    <h1 style={ink.title}>不一致情况报告：{finding.kind}</h1>
    <p style={ink.soft}>检测时间：{finding.raisedAt}</p>
    <p style={ink.warning}>{finding.explanation}</p>
    <FactRows {...finding} />
    <p style={ink.paragraph}>{finding.proposal}</p>
    <p style={ink.paragraph}>{consequence(finding)}</p>
    <p style={ink.paragraph}>
      <a style={ink.button} href={finding.consoleUrl}>
        打开并裁定
      </a>
    </p>
    <p style={ink.soft}>{finding.consoleUrl}</p>
  </Letter>
);

const reportText = (finding: ReportedFinding): string =>
  [
    `不一致情况报告：${finding.kind}`,
    `检测时间：${finding.raisedAt}`,
    '',
    finding.explanation,
    '',
    ...factLines(finding),
    '',
    finding.proposal,
    consequence(finding),
    `打开并裁定：${finding.consoleUrl}`,
    '',
  ].join('\n');
