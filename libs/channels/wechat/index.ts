export { WechatChannel } from './wechat-channel.js';
export { wechatSecrets, wechatSettings, type WechatSecrets, type WechatSettings } from './wechat-settings.js';
