import type { Sandbox } from '../../apps/sandbox/sandbox.js';

/** The portal on a folder, and everything else on the sandbox; `wechat-mass` is the same account in its other mode. */
export const faultAccounts = (
  sandbox: Sandbox,
  { root, weiboToken }: { readonly root: string; readonly weiboToken: string },
) => {
  const wechat = { apiUrl: sandbox.wechatUrl, appId: 'wx0000000000demo01' };
  const secret = { appSecret: 'demo-wechat-secret' };
  const site = {
    ...{ root, baseUrl: 'http://127.0.0.1', siteName: '示范市人民政府', checkLive: false },
    ...{ siteDomain: 'www.example.gov.example', siteIdCode: 'bm01000001', host: '示范市人民政府办公室' },
  };
  return [
    { id: 'portal', channel: 'portal', settings: site, secrets: {} },
    {
      ...{ id: 'weibo', channel: 'weibo' },
      settings: { apiUrl: sandbox.weiboUrl, clientId: '1000000001', rip: '203.0.113.7', uid: '1000000001' },
      secrets: { clientSecret: 'demo-weibo-secret', accessToken: weiboToken },
    },
    { id: 'wechat', channel: 'wechat', settings: wechat, secrets: secret },
    { id: 'wechat-mass', channel: 'wechat', settings: { ...wechat, mode: 'mass' }, secrets: secret },
    {
      ...{ id: 'app', channel: 'webhook' },
      settings: {
        url: `${sandbox.appUrl}/events`,
        statusUrl: `${sandbox.appUrl}/releases/{id}`,
        privateHosts: ['127.0.0.1'],
      },
      secrets: { secret: 'demo-webhook-secret-of-32-letters' },
    },
    {
      ...{ id: 'email', channel: 'email', secrets: {} },
      settings: { ...sandbox.smtp, from: 'news@city.gov.example', replyTo: 'desk@city.gov.example' },
    },
  ];
};
