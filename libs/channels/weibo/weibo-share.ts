import { textMember, type Receipt, type Rendition, type SendOutcome } from '@koujing/channel';
import { weiboManifest } from './manifest.js';
import { callWithToken, type WeiboAttempt, type WeiboReply, type WeiboRequest } from './weibo-call.js';
import { meaningOf } from './weibo-errors.js';

/** 20032 says "wait 1–2 minutes"; asking earlier wastes one of the day's 100 calls. */
const lagMs = 120_000;

/** How long nothing was accepted because nothing was reached. */
const retryMs = 30_000;

export const isTokenRefusal = (code: number): boolean => meaningOf(code, 400).kind === 'token';

/** statuses/share: one try. */
export const share = async (rendition: Rendition, attempt: WeiboAttempt): Promise<SendOutcome> => {
  const request = shareRequest(rendition, attempt);
  await attempt.fence.check(weiboManifest.callTimeoutMs);
  return outcomeOf(await callWithToken(request, attempt, isTokenRefusal), attempt);
};

/** The same rendition gives the same bytes, so that Weibo itself refuses a double (20019, CHANNELS B5). */
const shareRequest = (rendition: Rendition, attempt: WeiboAttempt): WeiboRequest => {
  const params = { status: rendition.parts['status'] ?? '', rip: attempt.settings.rip };
  const wanted = rendition.assets[0];
  const picture = attempt.images.find(({ sha256 }) => sha256 === wanted);
  if (wanted !== undefined && picture === undefined)
    throw new Error(`The picture ${wanted} of the rendition is not among the attempt's pictures.`);
  return { path: '/2/statuses/share.json', method: 'POST', params, ...(picture ? { picture } : {}) };
};

const outcomeOf = (reply: WeiboReply, attempt: WeiboAttempt): SendOutcome => {
  switch (reply.kind) {
    case 'lost':
      return reply.sent === 'no'
        ? { kind: 'deferred', delayMs: retryMs, reason: 'transient', message: reply.message }
        : { kind: 'unknown', reason: reply.message };
    case 'ok':
      return textMember(reply.body, 'idstr') === ''
        ? { kind: 'unknown', reason: 'The answer to statuses/share has no idstr.' }
        : { kind: 'delivered', receipt: receiptOf(textMember(reply.body, 'idstr'), attempt) };
    case 'error':
      return errorOutcome(reply);
  }
};

const errorOutcome = (reply: WeiboReply & { kind: 'error' }): SendOutcome => {
  const { code, message } = reply;
  const meaning = meaningOf(code, reply.status);
  switch (meaning.kind) {
    case 'unknown':
      return { kind: 'unknown', reason: `${code} ${message}`, pending: { code: String(code) } };
    case 'accepted':
      return { kind: 'accepted', pending: { code: String(code) }, checkAfterMs: lagMs };
    case 'deferred':
      return { ...meaning, code: String(code), message };
    case 'token':
      return { kind: 'rejected', code: String(code), message, fix: 'credential' };
    case 'gone':
      return { kind: 'rejected', code: String(code), message, fix: 'operator' };
    case 'rejected': {
      const field = meaning.fix === 'content' ? { field: 'status' } : {};
      return { ...meaning, code: String(code), message, ...field };
    }
  }
};

export const receiptOf = (idstr: string, attempt: Pick<WeiboAttempt, 'settings'>): Receipt => ({
  remoteId: idstr,
  url: attempt.settings.postPage.replace('{id}', idstr),
});
