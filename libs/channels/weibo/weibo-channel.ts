import {
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
  type UndoOutcome,
} from '@koujing/channel';
import { weiboManifest } from './manifest.js';
import { authoriseUrl, exchangeCode, tokenInfo } from './weibo-authorise.js';
import { callWithToken, type WeiboAttempt } from './weibo-call.js';
import { destroy } from './weibo-destroy.js';
import { meaningOf } from './weibo-errors.js';
import { findPost } from './weibo-reconcile.js';
import type { WeiboSecrets, WeiboSettings } from './weibo-settings.js';
import { isTokenRefusal, share } from './weibo-share.js';
import { readingOf, statusText } from './weibo-text.js';
import { readTimeline, recentPosts } from './weibo-timeline.js';
import { validateWeibo } from './weibo-validate.js';

/** Sina Weibo through `statuses/share` (CHANNELS B). */
export class WeiboChannel implements Channel<WeiboSettings, WeiboSecrets> {
  readonly manifest = weiboManifest;

  validate(publication: Publication, settings: WeiboSettings): readonly ChannelFinding[] {
    return validateWeibo(publication, settings);
  }

  preview(publication: Publication, settings: WeiboSettings): Rendition {
    const picture = settings.attachPicture ? publication.images[0] : undefined;
    return {
      channel: 'weibo',
      template: 'weibo-post@1',
      parts: { status: statusText(publication, settings) },
      slots: [],
      assets: picture ? [picture.sha256] : [],
    };
  }

  async send(rendition: Rendition, attempt: WeiboAttempt): Promise<SendOutcome> {
    return share(rendition, attempt);
  }

  async reconcile(
    rendition: Rendition,
    known: Pending | Receipt | null,
    attempt: WeiboAttempt,
  ): Promise<ReconcileOutcome> {
    return findPost(rendition, known, attempt);
  }

  /** A post cannot be changed: it is withdrawn and followed by a new one, which dispatch plans. */
  async correct(receipt: Receipt): Promise<UndoOutcome> {
    return {
      kind: 'notPossible',
      operatorSteps: [
        '微博不能修改。请撤回原博，再发布更正版本。A post cannot be edited: withdraw it, then publish the correction.',
        `原博：${receipt.url ?? receipt.remoteId}`,
      ],
    };
  }

  async withdraw(receipt: Receipt, attempt: WeiboAttempt): Promise<UndoOutcome> {
    return destroy(receipt, attempt);
  }

  async inspect(receipt: Receipt, attempt: WeiboAttempt): Promise<Inspection> {
    const request = {
      path: '/2/statuses/show.json',
      method: 'GET' as const,
      params: { id: receipt.remoteId },
    };
    const reply = await callWithToken(request, attempt, isTokenRefusal);
    if (reply.kind === 'ok')
      return {
        kind: 'shown',
        ...readingOf(textMember(reply.body, 'text')),
        ...(receipt.url ? { url: receipt.url } : {}),
      };
    if (reply.kind === 'error' && meaningOf(reply.code, reply.status).kind === 'gone')
      return { kind: 'gone' };
    return { kind: 'unreadable', reason: reply.message };
  }

  readsAs(rendition: Rendition): Reading {
    return readingOf(rendition.parts['status'] ?? '');
  }

  /** @throws Error when the timeline cannot be read. */
  async recent(since: Date, attempt: WeiboAttempt): Promise<readonly RecentPost[]> {
    const timeline = await readTimeline(since, attempt);
    if (timeline.kind === 'failed') throw new Error(`user_timeline: ${timeline.reply.message}`);
    return recentPosts(timeline.posts, attempt.settings.postPage);
  }

  /** Asks about the token only: that costs none of the day's calls. */
  async examine(context: Examination<WeiboSettings, WeiboSecrets>): Promise<readonly HealthFinding[]> {
    // The one in use: a person may have brought a newer one than the settings hold.
    const accessToken = await context.token.current();
    const outcome = await tokenInfo({ ...context, secrets: { ...context.secrets, accessToken } });
    if (outcome.kind === 'authorised') return [];
    const said = outcome.kind === 'refused' ? `${outcome.code} ${outcome.message}` : outcome.message;
    return [
      outcome.kind === 'refused'
        ? {
            severity: 'block',
            code: 'tokenRefused',
            message: `微博授权已失效，须由人重新授权：${said}`,
            messageEn: `The Weibo authorisation is no longer valid; a person must renew it: ${said}`,
          }
        : {
            severity: 'warn',
            code: 'platformSilent',
            message: `无法向微博查询授权：${said}`,
            messageEn: `Weibo could not be asked about the authorisation: ${said}`,
          },
    ];
  }

  consentUrl(settings: WeiboSettings, state: string): string {
    return authoriseUrl(settings, state);
  }

  exchangeConsent(
    code: string,
    context: Pick<WeiboAttempt, 'settings' | 'secrets' | 'ports'>,
  ): Promise<AuthoriseOutcome> {
    return exchangeCode(code, context);
  }

  async authorise(context: Pick<WeiboAttempt, 'settings' | 'secrets' | 'ports'>): Promise<AuthoriseOutcome> {
    return tokenInfo(context);
  }
}
