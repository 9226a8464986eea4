import type { Block, Run } from '@koujing/block';
import { Fragment } from 'react';

const RunView = ({ run }: { run: Run }) => {
  const strong = run.bold === true ? <strong>{run.text}</strong> : run.text;
  const marked = run.italic === true ? <em>{strong}</em> : strong;
  if (run.href === undefined) return <>{marked}</>;
  return (
    <a href={run.href} target="_blank" rel="noreferrer noopener">
      {marked}
    </a>
  );
};

const Runs = ({ runs }: { runs: readonly Run[] }) => (
  <>
    {runs.map((run, index) => (
      <RunView key={index} run={run} />
    ))}
  </>
);

const ListView = ({ block }: { block: Extract<Block, { type: 'list' }> }) => {
  const items = block.items.map((runs, index) => (
    <li key={index}>
      <Runs runs={runs} />
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
};

const TableView = ({ block }: { block: Extract<Block, { type: 'table' }> }) => (
  <div className="table-scroll">
    <table>
      <tbody>
        {block.rows.map((row, index) => (
          <tr key={index}>
            {row.map((runs, cell) => {
              const Cell = block.header && index === 0 ? 'th' : 'td';
              return (
                <Cell key={cell}>
                  <Runs runs={runs} />
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const One = ({ block }: { block: Block }) => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p style={block.align === undefined ? undefined : { textAlign: block.align, textIndent: 0 }}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.level + 1}` as 'h3' | 'h4' | 'h5';
      return (
        <Heading>
          <Runs runs={block.runs} />
        </Heading>
      );
    }
    case 'list':
      return <ListView block={block} />;
    case 'quote':
      return (
        <blockquote>
          <Runs runs={block.runs} />
        </blockquote>
      );
    case 'table':
      return <TableView block={block} />;
    case 'image':
      return (
        <figure>
          <img src={`/api/images/${block.assetSha256}`} alt={block.alt} />
          {block.caption !== undefined && <figcaption>{block.caption}</figcaption>}
        </figure>
      );
  }
};

/** The release's text as it was written, for reading; what each channel makes of it is in the previews. */
export const BlockView = ({ blocks }: { blocks: readonly Block[] }) => (
  <div className="reading" lang="zh-CN">
    {blocks.map((block, index) => (
      <Fragment key={index}>
        <One block={block} />
      </Fragment>
    ))}
  </div>
);
