import type { ReactElement } from 'react';

/** How a release stands for an outlet. */
export type NewsroomStanding =
  | { readonly kind: 'out'; readonly at: string; readonly corrected: string | null }
  /** Until when; null where the hour is over and the page is being written. */
  | { readonly kind: 'embargoed'; readonly until: string | null }
  | { readonly kind: 'heldBack' }
  | { readonly kind: 'withdrawn' };

export interface NewsroomEntry {
  readonly title: string;
  readonly organ: string;
  readonly number: string;
  readonly standing: NewsroomStanding;
}

/** The sentence that a news editor must not miss. */
export const Warning = ({ standing }: { readonly standing: NewsroomStanding }): ReactElement | null => {
  switch (standing.kind) {
    case 'embargoed':
      return (
        <div className="note" role="note">
          <strong>
            {standing.until === null ? '禁发：等待门户网站公布' : `禁发至 ${standing.until}（北京时间）`}
          </strong>
          <p>此前不得刊播、转发或向他人透露；时间如有改动，以本页为准。打开和下载均有记录。</p>
          <p lang="en">
            {standing.until === null
              ? 'Embargoed until it stands on the portal.'
              : `Embargoed until ${standing.until} (UTC+8).`}{' '}
            Not to be published, passed on or spoken of before; this page tells the hour in force. Every look
            is recorded.
          </p>
        </div>
      );
    case 'heldBack':
      return (
        <div className="note" role="note">
          <strong>暂缓发布，请勿使用已寄送的限时稿</strong>
          <p>发布时间已取消，或内容有改动。请等待新的通知，此前寄送的稿件和文件一律不得使用。</p>
          <p lang="en">
            Held back: the hour was called off, or the text changed. Do not use the copy that you were sent;
            wait for word.
          </p>
        </div>
      );
    case 'withdrawn':
      return (
        <div className="note" role="note">
          <strong>本稿已撤回</strong>
          <p>请勿再使用；已经刊发的，请一并撤下。</p>
          <p lang="en">Withdrawn: no longer to be used; please take down what you published.</p>
        </div>
      );
    case 'out':
      return standing.corrected === null ? null : (
        <div className="note" role="note">
          <strong>本稿已更正，请只用此页的新版</strong>
          <p>{standing.corrected}</p>
          <p lang="en">Corrected: use the version on this page alone.</p>
        </div>
      );
  }
};

const tags = {
  embargoed: '限时禁发 Embargoed',
  heldBack: '暂缓，勿用 Held back',
  withdrawn: '已撤回 Withdrawn',
} as const;

export const Tag = ({ standing }: { readonly standing: NewsroomStanding }): ReactElement | null => {
  if (standing.kind !== 'out') return <span className="tag">{tags[standing.kind]}</span>;
  return standing.corrected === null ? null : <span className="tag">已更正 Corrected</span>;
};

/** When, in one line. */
export const whenLine = (standing: NewsroomStanding): string => {
  if (standing.kind === 'out') return `发布 ${standing.at}`;
  if (standing.kind === 'embargoed' && standing.until !== null)
    return `禁发至 ${standing.until} · embargoed until then`;
  return '';
};
