import type { ReactElement } from 'react';
import { plainText, type Block, type Run } from '@koujing/block';
import { page } from '../markup.js';
import { ink, Letter, type Mail } from './letter.js';

export const mediaEmailTemplate = 'media-email@1';

/** Strings may hold slots; addresses of pictures are left out, the portal shows them. */
export interface MediaEmailProps {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly organ: string;
  readonly jointOrgans: readonly string[];
  readonly documentNumber?: string;
  /** `YYYY-MM-DD HH:MM`, Beijing time. */
  readonly releasedAt: string;
  readonly portalUrl: string;
  /** Whom a reporter may ask: a duty phone, a mailbox. */
  readonly contact: { readonly name?: string; readonly phone?: string; readonly email?: string };
  readonly unsubscribeUrl: string;
  /** `禁发至` time; it stands in the subject and in the first line. */
  readonly embargoUntil?: string;
  /** What is attached, with the digest by which a newsroom can check its copy. */
  readonly documents?: readonly { readonly name: string; readonly sha256: string }[];
  /** 更正说明: this version corrects one that is out. */
  readonly correctionNote?: string;
}

/** One release to one media address (CHANNELS.md C). */
export const mediaEmail = (props: MediaEmailProps): Mail => ({
  subject: `${props.embargoUntil ? `【禁发至 ${props.embargoUntil}】` : ''}${props.correctionNote === undefined ? '' : '【更正】'}${props.title}`,
  html: page(<MediaLetter {...props} />),
  text: mediaText(props),
});

const MediaLetter = (props: MediaEmailProps): ReactElement => (
  <Letter title={props.title} template={mediaEmailTemplate}>
    {firstLines(props).map((line) => (
      <p key={line} style={ink.warning}>
        <strong>{line}</strong>
      </p>
    ))}
    <h1 style={ink.title}>{props.title}</h1>
    <p style={ink.soft}>{aboutLine(props)}</p>
    <hr style={ink.rule} />
    {props.blocks.map((block, index) => (
      <OneBlock key={index} block={block} />
    ))}
    <hr style={ink.rule} />
    <p style={ink.paragraph}>
      门户网站原文：<a href={props.portalUrl}>{props.portalUrl}</a>
    </p>
    {documentLines(props).map((line) => (
      <p key={line} style={ink.soft}>
        {line}
      </p>
    ))}
    <p style={ink.soft}>{contactLine(props)}</p>
    <p style={ink.soft}>
      您收到此邮件，是因为贵单位在媒体名录中。<a href={props.unsubscribeUrl}>退订</a>
    </p>
  </Letter>
);

const OneBlock = ({ block }: { block: Block }): ReactElement => {
  switch (block.type) {
    case 'heading':
      return (
        <h2 style={ink.heading}>
          <Runs runs={block.runs} />
        </h2>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List style={ink.paragraph}>
          {block.items.map((runs, index) => (
            <li key={index}>
              <Runs runs={runs} />
            </li>
          ))}
        </List>
      );
    }
    case 'table':
      return <Table block={block} />;
    case 'image':
      return <p style={ink.soft}>［图片］{block.caption ?? block.alt}（见门户网站原文）</p>;
    case 'quote':
    case 'paragraph':
      return (
        <p
          style={
            block.type === 'paragraph' && block.align
              ? { ...ink.paragraph, textAlign: block.align }
              : ink.paragraph
          }
        >
          <Runs runs={block.runs} />
        </p>
      );
  }
};

const Table = ({ block }: { block: Extract<Block, { type: 'table' }> }): ReactElement => (
  <table style={ink.table}>
    <tbody>
      {block.rows.map((cells, row) => (
        <tr key={row}>
          {cells.map((runs, column) => (
            <td key={column} style={ink.cell}>
              <Runs runs={runs} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Runs = ({ runs }: { runs: readonly Run[] }): ReactElement => (
  <>
    {runs.map((run, index) => {
      const text = run.bold ? <strong>{run.text}</strong> : <>{run.text}</>;
      return run.href ? (
        <a key={index} href={run.href}>
          {text}
        </a>
      ) : (
        <span key={index}>{text}</span>
      );
    })}
  </>
);

const firstLines = ({ embargoUntil, correctionNote }: MediaEmailProps): string[] => [
  ...(embargoUntil ? [`【禁发至 ${embargoUntil}】在此之前请勿刊播。Embargoed until ${embargoUntil}.`] : []),
  ...(correctionNote === undefined ? [] : [`更正说明：${correctionNote} 请以本稿为准。`]),
];

const aboutLine = (props: MediaEmailProps): string =>
  [
    `发布机关：${[props.organ, ...props.jointOrgans].join('、')}`,
    `发布时间：${props.releasedAt}`,
    ...(props.documentNumber ? [`文号：${props.documentNumber}`] : []),
  ].join('　');

const documentLines = ({ documents = [] }: MediaEmailProps): string[] =>
  documents.map(({ name, sha256 }) => [`附件：${name}`, `SHA-256：${sha256}`].join('　'));

const contactLine = ({ contact, organ }: MediaEmailProps): string =>
  `媒体联系：${[contact.name ?? organ, contact.phone, contact.email].filter((part) => part !== undefined && part !== '').join('　')}`;

const mediaText = (props: MediaEmailProps): string =>
  [
    ...firstLines(props),
    props.title,
    aboutLine(props),
    '',
    props.blocks
      .map((block) => plainText([block]))
      .filter((text) => text !== '')
      .join('\n\n'),
    '',
    `门户网站原文：${props.portalUrl}`,
    ...documentLines(props),
    contactLine(props),
    `退订：${props.unsubscribeUrl}`,
    '',
  ].join('\n');
