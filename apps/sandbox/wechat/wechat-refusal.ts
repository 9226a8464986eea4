import { randomBytes } from 'node:crypto';

/** Code → errmsg of the platform (CHANNELS A8). */
const texts: Readonly<Record<number, string>> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40004: 'invalid media type',
  40005: 'invalid file type',
  40006: 'invalid media size',
  40007: 'invalid media_id',
  40008: 'invalid message type',
  40009: 'invalid image size',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40033: 'invalid charset, please check your request, if include \\uxxxx will create fail',
  40035: 'invalid parameter',
  40059: 'invalid msg id',
  40060: 'invalid article idx',
  40125: 'invalid appsecret',
  40137: 'invalid image format',
  40152: 'invalid tagid',
  40155: 'invalid url domain: link to the home page of another account',
  40164: 'invalid ip 127.0.0.1, not in whitelist',
  40243: 'AppSecret has been frozen',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41005: 'media data missing',
  41006: 'media_id missing',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  44002: 'empty post data',
  44003: 'empty news data',
  44004: 'empty content data',
  45001: 'media size out of limit',
  45002: 'content size out of limit',
  45003: 'title size out of limit',
  45004: 'description size out of limit',
  45005: 'url size out of limit',
  45008: 'article size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45028: 'has no masssend quota',
  45065: 'clientmsgid exist',
  45066: 'same clientmsgid retry too fast',
  45067: 'clientmsgid size out of limit',
  45110: 'author size out of limit',
  45166: 'invalid content',
  46001: 'media data no exist',
  46003: 'menu no exist',
  47001: 'data format error',
  48001: 'api unauthorized',
  61501: 'date range error',
  48004: 'api forbidden for banned account',
  48006: 'forbid to clear quota because of reaching the limit',
  48008: 'no permission for this msgtype',
  50001: 'api unauthorized for this user',
  50002: 'user limited',
  53500: 'publish function is banned',
  53501: 'publish too frequently',
  53502: 'publish_id invalid',
  53503: 'draft did not pass the publish check',
  53504: 'please publish this draft on the Official Accounts Platform',
  53505: 'please save this draft on the Official Accounts Platform first',
  53600: 'Article ID 无效',
  61004: 'access clientip is not registered',
  76021: 'cgi_path not found',
  87009: 'invalid signature',
  87014: 'risky content',
  89503: 'this ip needs confirmation by the administrator',
};

/** A refusal is HTTP 200 with an errcode; `extra` are the members some refusals carry (45065's msg_id). */
export class WechatRefusal extends Error {
  override readonly name = 'WechatRefusal';

  constructor(
    readonly code: number,
    text?: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(text ?? texts[code] ?? 'unknown error');
  }

  json(now: Date): string {
    return JSON.stringify({
      errcode: this.code,
      errmsg: `${this.message} rid: ${newRid(now)}`,
      ...this.extra,
    });
  }
}

/** `61ebf51e-0faefac9-276dc848`: seconds in hexadecimal, then chance. */
const newRid = (now: Date): string => {
  const seconds = Math.floor(now.getTime() / 1_000).toString(16);
  return `${seconds}-${randomBytes(4).toString('hex')}-${randomBytes(4).toString('hex')}`;
};
