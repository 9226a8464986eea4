import { PictureStore } from './picture-store.js';
import { Shelf } from './shelf.js';
import type {
  Acceptance,
  AppRelease,
  Mail,
  MassSend,
  PublishJob,
  ReturnedMail,
  WechatArticle,
  WechatDraft,
  WeiboPost,
} from './posted.js';

export interface WechatToken {
  readonly token: string;
  readonly family: 'plain' | 'stable';
  readonly expiresAt: string;
  /** A newer token exists; this one still works until then. */
  readonly supersededFrom?: string;
}

export interface WechatMaterial {
  readonly mediaId: string;
  readonly kind: 'image' | 'voice' | 'video' | 'thumb' | 'articlePicture';
  readonly name: string;
  readonly bytes: number;
  readonly type: string;
}

export interface WeiboToken {
  readonly token: string;
  readonly uid: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revoked: boolean;
}

/** Everything the sandbox remembers. With a directory it survives a restart. */
export class Memory {
  readonly weiboPosts: Shelf<WeiboPost>;
  readonly weiboTokens: Shelf<WeiboToken>;
  readonly weiboCodes: Shelf<{ readonly redirectUri: string; readonly createdAt: string }>;
  readonly wechatTokens: Shelf<WechatToken>;
  readonly materials: Shelf<WechatMaterial>;
  readonly drafts: Shelf<WechatDraft>;
  readonly jobs: Shelf<PublishJob>;
  readonly articles: Shelf<WechatArticle>;
  readonly massSends: Shelf<MassSend>;
  readonly mails: Shelf<Mail>;
  readonly returned: Shelf<ReturnedMail>;
  readonly appReleases: Shelf<AppRelease>;
  /** Digest of what was taken under an Idempotency-Key. */
  readonly appKeys: Shelf<string>;
  readonly pictures: PictureStore;
  readonly #acceptances: Shelf<Acceptance>;
  readonly #counts: Shelf<number>;

  constructor(directory: string | undefined) {
    this.weiboPosts = new Shelf(directory, 'weibo-posts');
    this.weiboTokens = new Shelf(directory, 'weibo-tokens');
    this.weiboCodes = new Shelf(directory, 'weibo-codes');
    this.wechatTokens = new Shelf(directory, 'wechat-tokens');
    this.materials = new Shelf(directory, 'wechat-materials');
    this.drafts = new Shelf(directory, 'wechat-drafts');
    this.jobs = new Shelf(directory, 'wechat-publish-jobs');
    this.articles = new Shelf(directory, 'wechat-articles');
    this.massSends = new Shelf(directory, 'wechat-mass-sends');
    this.mails = new Shelf(directory, 'mails');
    this.returned = new Shelf(directory, 'returned-mails');
    this.appReleases = new Shelf(directory, 'app-releases');
    this.appKeys = new Shelf(directory, 'app-keys');
    this.#acceptances = new Shelf(directory, 'acceptances');
    this.#counts = new Shelf(directory, 'counts');
    this.pictures = new PictureStore(directory);
  }

  /** Called at the commit of a call that posts something. */
  accept(channel: Acceptance['channel'], call: string, mark: string): void {
    const id = JSON.stringify([channel, call, mark]);
    const times = (this.#acceptances.get(id)?.times ?? 0) + 1;
    this.#acceptances.put(id, { channel, call, mark, times });
  }

  acceptances(): Acceptance[] {
    return this.#acceptances.values();
  }

  /** Raises the counter of that name and returns it. */
  count(name: string): number {
    return this.#counts.put(name, this.counted(name) + 1);
  }

  counted(name: string): number {
    return this.#counts.get(name) ?? 0;
  }

  setCount(name: string, value: number): void {
    this.#counts.put(name, value);
  }
}
