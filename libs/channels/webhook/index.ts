export { isSigned, signatureOf } from './signature.js';
export { WebhookChannel } from './webhook-channel.js';
export { webhookSecrets, webhookSettings } from './webhook-settings.js';
