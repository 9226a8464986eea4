import type { ReactElement } from 'react';
import type { Block, Run } from '@koujing/block';

export type ImageAddress = (sha256: string) => string;

/** Blocks as plain semantic HTML. The page's title is the only `h1`. */
export const Body = ({ blocks, image }: { blocks: readonly Block[]; image: ImageAddress }): ReactElement => (
  <div className="body">
    {blocks.map((block, index) => (
      <OneBlock key={index} block={block} image={image} />
    ))}
  </div>
);

const OneBlock = ({ block, image }: { block: Block; image: ImageAddress }): ReactElement => {
  switch (block.type) {
    case 'paragraph':
      return (
        <p {...(block.align && block.align !== 'left' ? { className: block.align } : {})}>
          <Runs runs={block.runs} />
        </p>
      );
    case 'heading': {
      const Heading = `h${block.level}` as const;
      return (
        <Heading>
          <Runs runs={block.runs} />
        </Heading>
      );
    }
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List>
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
        <blockquote>
          <Runs runs={block.runs} />
        </blockquote>
      );
    case 'table':
      return <Table block={block} />;
    case 'image':
      return (
        <figure>
          <img src={image(block.assetSha256)} alt={block.alt} loading="lazy" />
          {block.caption ? <figcaption>{block.caption}</figcaption> : null}
        </figure>
      );
  }
};

/** A wide table scrolls by itself and can be reached by keyboard; the page never scrolls sideways. */
const Table = ({ block }: { block: Extract<Block, { type: 'table' }> }) => {
  const head = block.header ? block.rows.slice(0, 1) : [];
  const rows = block.rows.slice(head.length);
  return (
    <div className="scroll" role="region" aria-label="表格" tabIndex={0}>
      <table>
        {head.map((cells, index) => (
          <thead key={index}>
            <tr>
              {cells.map((runs, at) => (
                <th key={at} scope="col">
                  <Runs runs={runs} />
                </th>
              ))}
            </tr>
          </thead>
        ))}
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((runs, at) => (
                <td key={at}>
                  <Runs runs={runs} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

export const Runs = ({ runs }: { runs: readonly Run[] }): ReactElement => (
  <>
    {runs.map((run, index) => (
      <OneRun key={index} run={run} />
    ))}
  </>
);

const OneRun = ({ run }: { run: Run }): ReactElement => {
  const emphasised = run.italic ? <em>{run.text}</em> : <>{run.text}</>;
  const strong = run.bold ? <strong>{emphasised}</strong> : emphasised;
  return run.href ? <a href={run.href}>{strong}</a> : strong;
};
