import type { Alternative, Beyond, DeferReason, Fix } from '@koujing/channel';

/** What an errcode means. `unknown`: a write may have been done; look before anything else. */
export type WechatMeaning =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'token' }
  | { readonly kind: 'alreadySent' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'deferred'; readonly reason: DeferReason; readonly delayMs: number | 'nextDay' }
  | { readonly kind: 'rejected'; readonly fix: Fix; readonly field?: string; readonly beyond?: Beyond };

const content = (field?: string): WechatMeaning => ({
  kind: 'rejected',
  fix: 'content',
  ...(field === undefined ? {} : { field }),
});
/** This article only: a mistake of the program or of the platform, which an operator must read. */
const operator: WechatMeaning = { kind: 'rejected', fix: 'operator' };
/** Every other article would be refused as well. */
const stop: WechatMeaning = { kind: 'rejected', fix: 'operator', beyond: 'stopAccount' };
const byHand: WechatMeaning = { kind: 'rejected', fix: 'operator', beyond: 'handOver' };
const credential: WechatMeaning = { kind: 'rejected', fix: 'credential' };
const unknown: WechatMeaning = { kind: 'unknown' };
const wait = (reason: DeferReason, delayMs: number | 'nextDay'): WechatMeaning => ({
  kind: 'deferred',
  reason,
  delayMs,
});

const meanings: readonly (readonly [WechatMeaning, readonly number[]])[] = [
  [unknown, [-1]],
  [{ kind: 'token' }, [40001, 40014, 42001]],
  // The program's or the form's mistake: nothing a drafter could change.
  [operator, [41001, 40033, 40035, 40038, 47001, 41005, 41006, 44001, 44002, 44003, 44004, 45067]],
  [credential, [40013, 40125, 40243, 41002, 41004]],
  [stop, [40164, 61004, 89503]],
  [
    content('image'),
    [40004, 40005, 40006, 40009, 40012, 40118, 40121, 40137, 45001, 45006, 46001, 46002, 46003],
  ],
  // A draft that is gone may have been published: reconcile, never make a new one.
  [unknown, [40007]],
  [operator, [40059, 40060]],
  [content('content'), [40155, 45002, 45166, 87009, 87014, 45008, 53503, 53404, 53405, 53406]],
  [content('title'), [45003]],
  [content('digest'), [45004]],
  [content('contentSourceUrl'), [45005]],
  [wait('quota', 'nextDay'), [45009, 45028]],
  [wait('rate', 60_000), [45011]],
  [wait('rate', 60_000), [45066]],
  [{ kind: 'alreadySent' }, [45065]],
  [stop, [48001, 48004, 48008, 50001, 50002, 53500]],
  [wait('rate', 600_000), [53501]],
  [unknown, [53502]],
  [byHand, [53504, 53505]],
  [{ kind: 'gone' }, [53600]],
];

/** CHANNELS A8, every code. */
export const wechatErrors: ReadonlyMap<number, WechatMeaning> = new Map(
  meanings.flatMap(([meaning, codes]) => codes.map((code) => [code, meaning] as const)),
);

/** Any other errcode is a refusal that an operator must read (85xxx and the like). */
export const meaningOf = (code: number): WechatMeaning => wechatErrors.get(code) ?? operator;

/** What a person does where the API cannot go on (A8: 45028, 48001, 53504, 53505 …). */
const advice: Readonly<Record<number, string>> = {
  40164: '请把服务器 IP 加入公众号的 IP 白名单。Add this server to the IP whitelist.',
  61004: '请把服务器 IP 加入公众号的 IP 白名单。Add this server to the IP whitelist.',
  89503: '请公众号管理员在微信里确认本服务器的 IP。The administrator must confirm this IP in WeChat.',
  40243: 'AppSecret 已冻结，解冻后约 10 分钟生效。The AppSecret is frozen.',
  45028: '群发次数已用完；可改用“发布”。No mass-send quota left; "publish" is possible instead.',
  48001: '账号没有此接口权限（未认证或类型不符）。The account lacks this permission.',
  53503: '草稿未通过发布检查，请修改内容。The draft failed the publish check; edit it.',
  53504: '请在公众平台网页上发布这篇草稿。Publish this draft on the web platform by hand.',
  53505: '请先在公众平台网页上保存这篇草稿。Save this draft on the web platform first.',
};

export const messageOf = (code: number, errmsg: string): string =>
  [errmsg, advice[code]].filter((part) => part !== undefined && part !== '').join(' ');

/** Publishing shows the same article without pushing it; it has no such quota (CHANNELS A8, 45028). */
export const quietly: Alternative = {
  id: 'publish',
  zh: '改用“发布”：文章照常公开，只是不推送给粉丝，不占群发次数。',
  en: 'Publish instead: the article is public as usual but not pushed to followers, and uses no mass-send quota.',
};
