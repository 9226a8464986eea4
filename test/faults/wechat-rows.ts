import { endings, type Expected, type FaultRow } from './fault-row.js';

const { content, credential, handOver, nextDay, operator, sent, stops, waited } = endings;

/** CHANNELS.md A8: every code as the answer to `freepublish/submit`, once, with nothing submitted. */
const codes: readonly (readonly [says: string, expected: Expected, codes: readonly number[]])[] = [
  ['系统繁忙；先核实再发 system busy: asked first', waited(2), [-1]],
  ['令牌无效，平台又给同一个 token refused, the same given again', credential, [40001, 40014, 42001]],
  ['缺令牌 token missing', operator, [41001]],
  ['AppID 或密钥不对、被冻结 AppID or secret', credential, [40013, 40125, 40243, 41002, 41004]],
  ['IP 不在白名单 IP not allowed', stops, [40164, 61004, 89503]],
  [
    '素材类型、大小或编号 media',
    content('image'),
    [40004, 40005, 40006, 40009, 40012, 40118, 40121, 40137, 45001, 45006, 46001, 46002, 46003],
  ],
  ['草稿编号无效：先核实 draft gone: asked first', waited(2), [40007]],
  ['参数或 JSON 错误 bad parameter', operator, [40033, 40035, 40038, 47001]],
  ['消息编号、文章序号 message id', operator, [40059, 40060]],
  ['缺数据 missing data', operator, [41005, 41006, 44001, 44002, 44003, 44004]],
  ['标题过长 title', content('title'), [45003]],
  ['摘要过长 digest', content('digest'), [45004]],
  ['链接过长 address', content('contentSourceUrl'), [45005]],
  [
    '正文、链接、内容风险 body, links, risk',
    content('content'),
    [40155, 45002, 45008, 45166, 53404, 53405, 53406, 53503, 87009, 87014],
  ],
  ['当日额度用完 day quota', nextDay, [45009, 45028]],
  ['每分钟过快 per minute', waited(1), [45011, 45066]],
  ['clientmsgid 已存在：先核实 sent before: asked first', waited(2), [45065]],
  ['clientmsgid 过长 too long', operator, [45067]],
  ['无权限、被封 no right, banned', stops, [48001, 48004, 48008, 50001, 50002, 53500]],
  ['发布过频 too frequent', waited(10), [53501]],
  ['publish_id 无效：先核实 asked first', waited(2), [53502]],
  ['须在公众平台网页上人工处理 by hand', handOver, [53504, 53505]],
  ['article_id 无效 invalid', operator, [53600]],
];

const notInTheTable = 85_001;

export const wechatRows: readonly FaultRow[] = [
  ...codes.flatMap(([says, expected, all]) => all.map((code) => rowOf(code, says, expected))),
  rowOf(notInTheTable, '表中没有的错误码 a code of no table', operator),
];

/** The codes of A8 that are tried here. */
export const wechatCodes: readonly number[] = codes.flatMap(([, , all]) => all);

function rowOf(code: number, says: string, expected: Expected): FaultRow {
  const faults = [{ channel: 'wechat', call: 'freepublish/submit', kind: 'error', code }] as const;
  return { of: 'A8', name: String(code), says, account: 'wechat', faults, expected };
}

/** The other face of the codes that may come although the work was done: it is found, never done again. */
export const wechatDoneRows: readonly FaultRow[] = ([-1, 40007, 45065, 53502] as const).map((code) => ({
  of: 'A8',
  name: `${code} 已执行 yet done`,
  says: '其实已提交：找到它，不再发 it was submitted: found, not sent again',
  account: 'wechat',
  faults: [{ channel: 'wechat', call: 'freepublish/submit', kind: 'errorAfterCommit', code }],
  expected: sent,
}));
