import type { Sandbox } from '../../sandbox/sandbox.js';
import type { AccountConfig } from '../account-config.js';

/** Accounts on the sandbox; its addresses may change with every start, the accounts stay the same rows. */
export const demoAccounts = (
  sandbox: Pick<Sandbox, 'weiboUrl' | 'wechatUrl' | 'appUrl' | 'smtp'>,
  consoleUrl: string,
): readonly AccountConfig[] => [
  {
    id: 'weibo',
    name: '滨海发布（微博）',
    channel: 'weibo',
    settings: {
      apiUrl: sandbox.weiboUrl,
      clientId: '1000000001',
      redirectUri: `${consoleUrl}/accounts/consent`,
      rip: '127.0.0.1',
      uid: '1000000001',
      postPage: `${sandbox.weiboUrl}/1000000001/{id}`,
    },
    secrets: { clientSecret: 'demo-weibo-secret', accessToken: 'demo-weibo-token' },
  },
  {
    id: 'wechat',
    name: '滨海发布（微信公众号）',
    channel: 'wechat',
    settings: { apiUrl: sandbox.wechatUrl, appId: 'wx0000000000demo01' },
    secrets: { appSecret: 'demo-wechat-secret' },
  },
  {
    id: 'email',
    name: '媒体邮件',
    channel: 'email',
    settings: {
      host: sandbox.smtp.host,
      port: sandbox.smtp.port,
      from: 'news@binhai.gov.example',
      fromName: '滨海市人民政府新闻办公室',
      replyTo: 'press@binhai.gov.example',
      contactPhone: '0000-8123000',
      // Where a city's proxy forwards to /api/unsubscribe.
      unsubscribeUrl: 'https://www.binhai.gov.example/unsubscribe',
      bounceAddress: 'bounce@binhai.gov.example',
    },
    secrets: {},
  },
  {
    id: 'app',
    name: '滨海 App',
    channel: 'webhook',
    settings: {
      url: `${sandbox.appUrl}/events`,
      statusUrl: `${sandbox.appUrl}/releases/{id}`,
      privateHosts: ['127.0.0.1'],
    },
    secrets: { secret: 'demo-webhook-secret-of-32-letters' },
  },
];
