/** What the stand-in platforms hold: the shapes that tests and the page read. Instants are ISO 8601, UTC. */

export interface WeiboPost {
  /** Above 2^53: only the text form is safe. */
  readonly idstr: string;
  readonly uid: string;
  readonly text: string;
  /** What is shown; differs from `text` when links were rewritten to t.cn. */
  readonly shownText: string;
  readonly createdAt: string;
  /** From when the timeline lists it. */
  readonly visibleAt: string;
  readonly rip: string;
  readonly pictureId?: string;
  readonly destroyedAt?: string;
  readonly comments: readonly WeiboComment[];
}

export interface WeiboComment {
  readonly idstr: string;
  readonly text: string;
  readonly createdAt: string;
}

/** One item of a draft, as WeChat takes it. */
export interface WechatItem {
  readonly article_type: 'news' | 'newspic';
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly content: string;
  readonly content_source_url: string;
  readonly thumb_media_id: string;
  readonly need_open_comment: 0 | 1;
  readonly only_fans_can_comment: 0 | 1;
}

export interface WechatDraft {
  readonly mediaId: string;
  readonly items: readonly WechatItem[];
  readonly updatedAt: string;
}

export interface WechatArticle {
  readonly articleId: string;
  readonly items: readonly WechatItem[];
  /** Public addresses, one per item. */
  readonly urls: readonly string[];
  readonly publishedAt: string;
  /** Mass-sent articles are not listed by freepublish/batchget. */
  readonly massSent: boolean;
  /** 1-based, as freepublish/delete counts. */
  readonly deletedItems: readonly number[];
  readonly banned: boolean;
}

export type PublishStatus = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface PublishJob {
  readonly publishId: string;
  readonly draftId: string;
  readonly status: PublishStatus;
  readonly endsWith: PublishStatus;
  readonly laterStatus?: PublishStatus;
  readonly pollsLeft: number;
  readonly idAsString: boolean;
  readonly submittedAt: string;
  readonly dueAt: string;
  readonly articleId?: string;
}

export type MassStatus = 'SENDING' | 'SEND_SUCCESS' | 'SEND_FAIL' | 'DELETE';

export interface MassSend {
  readonly msgId: string;
  readonly msgDataId: string;
  readonly clientMsgId: string;
  readonly draftId: string;
  readonly toAll: boolean;
  readonly tagId: string;
  readonly status: MassStatus;
  readonly sentAt: string;
  readonly dueAt: string;
  readonly endsWith: MassStatus;
  readonly articleId?: string;
}

export interface Mail {
  readonly id: string;
  readonly from: string;
  readonly recipients: readonly string[];
  readonly messageId: string;
  readonly subject: string;
  /** Every header line as [name, unfolded value], in the order received. */
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
  readonly receivedAt: string;
  readonly raw: string;
}

/** A delivery status notification that the sandbox sent back. */
export interface ReturnedMail {
  readonly id: string;
  readonly to: string;
  readonly recipient: string;
  readonly action: 'failed' | 'delayed' | 'delivered';
  readonly status: string;
  readonly originalMessageId: string;
  readonly sentAt: string;
  readonly raw: string;
}

/** A release as the city's app holds it. */
export interface AppRelease {
  readonly releaseId: string;
  readonly version: number;
  readonly state: 'published' | 'corrected' | 'withdrawn';
  readonly title: string;
  readonly text: string;
  readonly organ: string;
  /** Of the portal page. */
  readonly url: string;
  readonly receivedAt: string;
  readonly updatedAt: string;
}

/** How often a platform accepted the same thing. More than once is a double. */
export interface Acceptance {
  readonly channel: 'weibo' | 'wechat' | 'webhook' | 'smtp';
  readonly call: string;
  /**
   * What the platform could recognise the work by. `statuses/share`: the text; `draft/add` and `article` (a draft
   * that became public): content_source_url; `message/mass/sendall`: clientmsgid; `dot`: Message-ID and recipient;
   * `events`: event, release and version.
   */
  readonly mark: string;
  readonly times: number;
}

/** One line of the journal of calls. */
export interface CallRecord {
  readonly at: string;
  readonly channel: 'weibo' | 'wechat' | 'webhook' | 'smtp';
  readonly call: string;
  /** `ok`, the vendor's error code, or what the fault did. */
  readonly answer: string;
}

/** What the platforms hold, oldest first. */
export interface Posted {
  /** Destroyed posts included, marked `destroyedAt`. */
  weibo(): readonly WeiboPost[];
  wechatArticles(): readonly WechatArticle[];
  wechatDrafts(): readonly WechatDraft[];
  wechatJobs(): readonly PublishJob[];
  wechatMassSends(): readonly MassSend[];
  mails(): readonly Mail[];
  returnedMails(): readonly ReturnedMail[];
  /** Withdrawn ones included. */
  appReleases(): readonly AppRelease[];
  /** Accepted calls per idempotency mark. */
  acceptances(): readonly Acceptance[];
  /** The marks that were accepted more than once: empty when nothing was posted twice. */
  doubles(): readonly Acceptance[];
  calls(): readonly CallRecord[];
}
