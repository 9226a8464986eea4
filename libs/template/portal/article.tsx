import type { ReactElement } from 'react';
import type { Block } from '@koujing/block';
import { fragment, page } from '../markup.js';
import { Body, type ImageAddress } from './body.js';
import { Breadcrumb, PortalFrame, type PageTags, type ShareCard } from './frame.js';
import { columnPath, type Column, type Site } from './site.js';

export const portalArticleTemplate = 'portal-article@2';

/** Times may be slots: they exist only when the page goes out. */
export interface PortalArticleProps {
  readonly site: Site;
  readonly column: Column;
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly summary: string;
  readonly organ: string;
  readonly jointOrgans: readonly string[];
  readonly documentNumber?: string;
  readonly keywords: readonly string[];
  /** The permanent, absolute address of this page. */
  readonly portalUrl: string;
  readonly releaseId: string;
  readonly version: number;
  /** `YYYY-MM-DD HH:MM`, Beijing time, of the first publication: a new version is never back-dated. */
  readonly pubDate: string;
  /** The same instant with its offset. */
  readonly publishedAt: string;
  /** When these bytes were written, with its offset. */
  readonly updatedAt: string;
  /** Where the correction note stands; `portalCorrectionNote` or nothing fills it. */
  readonly correction: string;
  readonly image: ImageAddress;
  /** The same as a CAP message, from the page's folder. */
  readonly cap?: string;
  /** Documents to download, with their size in bytes. */
  readonly attachments?: readonly {
    readonly name: string;
    readonly size: number;
    readonly address: string;
  }[];
}

/** A page under `r/`. */
export const portalArticlePage = (props: PortalArticleProps): string =>
  page(
    <PortalFrame
      site={props.site}
      template={portalArticleTemplate}
      title={props.title}
      toRoot="../"
      column={props.column}
      tags={articleTags(props)}
      canonical={props.portalUrl}
      card={cardOf(props)}
      data={articleData(props)}
      {...(props.cap === undefined ? {} : { cap: props.cap })}
    >
      <Breadcrumb toRoot="../" path={[{ name: props.column.name, path: columnPath(props.column) }]} />
      <article>
        <h1>{props.title}</h1>
        <About {...props} />
        {props.correction}
        <Body blocks={props.blocks} image={props.image} />
        <Attachments {...props} />
        <div className="end">
          <p>
            本页地址：<a href={props.portalUrl}>{props.portalUrl}</a>
          </p>
          <p>
            版本：第 {props.version} 版。转载请注明来源：{sources(props)}。
          </p>
          {props.cap === undefined ? null : (
            <p>
              供预警系统接收：
              <a href={props.cap} type="application/cap+xml">
                本信息的 CAP 1.2 报文
              </a>
            </p>
          )}
        </div>
      </article>
    </PortalFrame>,
  );

const About = (props: PortalArticleProps): ReactElement => (
  <dl className="about">
    <div>
      <dt>发布时间</dt>
      <dd>
        <time dateTime={props.publishedAt}>{props.pubDate}</time>
      </dd>
    </div>
    <div>
      <dt>来源</dt>
      <dd>{sources(props)}</dd>
    </div>
    {props.documentNumber ? (
      <div>
        <dt>文号</dt>
        <dd>{props.documentNumber}</dd>
      </div>
    ) : null}
  </dl>
);

const Attachments = ({ attachments = [] }: PortalArticleProps): ReactElement | null =>
  attachments.length === 0 ? null : (
    <section className="attachments" aria-label="附件">
      <h2>附件</h2>
      <ol>
        {attachments.map(({ name, size, address }) => (
          <li key={address}>
            <a href={address} download={name}>
              {name}
            </a>
            （{Math.max(1, Math.round(size / 1024))} KB）
          </li>
        ))}
      </ol>
    </section>
  );

const sources = ({ organ, jointOrgans }: PortalArticleProps): string => [organ, ...jointOrgans].join('、');

/** `koujing-*` let us read back which version of which release a page shows. */
const articleTags = (props: PortalArticleProps): PageTags => [
  ['ArticleTitle', props.title],
  ['PubDate', props.pubDate],
  ['ContentSource', sources(props)],
  ['Keywords', props.keywords.join(',')],
  ['Author', props.organ],
  ['Description', props.summary],
  ...pictureOf(props).map((image) => ['Image', image] as const),
  ['Url', props.portalUrl],
  ['koujing-release', props.releaseId],
  ['koujing-version', String(props.version)],
  ['koujing-published', props.publishedAt],
  ['koujing-updated', props.updatedAt],
];

/** The absolute address of the first picture, if there is one. */
const pictureOf = ({ blocks, image, site }: PortalArticleProps): readonly string[] =>
  blocks
    .flatMap((block) =>
      block.type === 'image' ? [`${site.baseUrl}/${image(block.assetSha256).replace(/^\.\.\//u, '')}`] : [],
    )
    .slice(0, 1);

const cardOf = (props: PortalArticleProps): ShareCard => ({
  ...{ type: 'article', title: props.title, description: props.summary },
  ...Object.fromEntries(pictureOf(props).map((image) => ['image', image])),
});

/** schema.org NewsArticle, for search engines. */
const articleData = (props: PortalArticleProps): Readonly<Record<string, unknown>> => ({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: props.title,
  description: props.summary,
  inLanguage: 'zh-CN',
  url: props.portalUrl,
  mainEntityOfPage: props.portalUrl,
  datePublished: props.publishedAt,
  dateModified: props.updatedAt,
  articleSection: props.column.name,
  keywords: props.keywords.join(','),
  author: [props.organ, ...props.jointOrgans].map((name) => ({ '@type': 'GovernmentOrganization', name })),
  publisher: { '@type': 'GovernmentOrganization', name: props.site.host, url: props.site.baseUrl },
  ...Object.fromEntries(pictureOf(props).map((image) => ['image', [image]])),
});

/** Above the text, so that it cannot be missed. `at`: `YYYY-MM-DD HH:MM`, Beijing time. */
export const portalCorrectionNote = (correction: {
  readonly version: number;
  readonly at: string;
  /** What changed, in the organ's words; may be empty. */
  readonly note: string;
}): string =>
  fragment(
    <aside className="note" aria-label="更正说明">
      <strong>更正说明</strong>
      <p>
        本页已于 {correction.at} 更正，现为第 {correction.version} 版，请以本页内容为准。
      </p>
      {correction.note === '' ? null : <p>{correction.note}</p>}
    </aside>,
  );
