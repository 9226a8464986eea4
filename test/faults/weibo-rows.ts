import { endings, type Expected, type FaultRow } from './fault-row.js';

const { content, credential, handOver, operator, person, sent, stops, waited } = endings;

/** CHANNELS.md B5: every code as the answer to `statuses/share`, once, with nothing posted. */
const codes: readonly (readonly [says: string, expected: Expected, codes: readonly number[]])[] = [
  [
    '系统错误：三分钟后核实再发 system error: asked first',
    waited(3),
    [10001, 10002, 10003, 10009, 10010, 10011],
  ],
  ['IP、权限、应用 IP, permission, app', stops, [10004, 10005, 10006, 10012, 10013, 10014, 21321]],
  ['参数、接口、方法 parameter', operator, [10008, 10016, 10020, 10021]],
  ['值无效、域名、过长 value, domain, length', content('status'), [10007, 10017, 10018]],
  ['调用过频：等窗口 rate: until the window opens', waited(60), [10022, 10023, 10024]],
  ['图片或字数 picture or length', content('status'), [20005, 20006, 20007, 20008, 20012, 20013]],
  ['请再调用一次 call once more', sent, [20014]],
  ['账号、IP、登录状态 account', stops, [20015, 20022, 20023, 20033]],
  ['发布过频 too frequent', waited(10), [20016]],
  ['内容重复而时间线上没有 repeat, not on the timeline', content('status'), [20017, 20019, 20111]],
  ['内容审查 content review', content('status'), [20018, 20020, 20021, 21602]],
  ['验证码 captcha', handOver, [20031, 20507]],
  ['“发布成功”却一直不出现 said to be posted, never shown', person(0), [20032]],
  ['另一条微博 another post', operator, [20101, 20102, 20104, 20109]],
  ['授权失效 authorisation', credential, [21301, 21314, 21315, 21316, 21317, 21319, 21327, 21332]],
];

const notInTheTable = 29_999;

export const weiboRows: readonly FaultRow[] = [
  ...codes.flatMap(([says, expected, all]) => all.map((code) => rowOf(code, says, expected))),
  rowOf(notInTheTable, '表中没有的错误码 a code of no table', operator),
];

/** The codes of B5 that are tried here. */
export const weiboCodes: readonly number[] = codes.flatMap(([, , all]) => all);

function rowOf(code: number, says: string, expected: Expected): FaultRow {
  const faults = [{ channel: 'weibo', call: 'statuses/share', kind: 'error', code }] as const;
  return { of: 'B5', name: String(code), says, account: 'weibo', faults, expected };
}

/** The other face: the post stands, whatever the answer said. */
export const weiboDoneRows: readonly FaultRow[] = [10001, 10011, 20017, 20019, 20111, 20032].map((code) => ({
  of: 'B5',
  name: `${code} 已发布 yet posted`,
  says: '其实已发布：在时间线上找到，不再发 it was posted: found, not sent again',
  account: 'weibo',
  faults: [{ channel: 'weibo', call: 'statuses/share', kind: 'errorAfterCommit', code }],
  expected: code === 20032 ? waited(2) : sent,
}));
