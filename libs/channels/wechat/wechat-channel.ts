import {
  listMember,
  textMember,
  type AuthoriseOutcome,
  type Channel,
  type ChannelFinding,
  type Examination,
  type HealthFinding,
  type Inspection,
  type Pending,
  type Publication,
  type Reading,
  type Receipt,
  type RecentPost,
  type ReconcileOutcome,
  type Rendition,
  type SendOutcome,
  type TrialOutcome,
  type UndoOutcome,
} from '@koujing/channel';
import { wechatManifest } from './manifest.js';
import { articleOf } from './wechat-article.js';
import { tryWechat } from './wechat-trial.js';
import { stableToken } from './wechat-authorise.js';
import { callWithToken, type WechatAttempt } from './wechat-call.js';
import { meaningOf } from './wechat-errors.js';
import { examineWechat } from './wechat-examine.js';
import { inspectMass, recentMass } from './wechat-mass.js';
import { findArticle } from './wechat-reconcile.js';
import { listAll } from './wechat-search.js';
import { sendArticle } from './wechat-send.js';
import type { WechatSecrets, WechatSettings } from './wechat-settings.js';
import { validateWechat } from './wechat-validate.js';
import { withdrawArticle } from './wechat-withdraw.js';

/** WeChat Official Account: draft, then freepublish or mass send (CHANNELS A). */
export class WechatChannel implements Channel<WechatSettings, WechatSecrets> {
  readonly manifest = wechatManifest;

  validate(publication: Publication, settings: WechatSettings): readonly ChannelFinding[] {
    return validateWechat(publication, settings);
  }

  preview(publication: Publication, settings: WechatSettings): Rendition {
    return articleOf(publication, settings);
  }

  async send(rendition: Rendition, attempt: WechatAttempt): Promise<SendOutcome> {
    return sendArticle(rendition, attempt);
  }

  async reconcile(
    rendition: Rendition,
    known: Pending | Receipt | null,
    attempt: WechatAttempt,
  ): Promise<ReconcileOutcome> {
    return findArticle(rendition, known, attempt);
  }

  /** What is published cannot be changed through the API: it is deleted and superseded, which dispatch plans. */
  async correct(receipt: Receipt): Promise<UndoOutcome> {
    return {
      kind: 'notPossible',
      operatorSteps: [
        '公众号文章发布后不能经接口修改。请撤回原文，再发布更正版本。Withdraw the article, then publish the correction.',
        `原文：${receipt.url ?? receipt.remoteId}`,
      ],
    };
  }

  async withdraw(receipt: Receipt, attempt: WechatAttempt): Promise<UndoOutcome> {
    return withdrawArticle(receipt, attempt);
  }

  async inspect(receipt: Receipt, attempt: WechatAttempt): Promise<Inspection> {
    if (receipt.data?.['kind'] === 'mass') return inspectMass(receipt.remoteId, attempt);
    const body = { article_id: receipt.remoteId };
    const reply = await callWithToken({ path: 'freepublish/getarticle', body }, attempt);
    if (reply.kind === 'error' && meaningOf(reply.code).kind === 'gone') return { kind: 'gone' };
    if (reply.kind !== 'ok') return { kind: 'unreadable', reason: reply.message };
    const standing = listMember(reply.body, 'news_item').filter((item) => item['is_deleted'] !== true);
    const first = standing[0];
    if (!first) return { kind: 'gone' };
    const reading = readingOf({
      title: textMember(first, 'title'),
      html: textMember(first, 'content'),
      sourceUrl: textMember(first, 'content_source_url'),
    });
    return { kind: 'shown', ...reading, ...(receipt.url === undefined ? {} : { url: receipt.url }) };
  }

  readsAs({ parts }: Rendition): Reading {
    const { title = '', html = '', contentSourceUrl = '' } = parts;
    return readingOf({ title, html, sourceUrl: contentSourceUrl });
  }

  /** @throws Error when the list cannot be read. */
  async recent(since: Date, attempt: WechatAttempt): Promise<readonly RecentPost[]> {
    const search = await listAll('freepublish/batchget', attempt);
    if (search.kind === 'failed') throw new Error(`freepublish/batchget: ${search.reply.message}`);
    const published = search.items
      .filter(({ updatedAt, isDeleted }) => updatedAt >= since && !isDeleted)
      .map(({ id, title, url, content, updatedAt }) => ({
        remoteId: id,
        text: `${title}\n${withoutTags(content)}`,
        url,
        publishedAt: updatedAt.toISOString(),
      }));
    return [...published, ...(await recentMass(since, attempt))];
  }

  async tryOut(target: string, context: Examination<WechatSettings, WechatSecrets>): Promise<TrialOutcome> {
    return tryWechat(target, context);
  }

  async examine(context: Examination<WechatSettings, WechatSecrets>): Promise<readonly HealthFinding[]> {
    return examineWechat(context);
  }

  async authorise(context: Pick<WechatAttempt, 'settings' | 'secrets' | 'ports'>): Promise<AuthoriseOutcome> {
    return stableToken(context);
  }
}

/** Of links only the one to the original: the platform takes the others out of the text (CHANNELS A2). */
const readingOf = (article: { title: string; html: string; sourceUrl: string }): Reading => ({
  text: `${article.title}\n${withoutTags(article.html)}`,
  ...(article.sourceUrl === '' ? {} : { links: [article.sourceUrl] }),
});

const withoutTags = (html: string): string =>
  html
    .replace(/<\/(?:p|h\d|li|tr|blockquote|section)>/gu, '\n')
    .replace(/<[^>]*>/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&amp;', '&')
    .trim();
