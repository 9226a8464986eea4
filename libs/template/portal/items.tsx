import type { ReactElement } from 'react';

export interface PortalListItem {
  readonly title: string;
  /** Path under the site's root. */
  readonly path: string;
  readonly organ: string;
  readonly column: string;
  readonly summary: string;
  /** `YYYY-MM-DD HH:MM`, Beijing time. */
  readonly pubDate: string;
  /** A later version than the first: the list says so too. */
  readonly corrected: boolean;
}

/** One line each: title, organ, day. */
export const Items = ({
  items,
  toRoot,
}: {
  readonly items: readonly PortalListItem[];
  readonly toRoot: string;
}): ReactElement => (
  <ul className="items">
    {items.map((item) => (
      <li key={item.path}>
        <a href={toRoot + item.path}>{shownTitle(item)}</a>
        <span>{item.organ}</span>
        <time dateTime={item.pubDate}>{item.pubDate.slice(0, 10)}</time>
      </li>
    ))}
  </ul>
);

export const shownTitle = ({ title, corrected }: PortalListItem): string =>
  corrected ? `${title}（已更正）` : title;
