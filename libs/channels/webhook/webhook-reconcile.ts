import { textMember, type Inspection, type ReconcileOutcome } from '@koujing/channel';
import { webhookManifest } from './manifest.js';
import { ask, type Answer, type WebhookAttempt } from './webhook-call.js';
import { receiptFrom } from './webhook-send.js';

const againMs = 30_000;
const notOffered = '接收方没有提供查询地址，无法核实。The receiver offers no address to ask.';

/** GET of the release at the receiver, if it offers that; else a person must look. */
export const findRelease = async (attempt: WebhookAttempt): Promise<ReconcileOutcome> => {
  if (attempt.settings.statusUrl === '') return { kind: 'unreadable', reason: notOffered };
  const answer = await ask(attempt.releaseId, attempt);
  switch (answer.kind) {
    case 'ok':
      return standing(answer, attempt);
    case 'gone':
      return answer.status === 410 ? withdrawn : absentIfSettled(attempt);
    case 'later':
      return { kind: 'stillPending', checkAfterMs: answer.delayMs };
    case 'doubtful':
      return { kind: 'stillPending', checkAfterMs: againMs };
    case 'refused':
      return { kind: 'unreadable', reason: `${answer.code} ${answer.message}` };
  }
};

const withdrawn: ReconcileOutcome = {
  kind: 'rejected',
  code: 'withdrawn',
  message: '接收方已撤下本稿。The receiver has withdrawn this release.',
  fix: 'operator',
};

const standing = (answer: Answer & { kind: 'ok' }, attempt: WebhookAttempt): ReconcileOutcome => {
  const version = Number(answer.body?.['version']);
  if (answer.body === null || !Number.isInteger(version))
    return { kind: 'unreadable', reason: '查询的回答没有 version。The answer has no version.' };
  if (textMember(answer.body, 'state') === 'withdrawn') return withdrawn;
  if (version < attempt.version) return absentIfSettled(attempt);
  return { kind: 'present', receipt: receiptFrom(answer, attempt), matches: 1 };
};

const absentIfSettled = ({ lastIntentAt, ports }: WebhookAttempt): ReconcileOutcome => {
  const unsettled = lastIntentAt.getTime() + webhookManifest.settleMs - ports.clock.now().getTime();
  return unsettled > 0 ? { kind: 'stillPending', checkAfterMs: unsettled } : { kind: 'absent' };
};

/** What the app shows now, as far as it tells. */
export const shownNow = async (attempt: WebhookAttempt): Promise<Inspection> => {
  if (attempt.settings.statusUrl === '') return { kind: 'unreadable', reason: notOffered };
  const answer = await ask(attempt.releaseId, attempt);
  if (answer.kind === 'gone') return { kind: 'gone' };
  if (answer.kind !== 'ok') return { kind: 'unreadable', reason: answer.message };
  const { body } = answer;
  if (body === null || typeof body['title'] !== 'string' || typeof body['text'] !== 'string')
    return { kind: 'unreadable', reason: '查询的回答没有标题和正文。The answer has no title and text.' };
  if (textMember(body, 'state') === 'withdrawn') return { kind: 'gone' };
  const { url } = receiptFrom(answer, attempt);
  return { kind: 'shown', text: `${body['title']}\n${body['text']}`, ...(url === undefined ? {} : { url }) };
};
