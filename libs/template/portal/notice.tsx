import { page } from '../markup.js';
import { Breadcrumb, PortalFrame, type Section } from './frame.js';
import type { Site } from './site.js';

export const portalTombstoneTemplate = 'portal-tombstone@3';
const portalMissingTemplate = 'portal-missing@3';

/** Not the release's own column: of what was withdrawn nothing is said again. */
const withdrawnSection: Section = {
  ...{ name: '更正与撤回', description: '已发布内容的更正与撤回记录' },
  ...{ keywords: ['更正', '撤回'], type: '工作动态' },
};
const missingSection: Section = {
  ...{ name: '没有这个页面', description: '地址有误时显示的页面' },
  ...{ keywords: ['页面不存在'], type: '概况信息' },
};

export interface PortalTombstoneProps {
  readonly site: Site;
  readonly releaseId: string;
  /** The version that was withdrawn: an older one never comes back. */
  readonly version: number;
  /** `YYYY-MM-DD HH:MM`, Beijing time. */
  readonly withdrawnAt: string;
}

/** What stands at the address of a withdrawn release: a neutral notice, served as 410 (CHANNELS.md D3). */
export const portalTombstone = (props: PortalTombstoneProps): string =>
  page(
    <PortalFrame
      site={props.site}
      template={portalTombstoneTemplate}
      title="本页内容已撤回"
      toRoot="../"
      noIndex
      section={withdrawnSection}
      tags={[
        ['koujing-release', props.releaseId],
        ['koujing-version', String(props.version)],
        ['koujing-withdrawn', props.withdrawnAt],
      ]}
    >
      <Breadcrumb toRoot="../" />
      <h1>本页内容已撤回</h1>
      <div className="note">
        <strong>撤回说明</strong>
        <p>原发布于此的内容已由发布机关于 {props.withdrawnAt} 撤回，请勿继续转载或引用。</p>
        <p lang="en">This release has been withdrawn by the organ that published it.</p>
      </div>
      <p className="calm">
        <a href="../index.html">查看最新发布</a>
      </p>
    </PortalFrame>,
  );

/** Where a server finds what it answers 404 with. */
export const missingPath = '404.html';

/** Served as 404 for any address; its links are absolute because the depth is not known. */
export const portalMissingPage = (site: Site): string =>
  page(
    <PortalFrame
      site={site}
      template={portalMissingTemplate}
      title="没有这个页面"
      toRoot={`${site.baseUrl}/`}
      noIndex
      section={missingSection}
      tags={[]}
    >
      <h1>没有这个页面</h1>
      <div className="calm">
        <p>地址可能有误。已发布内容的地址长期有效，不会移动。</p>
        <p lang="en">There is no page at this address.</p>
        <p>
          <a href={`${site.baseUrl}/index.html`}>查看最新发布</a>
        </p>
      </div>
    </PortalFrame>,
  );
