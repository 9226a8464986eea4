import type { Manifest } from '@koujing/channel';
import {
  webhookSecrets,
  webhookSettings,
  type WebhookSecrets,
  type WebhookSettings,
} from './webhook-settings.js';

/** The wire format is ours: docs/webhook.md. */
export const webhookManifest: Manifest<WebhookSettings, WebhookSecrets> = {
  channel: 'webhook',
  name: { zh: '城市 App 接口', en: "The city's own app" },
  settings: webhookSettings,
  secrets: webhookSecrets,
  places: ['url', 'statusUrl', 'privateHosts'],
  trial: {
    possible: true,
    zh: '向接收地址发一个签名的 ping 事件。它不含稿件，接收方按约定只作应答，公众看不到。',
    en: 'Sends one signed `ping` to the receiver. It holds no release, and the public sees nothing of it.',
  },
  slots: ['event'],
  limits: [
    // Common servers take 1 MB of JSON unless told otherwise; a text that is longer than a book is a mistake.
    { field: 'body', max: 1_048_576, unit: 'bytes', source: 'docs/webhook.md' },
  ],
  rates: [{ name: 'calls', count: 20, per: 'second' }],
  perRecipient: false,
  can: { withdraw: true, correct: true, reconcile: true, recent: false },
  // Lease 30 s + longest call 15 s, and a quarter of a minute for the receiver to have stored what it took.
  settleMs: 60_000,
  // Well under the 30 s lease: a call must end while the claim is certainly ours.
  callTimeoutMs: 15_000,
  mark: 'Idempotency-Key and the release id',
  refusesDouble: true,
  waitsForPortal: true,
  documentation: 'docs/webhook.md',
};
