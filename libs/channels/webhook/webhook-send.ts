import { fillSlots, textMember, type Receipt, type Rendition, type SendOutcome } from '@koujing/channel';
import { webhookManifest } from './manifest.js';
import type { WebhookEvent } from './webhook-body.js';
import { post, privateAddress, type Answer, type WebhookAttempt } from './webhook-call.js';

/** release.published: one try. */
export const publish = async (rendition: Rendition, attempt: WebhookAttempt): Promise<SendOutcome> => {
  const answer = await tell('release.published', rendition, attempt);
  switch (answer.kind) {
    case 'ok':
      return { kind: 'delivered', receipt: receiptFrom(answer, attempt) };
    case 'later':
      return { ...answer, kind: 'deferred' };
    case 'doubtful':
      return { kind: 'unknown', reason: answer.message };
    case 'refused':
      return {
        ...{ kind: 'rejected', code: answer.code, message: answer.message, fix: answer.fix },
        ...(answer.fix === 'content' ? { field: 'body' } : {}),
        ...(answer.code === privateAddress ? { beyond: 'stopAccount' as const } : {}),
      };
    case 'gone':
      return {
        kind: 'rejected',
        code: String(answer.status),
        message: `接收地址不存在或已停用。The address does not take events (HTTP ${answer.status}).`,
        fix: 'operator',
        beyond: 'stopAccount',
      };
  }
};

export const tell = async (
  event: WebhookEvent,
  rendition: Rendition,
  attempt: WebhookAttempt,
): Promise<Answer> => {
  await attempt.fence.check(webhookManifest.callTimeoutMs);
  const body = fillSlots(rendition.parts['body'] ?? '', { event });
  return post({ event, body, ...keysOf(event, attempt) }, attempt);
};

/** A receiver refuses one key for two things, so the event is part of it. */
export const keysOf = (event: WebhookEvent, { idempotencyKey, deliveryId }: WebhookAttempt) => ({
  idempotencyKey: `${idempotencyKey}|${event}`,
  deliveryId,
});

/** The receiver may give its own id and a page that a person can open; it need not. */
export const receiptFrom = (
  { body }: Pick<Answer & { kind: 'ok' }, 'body'>,
  { releaseId }: WebhookAttempt,
): Receipt => {
  const url = body === null ? '' : textMember(body, 'url');
  const isPage = URL.canParse(url) && /^https?:$/u.test(new URL(url).protocol);
  const remoteId = body === null ? '' : textMember(body, 'id').slice(0, 200);
  return { remoteId: remoteId || releaseId, ...(isPage ? { url } : {}) };
};
