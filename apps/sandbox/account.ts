/** The demo accounts, and what the vendors would have on file about them. */
export interface WechatAccount {
  readonly appId: string;
  readonly secret: string;
  readonly name: string;
  /** 订阅号 or 服务号: decides the mass-send quota (CHANNELS A6). */
  readonly kind: 'subscription' | 'service';
  /** Accounts that are not verified have lost freepublish since July 2025 (CHANNELS A4): 48001. */
  readonly verified: boolean;
  /** Where finished jobs are announced; without an address nothing is pushed. */
  readonly callback?: WechatCallback;
  /** How long publishing takes. */
  readonly publishMilliseconds: number;
  /** Calls a day per path, where it differs from `defaultDailyLimit`. */
  readonly dailyLimits: Readonly<Record<string, number>>;
  readonly defaultDailyLimit: number;
}

export interface WechatCallback {
  readonly url: string;
  readonly token: string;
  /** 43 characters; with it the message is encrypted (安全模式). */
  readonly encodingAesKey?: string;
}

export interface WeiboAccount {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly accessToken: string;
  readonly uid: string;
  readonly screenName: string;
  /** `*.name` covers the subdomains of a name. Empty: "appkey not bind domain!". */
  readonly safeDomains: readonly string[];
  readonly redirectHosts: readonly string[];
  readonly callsPerDay: number;
  readonly postsPerHour: number;
  /** What one link counts in the 140; 11 is what users report (CHANNELS B2), hence a setting. */
  readonly linkWeight: number;
  /** How long the same text counts as repeated content; the real window is unknown. */
  readonly repeatMilliseconds: number;
}

export interface MailAccount {
  /** With a user, signing in is demanded; without, it is possible and any pair is let in. */
  readonly user?: string;
  readonly password?: string;
  /** Where delivery status notifications are posted as message/rfc822; they are kept in any case. */
  readonly returnUrl?: string;
}

export interface AppAccount {
  readonly name: string;
  /** Shared with the sender; signs every request. */
  readonly secret: string;
}

export interface Accounts {
  readonly wechat: WechatAccount;
  readonly weibo: WeiboAccount;
  readonly mail: MailAccount;
  readonly app: AppAccount;
}

export const demoAccounts: Accounts = {
  wechat: {
    appId: 'wx0000000000demo01',
    secret: 'demo-wechat-secret',
    name: '滨海发布',
    kind: 'subscription',
    verified: true,
    publishMilliseconds: 0,
    dailyLimits: { 'message/mass/preview': 100 },
    defaultDailyLimit: 100_000,
  },
  weibo: {
    clientId: '1000000001',
    clientSecret: 'demo-weibo-secret',
    accessToken: 'demo-weibo-token',
    uid: '1000000001',
    screenName: '滨海发布',
    safeDomains: ['127.0.0.1', 'localhost', '*.gov.example'],
    redirectHosts: ['127.0.0.1', 'localhost'],
    callsPerDay: 100,
    postsPerHour: 30,
    linkWeight: 11,
    repeatMilliseconds: 24 * 3_600_000,
  },
  mail: {},
  app: { name: '滨海 App', secret: 'demo-webhook-secret-of-32-letters' },
};

/** Parts of the demo accounts replaced by what a test or an operator wants different. */
export interface AccountChanges {
  readonly wechat?: Partial<WechatAccount>;
  readonly weibo?: Partial<WeiboAccount>;
  readonly mail?: Partial<MailAccount>;
  readonly app?: Partial<AppAccount>;
}

export const accountsWith = (changes: AccountChanges = {}): Accounts => ({
  wechat: { ...demoAccounts.wechat, ...changes.wechat },
  weibo: { ...demoAccounts.weibo, ...changes.weibo },
  mail: { ...demoAccounts.mail, ...changes.mail },
  app: { ...demoAccounts.app, ...changes.app },
});
