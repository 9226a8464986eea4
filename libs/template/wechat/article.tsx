import type { CSSProperties, ReactElement } from 'react';
import type { Block, Run } from '@koujing/block';
import { fragment } from '../markup.js';

export const wechatArticleTemplate = 'wechat-article@1';

export interface WechatArticleProps {
  readonly blocks: readonly Block[];
  readonly organ: string;
  readonly jointOrgans: readonly string[];
  readonly documentNumber?: string;
  /** 更正说明, above the text. */
  readonly correctionNote?: string;
  /** Address of a picture on the platform; by default the slot `{{slot:image:<sha256>}}`. */
  readonly image?: (sha256: string) => string;
}

/** The platform strips style sheets, scripts and links and filters foreign pictures (CHANNELS.md A2, A3): inline styles only. */
const look = {
  all: { fontSize: '16px', lineHeight: 1.8, color: '#222', letterSpacing: '0.5px', textAlign: 'justify' },
  about: { margin: '0 0 20px', color: '#666', fontSize: '14px' },
  note: {
    margin: '0 0 20px',
    padding: '2px 14px',
    borderLeft: '3px solid #b3261e',
    backgroundColor: '#f7f7f7',
  },
  paragraph: { margin: '0 0 16px' },
  heading: { margin: '24px 0 12px', fontSize: '18px', fontWeight: 'bold', lineHeight: 1.5 },
  list: { margin: '0 0 16px', paddingLeft: '24px' },
  quote: { margin: '0 0 16px', padding: '4px 14px', borderLeft: '3px solid #bbb', color: '#555' },
  table: { width: '100%', margin: '0 0 16px', borderCollapse: 'collapse', fontSize: '14px', lineHeight: 1.6 },
  cell: { border: '1px solid #ccc', padding: '6px 8px', textAlign: 'left', verticalAlign: 'top' },
  figure: { margin: '0 0 16px', textAlign: 'center' },
  image: { maxWidth: '100%', height: 'auto' },
  caption: { margin: '6px 0 0', color: '#666', fontSize: '14px', textAlign: 'center' },
  end: {
    margin: '28px 0 0',
    paddingTop: '12px',
    borderTop: '1px solid #ddd',
    color: '#666',
    fontSize: '14px',
  },
} as const satisfies Readonly<Record<string, CSSProperties>>;

/** The `content` of a draft. The portal's address travels as `content_source_url` (阅读原文). */
export const wechatArticleHtml = (props: WechatArticleProps): string => {
  const image = props.image ?? ((sha256: string) => `{{slot:image:${sha256}}}`);
  const sources = [props.organ, ...props.jointOrgans].join('、');
  return fragment(
    <section style={look.all}>
      <p style={look.about}>
        来源：{sources}
        {props.documentNumber ? `\u3000文号：${props.documentNumber}` : ''}
      </p>
      {props.correctionNote === undefined ? null : (
        <section style={look.note}>
          <p style={look.heading}>更正说明</p>
          <p style={look.paragraph}>{props.correctionNote}</p>
        </section>
      )}
      {props.blocks.map((block, index) => (
        <OneBlock key={index} block={block} image={image} />
      ))}
      <p style={look.end}>全文与后续更正以政府门户网站为准，点击“阅读原文”查看。</p>
    </section>,
  );
};

const OneBlock = ({ block, image }: { block: Block; image: (sha256: string) => string }): ReactElement => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p style={block.align ? { ...look.paragraph, textAlign: block.align } : look.paragraph}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'heading':
      return (
        <p style={look.heading}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List style={look.list}>
          {block.items.map((runs, index) => (
            <li key={index}>
              <Runs runs={runs} />
            </li>
          ))}
        </List>
      );
    }
    case 'quote':
      return (
        <blockquote style={look.quote}>
          <Runs runs={block.runs} />
        </blockquote>
      );
    case 'table':
      return <Table block={block} />;
    case 'image':
      return (
        <section style={look.figure}>
          <img src={image(block.assetSha256)} alt={block.alt} style={look.image} loading="lazy" />
          {block.caption ? <p style={look.caption}>{block.caption}</p> : null}
        </section>
      );
  }
};

const Table = ({ block }: { block: Extract<Block, { type: 'table' }> }): ReactElement => (
  <table style={look.table}>
    <tbody>
      {block.rows.map((cells, row) => (
        <tr key={row}>
          {cells.map((runs, column) => (
            <td key={column} style={look.cell}>
              {block.header && row === 0 ? (
                <strong>
                  <Runs runs={runs} />
                </strong>
              ) : (
                <Runs runs={runs} />
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Runs = ({ runs }: { runs: readonly Run[] }): ReactElement => (
  <>
    {runs.map((run, index) => (
      <OneRun key={index} run={run} />
    ))}
  </>
);

const OneRun = ({ run }: { run: Run }): ReactElement => {
  const text = run.text + addressBeside(run);
  const emphasised = run.italic ? <em>{text}</em> : <>{text}</>;
  return run.bold ? <strong>{emphasised}</strong> : emphasised;
};

/** Links do not work in an article: the address stands beside the words, unless the words are the address. */
const addressBeside = ({ text, href }: Run): string => {
  if (href === undefined) return '';
  const address = href.replace(/^(tel|mailto):/iu, '');
  return text.replaceAll(/[\s-]/gu, '').includes(address.replaceAll(/[\s-]/gu, '')) ? '' : `（${address}）`;
};
