import type { ReactElement } from 'react';
import { page } from '../markup.js';
import type { SheetDocument } from '../sheet/sheet-document.js';
import { consequence } from './inconsistency-report.js';
import { ink, Letter, type Mail } from './letter.js';
import { FactRows, factLines, type ReportedFinding } from './reported-finding.js';

const inconsistencyDigestTemplate = 'inconsistency-digest@1';

/** Whatever is not ruled on, on the morning of a working day. */
export interface InconsistencyDigest {
  /** Civil day. */
  readonly day: string;
  readonly madeAt: string;
  readonly article: string;
  /** Found since the last report. */
  readonly fresh: readonly ReportedFinding[];
  /** Found before, and still not ruled on. */
  readonly standing: readonly ReportedFinding[];
  /** Not ruled on either, beyond what a mail can bear. */
  readonly more: number;
  /** Where the same is had as a document. */
  readonly consoleUrl: string;
}

const countLine = ({ fresh, standing, more }: InconsistencyDigest): string =>
  `新增 ${fresh.length} 处，未裁定共 ${fresh.length + standing.length + more} 处${more === 0 ? '' : `（另有 ${more} 处见控制台）`}。`;

const sections = ({ fresh, standing }: InconsistencyDigest) =>
  [
    { title: '新增', findings: fresh },
    { title: '此前尚未裁定', findings: standing },
  ].filter(({ findings }) => findings.length > 0);

export const inconsistencyDigestMail = (digest: InconsistencyDigest): Mail => ({
  subject: `【每日报告】${digest.day} 不一致情况：${countLine(digest)}`,
  html: page(<Digest {...digest} />),
  text: digestText(digest),
});

const Digest = (digest: InconsistencyDigest): ReactElement => (
  <Letter title="不一致情况报告" template={inconsistencyDigestTemplate}>
    <h1 style={ink.title}>不一致情况报告（{digest.day}）</h1>
    <p style={ink.soft}>
      {digest.article} · {digest.madeAt}
    </p>
    <p style={ink.paragraph}>{countLine(digest)}</p>
    {sections(digest).map(({ title, findings }) => (
      <section key={title}>
        <h2 style={ink.heading}>{title}</h2>
        {findings.map((finding, at) => (
          <div key={finding.consoleUrl}>
            <p style={ink.warning}>
              {at + 1}. {finding.kind}
              {finding.blocks ? '（已拦下）' : ''}：{finding.explanation}
            </p>
            <FactRows {...finding} />
            <p style={ink.paragraph}>
              {finding.proposal} <a href={finding.consoleUrl}>打开并裁定</a>
            </p>
            <p style={ink.soft}>检测时间：{finding.raisedAt}</p>
          </div>
        ))}
      </section>
    ))}
    <p style={ink.paragraph}>
      <a style={ink.button} href={digest.consoleUrl}>
        下载 Word 或 PDF
      </a>
    </p>
    <p style={ink.soft}>{digest.consoleUrl}</p>
  </Letter>
);

const digestText = (digest: InconsistencyDigest): string =>
  [
    `不一致情况报告（${digest.day}）`,
    `${digest.article} · ${digest.madeAt}`,
    countLine(digest),
    ...sections(digest).flatMap(({ title, findings }) => [
      '',
      `== ${title} ==`,
      ...findings.flatMap((finding, at) => [
        '',
        `${at + 1}. ${finding.kind}${finding.blocks ? '（已拦下）' : ''}：${finding.explanation}`,
        ...factLines(finding),
        finding.proposal,
        `检测时间：${finding.raisedAt}`,
        `打开并裁定：${finding.consoleUrl}`,
      ]),
    ]),
    '',
    `下载 Word 或 PDF：${digest.consoleUrl}`,
    '',
  ].join('\n');

/** The same as a paper for the file. */
export const inconsistencyDigestSheet = (
  digest: InconsistencyDigest,
  imprint: { readonly digest: string; readonly madeBy: string; readonly madeAt: Date },
): SheetDocument => ({
  title: `不一致情况报告（${digest.day}）`,
  author: '口径 Koujing',
  about: [
    ['依据', digest.article],
    ['报告时间', digest.madeAt],
    ['制作时间', imprint.madeAt],
    ['制作人', imprint.madeBy],
    ['内容摘要（SHA-256）', imprint.digest],
  ],
  paragraphs: [countLine(digest)],
  tables: sections(digest).flatMap(({ title, findings }) =>
    findings.map((finding, at) => ({
      title: `${title} ${at + 1}. ${finding.kind}${finding.blocks ? '（已拦下）' : ''}`,
      note: `${finding.explanation}\n${finding.proposal}\n检测时间：${finding.raisedAt}`,
      heads: ['项目', '甲', '乙'],
      rows: rowsOf(finding),
      ...{ totals: null, drawing: null },
    })),
  ),
});

/** The immediate report of one finding as a paper for the file: the same words as its mail. */
export const inconsistencyReportSheet = (
  finding: ReportedFinding,
  imprint: { readonly digest: string; readonly madeBy: string; readonly madeAt: Date },
): SheetDocument => ({
  title: `不一致情况报告：${finding.kind}`,
  author: '口径 Koujing',
  about: [
    ['检测时间', finding.raisedAt],
    ['制作时间', imprint.madeAt],
    ['制作人', imprint.madeBy],
    ['内容摘要（SHA-256）', imprint.digest],
    ['控制台地址', finding.consoleUrl],
  ],
  paragraphs: [finding.explanation, finding.proposal, consequence(finding)],
  tables: [
    {
      title: finding.kind,
      note: '',
      heads: ['项目', '甲', '乙'],
      rows: rowsOf(finding),
      totals: null,
      drawing: null,
    },
  ],
});

const rowsOf = (finding: ReportedFinding): readonly (readonly string[])[] => {
  const release = (side: ReportedFinding['a']): string =>
    side === undefined ? '—' : `${side.organ}《${side.title}》（${side.releasedAt}）`;
  const said = ({ value, sentence, source }: ReportedFinding['facts'][number]['a']): string =>
    `${value}：“${sentence}”${source === undefined ? '' : `（${source}）`}`;
  return [
    ['稿件', release(finding.a), release(finding.b)],
    ...finding.facts.map((fact) => [fact.name, said(fact.a), said(fact.b)]),
  ];
};
