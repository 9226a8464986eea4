import type { Receipt, Rendition, UndoOutcome } from '@koujing/channel';
import { webhookManifest } from './manifest.js';
import { post, type Answer, type WebhookAttempt } from './webhook-call.js';
import { keysOf, receiptFrom, tell } from './webhook-send.js';

/** release.corrected carries the whole new version. */
export const correctRelease = async (rendition: Rendition, attempt: WebhookAttempt): Promise<UndoOutcome> =>
  undone(await tell('release.corrected', rendition, attempt), attempt);

/** release.withdrawn carries no text: what is withdrawn is not sent round once more. */
export const withdrawRelease = async (receipt: Receipt, attempt: WebhookAttempt): Promise<UndoOutcome> => {
  await attempt.fence.check(webhookManifest.callTimeoutMs);
  const { releaseId, version, portalUrl } = attempt;
  const event = 'release.withdrawn';
  const body = JSON.stringify({ event, releaseId, version, id: receipt.remoteId, url: portalUrl });
  return undone(await post({ event, body, ...keysOf(event, attempt) }, attempt), attempt);
};

const undone = (answer: Answer, attempt: WebhookAttempt): UndoOutcome => {
  switch (answer.kind) {
    case 'ok':
      return { kind: 'done', receipt: receiptFrom(answer, attempt) };
    case 'gone':
      return { kind: 'alreadyGone' };
    case 'later':
      return { kind: 'deferred', delayMs: answer.delayMs, message: answer.message };
    case 'doubtful':
      return { kind: 'unknown', reason: answer.message };
    case 'refused':
      return {
        kind: 'notPossible',
        operatorSteps: [
          `接收方拒绝：${answer.code} ${answer.message}`,
          `请与 App 运营方联系，按稿件编号 ${attempt.releaseId} 处理。Ask the app's operator to do it by the release id.`,
        ],
      };
  }
};
