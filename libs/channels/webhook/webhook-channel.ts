import type {
  AuthoriseOutcome,
  Channel,
  ChannelFinding,
  Inspection,
  Pending,
  Publication,
  Reading,
  Receipt,
  RecentPost,
  ReconcileOutcome,
  Rendition,
  SendOutcome,
  TrialOutcome,
  UndoOutcome,
} from '@koujing/channel';
import { webhookManifest } from './manifest.js';
import { bodyOf, sentReading, validateWebhook } from './webhook-body.js';
import { post, type WebhookAttempt, type WebhookContext } from './webhook-call.js';
import { findRelease, shownNow } from './webhook-reconcile.js';
import { publish } from './webhook-send.js';
import type { WebhookSecrets, WebhookSettings } from './webhook-settings.js';
import { correctRelease, withdrawRelease } from './webhook-undo.js';

/** The key ends when the operator changes it: far beyond any schedule, and a date that every database can hold. */
const never = new Date('9999-01-01T00:00:00Z');

/** Signed events for the city's own app (docs/webhook.md). */
export class WebhookChannel implements Channel<WebhookSettings, WebhookSecrets> {
  readonly manifest = webhookManifest;

  validate(publication: Publication): readonly ChannelFinding[] {
    return validateWebhook(publication);
  }

  preview(publication: Publication): Rendition {
    return bodyOf(publication);
  }

  async send(rendition: Rendition, attempt: WebhookAttempt): Promise<SendOutcome> {
    return publish(rendition, attempt);
  }

  async reconcile(
    _rendition: Rendition,
    _known: Pending | Receipt | null,
    attempt: WebhookAttempt,
  ): Promise<ReconcileOutcome> {
    return findRelease(attempt);
  }

  async correct(_receipt: Receipt, rendition: Rendition, attempt: WebhookAttempt): Promise<UndoOutcome> {
    return correctRelease(rendition, attempt);
  }

  async withdraw(receipt: Receipt, attempt: WebhookAttempt): Promise<UndoOutcome> {
    return withdrawRelease(receipt, attempt);
  }

  async inspect(_receipt: Receipt, attempt: WebhookAttempt): Promise<Inspection> {
    return shownNow(attempt);
  }

  readsAs(rendition: Rendition): Reading {
    return sentReading(rendition);
  }

  async recent(): Promise<readonly RecentPost[]> {
    return [];
  }

  async tryOut(_target: string, context: WebhookContext): Promise<TrialOutcome> {
    const outcome = await this.authorise(context);
    return outcome.kind === 'authorised'
      ? { sent: true, message: 'ping' }
      : { sent: false, message: outcome.message };
  }

  /** A signed `ping`: the only way to learn that the receiver still has the same key. */
  async authorise(context: WebhookContext): Promise<AuthoriseOutcome> {
    const body = JSON.stringify({ event: 'ping' });
    const answer = await post({ event: 'ping', body, idempotencyKey: 'ping', deliveryId: 'ping' }, context);
    if (answer.kind === 'ok') return { kind: 'authorised', authorisation: { token: '', expiresAt: never } };
    if (answer.kind === 'refused' && answer.fix === 'credential')
      return { kind: 'refused', code: answer.code, message: answer.message };
    return { kind: 'failed', message: answer.kind === 'gone' ? `HTTP ${answer.status}` : answer.message };
  }
}
