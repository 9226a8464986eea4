import type { ReactElement } from 'react';
import { alertIndexPath, changesPath, columnPath, mapPath, searchPath, type Site } from './site.js';

interface HeaderProps {
  readonly site: Site;
  readonly toRoot: string;
  /** Name of the column that the page stands in. */
  readonly current: string | undefined;
  readonly isHome: boolean;
}

/** Modes of reading, the institution's name, search and the columns. */
export const PortalHeader = ({ site, toRoot, current, isHome }: HeaderProps): ReactElement => (
  <header>
    <div className="tools">
      <div className="wrap">
        <label htmlFor="elder">长者模式</label>
        <label htmlFor="contrast">高对比度</label>
        <label htmlFor="tone">
          <span className="to-dark">深色</span>
          <span className="to-light">浅色</span>
        </label>
        <a href={toRoot + mapPath}>网站地图</a>
      </div>
    </div>
    <div className="mast wrap">
      <div>
        <a href={`${toRoot}index.html`}>{site.name}</a>
        <p>{site.domain}</p>
      </div>
      <SearchBox action={toRoot + searchPath} />
    </div>
    <nav className="nav" aria-label="栏目">
      <div className="wrap">
        <ul>
          <li>
            <a href={`${toRoot}index.html`} {...(isHome ? { 'aria-current': 'page' as const } : {})}>
              首页
            </a>
          </li>
          {site.columns.map((column) => (
            <li key={column.slug}>
              <a
                href={`${toRoot}${columnPath(column)}`}
                {...(column.name === current ? { 'aria-current': 'page' as const } : {})}
              >
                {column.name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  </header>
);

/** Asks `search.html`: where the dispatcher is absent, the same address is a page that says so. */
const SearchBox = ({ action }: { action: string }): ReactElement => (
  <form className="find" role="search" action={action} method="get">
    <input type="search" name="q" aria-label="检索本站" placeholder="检索标题和正文" maxLength={60} />
    <button type="submit">检索</button>
  </form>
);

/** The identifiers that a government site shows on every page (CHANNELS.md D3); what is not configured is left out. */
export const PortalFooter = ({
  site,
  toRoot,
  feed,
}: {
  readonly site: Site;
  readonly toRoot: string;
  readonly feed: string;
}): ReactElement => {
  const lines = [
    ['主办单位', site.host],
    ['联系方式', site.contact],
    ['政府网站标识码', site.idCode],
    ['ICP 备案', site.icp],
    ['公安备案', site.policeRecord],
  ].filter(([, value]) => value !== '');
  return (
    <footer>
      <div className="wrap">
        <nav aria-label="站点">
          <a href={`${toRoot}index.html`}>首页</a>
          <a href={toRoot + mapPath}>网站地图</a>
          <a href={toRoot + changesPath}>更正与撤回</a>
          <a href={feed}>订阅 RSS</a>
          <a href={toRoot + alertIndexPath}>预警信息（CAP）</a>
          <a href="#top">返回顶部</a>
        </nav>
        <dl>
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </footer>
  );
};
