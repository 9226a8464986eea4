import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { ListLayout, toRootOf, type ListFrame } from './list.js';

export interface ChangeLine {
  readonly kind: 'corrected' | 'withdrawn';
  readonly version: number;
  readonly organ: string;
  /** `YYYY-MM-DD HH:MM`, Beijing time. */
  readonly at: string;
  /** Under the root. */
  readonly path: string;
  /** Null since the page is withdrawn: its words are not said again. */
  readonly title: string | null;
  /** What was corrected, in the organ's words; may be empty. */
  readonly note: string;
}

export interface PortalChangesProps extends ListFrame {
  /** Newest first. */
  readonly lines: readonly ChangeLine[];
}

const title = '更正与撤回';

/** `changes.html`: what was corrected in its place and what was withdrawn, so that whoever passed it on can look. */
export const portalChangesPage = (props: PortalChangesProps): string =>
  page(
    <ListLayout
      {...props}
      title={title}
      description="已发布内容的更正与撤回记录"
      empty="没有更正，也没有撤回。"
      isEmpty={props.lines.length === 0}
    >
      <ul className="changes">
        {props.lines.map((line) => (
          <Line key={`${line.path} ${line.kind} ${line.version}`} line={line} toRoot={toRootOf(props.path)} />
        ))}
      </ul>
    </ListLayout>,
  );

const Line = ({ line, toRoot }: { line: ChangeLine; toRoot: string }): ReactElement => {
  const { kind, at, organ, version, path, note } = line;
  return (
    <li>
      <p className="meta">
        <strong>{kind === 'withdrawn' ? '撤回' : '更正'}</strong>
        {'\u3000'}
        <time dateTime={at}>{at}</time>
        {'\u3000'}
        {organ}
      </p>
      <p>
        <a href={toRoot + path}>{line.title ?? '本页内容已撤回'}</a>
        {kind === 'corrected' ? `（第 ${version} 版）` : null}
      </p>
      {note === '' ? null : <p>{note}</p>}
    </li>
  );
};
