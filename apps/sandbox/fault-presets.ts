import type { FaultOrder } from './fault.js';

export interface FaultPreset {
  readonly chinese: string;
  readonly english: string;
  readonly order: FaultOrder;
}

const weibo = (chinese: string, english: string, order: Omit<FaultOrder, 'channel'>): FaultPreset => ({
  chinese,
  english,
  order: { channel: 'weibo', call: 'statuses/share', ...order },
});

const wechat = (
  call: string,
  words: readonly [string, string],
  order: Omit<FaultOrder, 'channel' | 'call'>,
): FaultPreset => ({
  chinese: words[0],
  english: words[1],
  order: { channel: 'wechat', call, ...order },
});

const smtp = (
  call: string,
  words: readonly [string, string],
  order: Omit<FaultOrder, 'channel' | 'call'>,
): FaultPreset => ({
  chinese: words[0],
  english: words[1],
  order: { channel: 'smtp', call, ...order },
});

const webhook = (words: readonly [string, string], order: Omit<FaultOrder, 'channel'>): FaultPreset => ({
  chinese: words[0],
  english: words[1],
  order: { channel: 'webhook', call: 'events', ...order },
});

/** The faults of CHANNELS section H, ready to switch on with one click. */
export const faultPresets: readonly FaultPreset[] = [
  weibo('已发布但返回 20032', 'Posted, answered 20032', { kind: 'errorAfterCommit', code: 20032 }),
  weibo('已发布但连接中断（再发得 20019）', 'Posted, connection reset', { kind: 'resetAfterCommit' }),
  weibo('已发布但一直不回复', 'Posted, no answer', { kind: 'silenceAfterCommit' }),
  weibo('未发布就断开', 'Reset before posting', { kind: 'resetBeforeCommit' }),
  weibo('应用未绑定域名 10017', 'App has no domain', {
    kind: 'error',
    code: 10017,
    text: 'appkey not bind domain!',
  }),
  weibo('正文没有安全域名 10017', 'Text has no domain', {
    kind: 'error',
    code: 10017,
    text: 'text not find domain!',
  }),
  weibo('当日调用用完 10023', 'Day quota used up', { kind: 'error', code: 10023 }),
  weibo('授权过期 21327', 'Token expired', { call: '*', kind: 'error', code: 21327 }),
  weibo('授权提前终止（须重新授权）', 'Authorisation ends for good', { kind: 'tokenExpired' }),
  weibo('缺少 rip 10016', 'rip missing', { kind: 'error', code: 10016 }),
  weibo('error_code 是字符串', 'error_code as string', {
    call: '*',
    kind: 'errorCodeAsString',
    times: 'always',
  }),
  weibo('时间线延迟 2 分钟', 'Timeline lags 2 min', { kind: 'timelineLag', milliseconds: 120_000 }),
  weibo('链接改写为 t.cn', 'Links rewritten to t.cn', { kind: 'linksRewritten' }),
  wechat('freepublish/submit', ['令牌中途失效 42001', 'Token expires mid-run'], { kind: 'tokenExpired' }),
  wechat('*', ['一直说令牌无效 40001', 'Token refused for good'], {
    kind: 'error',
    code: 40001,
    times: 'always',
  }),
  wechat('stable_token', ['IP 不在白名单 40164', 'IP not allowed'], { kind: 'error', code: 40164 }),
  wechat('freepublish/submit', ['系统繁忙 -1，未执行', 'Busy, not done'], { kind: 'error', code: -1 }),
  wechat('freepublish/submit', ['系统繁忙 -1，其实已执行', 'Busy, yet done'], {
    kind: 'errorAfterCommit',
    code: -1,
  }),
  wechat('draft/add', ['草稿已建但连接中断', 'Draft stored, connection reset'], { kind: 'resetAfterCommit' }),
  wechat('freepublish/submit', ['已提交但连接中断', 'Submitted, connection reset'], {
    kind: 'resetAfterCommit',
  }),
  wechat('freepublish/submit', ['三次查询后成功', 'Published after 3 polls'], {
    kind: 'publishStatus',
    polls: 3,
    status: 0,
  }),
  wechat('freepublish/submit', ['原创失败 2', 'Ends with 2'], { kind: 'publishStatus', polls: 1, status: 2 }),
  wechat('freepublish/submit', ['常规失败 3', 'Ends with 3'], { kind: 'publishStatus', polls: 1, status: 3 }),
  wechat('freepublish/submit', ['平台审核不通过 4', 'Ends with 4'], {
    kind: 'publishStatus',
    polls: 1,
    status: 4,
  }),
  wechat('freepublish/submit', ['成功后被封禁 0→6', 'Published, banned later'], {
    kind: 'publishStatus',
    status: 0,
    laterStatus: 6,
  }),
  wechat('freepublish/submit', ['草稿已被消耗 40007', 'Draft already consumed'], {
    kind: 'errorAfterCommit',
    code: 40007,
  }),
  wechat('freepublish/submit', ['未过发布检查 53503', 'Failed publish check'], {
    kind: 'error',
    code: 53503,
  }),
  wechat('freepublish/submit', ['须在网页发布 53504', 'Publish by hand'], { kind: 'error', code: 53504 }),
  wechat('freepublish/submit', ['须先在网页保存 53505', 'Save by hand'], { kind: 'error', code: 53505 }),
  wechat('freepublish/submit', ['publish_id 是字符串', 'publish_id as string'], {
    kind: 'publishIdAsString',
  }),
  wechat('freepublish/batchget', ['列表无序', 'List unordered'], { kind: 'unordered', times: 'always' }),
  wechat('callback', ['事件丢失', 'Event lost'], { kind: 'eventLost' }),
  wechat('callback', ['事件重复', 'Event doubled'], { kind: 'eventDoubled' }),
  wechat('callback', ['事件变成群发事件', 'Event as MASSSENDJOBFINISH'], { kind: 'eventAsMassSend' }),
  wechat('draft/add', ['当日额度用完 45009', 'Day quota used up'], { kind: 'error', code: 45009 }),
  wechat('draft/add', ['每分钟过快 45011', 'Too fast'], { kind: 'error', code: 45011 }),
  wechat('message/mass/sendall', ['无群发额度 45028', 'No mass-send quota'], { kind: 'error', code: 45028 }),
  wechat('message/mass/sendall', ['首次群发即 45065（已发出）', '45065 on the first call'], {
    kind: 'duplicateOnFirstCall',
  }),
  wechat('message/mass/sendall', ['管理员 30 分钟未确认', 'Admin does not confirm in 30 min'], {
    kind: 'adminConfirm',
  }),
  wechat('message/mass/sendall', ['管理员过半小时才确认', 'Admin confirms after 29 min'], {
    kind: 'adminConfirm',
    confirmed: true,
    milliseconds: 29 * 60_000,
  }),
  webhook(['已收下但连接中断', 'Taken, connection reset'], { kind: 'resetAfterCommit' }),
  webhook(['已收下但网关报 502', 'Taken, gateway answers 502'], {
    kind: 'httpStatusAfterCommit',
    status: 502,
  }),
  webhook(['过于频繁 429', 'Too many requests'], { kind: 'error', code: 429 }),
  webhook(['密钥不符 401', 'Key refused'], { kind: 'error', code: 401 }),
  webhook(['内容被拒 422', 'Content refused'], { kind: 'error', code: 422 }),
  webhook(['地址已停用 404', 'Address gone'], { kind: 'error', code: 404 }),
  smtp('connect', ['连接即断', 'Drop at connect'], { kind: 'resetBeforeCommit' }),
  smtp('MAIL', ['MAIL 时断开', 'Drop at MAIL'], { kind: 'resetBeforeCommit' }),
  smtp('RCPT', ['RCPT 时断开', 'Drop at RCPT'], { kind: 'resetBeforeCommit' }),
  smtp('DATA', ['DATA 时断开', 'Drop at DATA'], { kind: 'resetBeforeCommit' }),
  smtp('dot', ['结束点后断开，未收下', 'Drop after the dot, not kept'], { kind: 'resetBeforeCommit' }),
  smtp('dot', ['结束点后断开，已收下', 'Drop after the dot, kept'], { kind: 'resetAfterCommit' }),
  smtp('dot', ['结束点后沉默，已收下', 'Silence after the dot, kept'], { kind: 'silenceAfterCommit' }),
  smtp('RCPT', ['灰名单 451', 'Greylisted'], { kind: 'error', code: 451 }),
  smtp('RCPT', ['收件人不存在 550', 'No such recipient'], { kind: 'error', code: 550 }),
  smtp('dot', ['收下后退信', '250, then a bounce'], { kind: 'bounce' }),
  smtp('dot', ['收下后发延迟通知', '250, then a delay notice'], { kind: 'delayNotice' }),
  smtp('dot', ['重复收下', 'Accepted twice'], { kind: 'duplicateAcceptance' }),
];
