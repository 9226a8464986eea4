export { authoriseUrl, exchangeCode } from './weibo-authorise.js';
export { WeiboChannel } from './weibo-channel.js';
export { weiboSecrets, weiboSettings, type WeiboSecrets, type WeiboSettings } from './weibo-settings.js';
