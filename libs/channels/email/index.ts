export { bounceOf, type Bounce } from './bounce.js';
export { readDeliveryReport, type DeliveryReport, type RecipientReport } from './delivery-report.js';
export { EmailChannel } from './email-channel.js';
export { mailDigest } from './email-message.js';
export { wantsTls } from './email-send.js';
export { emailSecrets, emailSettings, type EmailSecrets, type EmailSettings } from './email-settings.js';
export { deliveryOfReturnPath, isUnsubscribeToken } from './mail-token.js';
