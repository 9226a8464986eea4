import type { ReactElement } from 'react';
import type { Block } from '@koujing/block';
import { Body } from '../portal/body.js';
import { Warning, whenLine, type NewsroomEntry } from './entry.js';
import { newsroomPage, type NewsroomFrame } from './frame.js';

export interface NewsroomFile {
  readonly name: string;
  readonly address: string;
  readonly size: number;
  readonly sha256: string;
}

export interface NewsroomReleaseProps extends NewsroomEntry {
  readonly outlet: NonNullable<NewsroomFrame['outlet']>;
  /** Absent of what may not be used. */
  readonly text?: {
    readonly blocks: readonly Block[];
    /** Address of a picture by its digest. */
    readonly image: (sha256: string) => string;
    readonly files: readonly NewsroomFile[];
    readonly sums: string;
    /** Absent while it is not out. */
    readonly portalUrl?: string;
  };
}

/** One release: the warning first, then the text, then the files with what proves that they came whole. */
export const newsroomReleasePage = (props: NewsroomReleaseProps): string =>
  newsroomPage({
    title: props.title,
    outlet: props.outlet,
    children: (
      <>
        <p>
          <a href={props.outlet.home}>返回稿件列表 Back to the list</a>
        </p>
        <Warning standing={props.standing} />
        <h1>{props.title}</h1>
        <p className="meta">
          {[props.organ, props.number, whenLine(props.standing)].filter((part) => part !== '').join(' · ')}
        </p>
        {props.text === undefined ? null : <Text text={props.text} />}
      </>
    ),
  });

const Text = ({ text }: { readonly text: NonNullable<NewsroomReleaseProps['text']> }): ReactElement => (
  <>
    <Body blocks={text.blocks} image={text.image} />
    {text.portalUrl === undefined ? null : (
      <p>
        门户网站原文 On the portal：<a href={text.portalUrl}>{text.portalUrl}</a>
      </p>
    )}
    <h2>下载 Downloads</h2>
    <table className="files">
      <thead>
        <tr>
          <th scope="col">文件 File</th>
          <th scope="col">大小 Size</th>
          <th scope="col">SHA-256</th>
        </tr>
      </thead>
      <tbody>
        {text.files.map((file) => (
          <tr key={file.address}>
            <td>
              <a href={file.address}>{file.name}</a>
            </td>
            <td>{sizeInWords(file.size)}</td>
            <td>
              <code>{file.sha256}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <p>
      <a href={text.sums}>SHA256SUMS</a>{' '}
      <span className="en">
        与文件放在同一目录，用 <code>sha256sum -c SHA256SUMS</code> 核对。 Checks that all came whole.
      </span>
    </p>
  </>
);

const sizeInWords = (bytes: number): string =>
  bytes < 1_024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${Math.round(bytes / 1_024)} kB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
