export { EmailChannel } from './email-channel.js';
export { emailSecrets, emailSettings, type EmailSecrets, type EmailSettings } from './email-settings.js';
