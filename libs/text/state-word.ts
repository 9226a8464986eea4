import type { Span } from './sentence.js';

/** A word that says how a thing stands; words of one group with other signs exclude each other. */
export interface StateMention extends Span {
  readonly kind: 'state';
  readonly group: string;
  readonly sign: 1 | -1;
  readonly word: string;
}

/** group: words of the one side / words of the other. */
const opposites: Readonly<Record<string, readonly [string, string]>> = {
  permission: ['允许 准许 可以 可', '禁止 不得 不准 不可 严禁 不允许 不可以'],
  operation: [
    '恢复运营 恢复通行 恢复供水 恢复供电 恢复开放 恢复正常 恢复 开放 开通 放行 复课 复工 复产 复航 开学 重启 重新开放 如期举行 拉开帷幕 拉开序幕 正常到校 按时到校 照常到校 按正常时间到校 正常入园 照常 如期 正常上课 正常上班 正常营业 正常开放 正常生产 正常供水 正常供电 正常通行 正常运行 正常进行 正常接送 正常受理 正常服务 正常投递 正常停靠 正常起降 正常作业 正点开行 正点运行 正点发车 正常举行 正常举办 正常运营 正常办理 正常接诊 正常供气 正常供热 按时举行 恢复对外开放 恢复接待 对外开放 正常通航 正常开行 正常发车 正常出诊 正常办公 正常授课 正常接待 正常航行 通航 供水正常 供电正常 供气正常 供热正常 运行正常 运营正常 通行正常 营业正常 保留 如常 照常进行 照常举行 照旧 准时 如约 按原计划 按期 通车 启动 实施 启用 继续 生效 不受影响 不受此影响 未受影响 开馆 开园 营业 解封 复播 复市 复运 抢通',
    '暂停 停止 中断 关闭 封闭 停运 停课 停工 停业 停产 停航 停水 停电 断水 断电 断气 取消 中止 终止 封控 叫停 撤销 废止 失效 延期 推迟 暂缓 改期 顺延 解除 结束 闭馆 闭园 闭市 休市 歇业 关停 停办 停演 停气 停暖 停运 停航 停飞 停诊 停售 断交 禁行 中断 停开 暂不 不再举行 走不通 无法通行 不能通行 不到校 不入园 居家学习 线上教学 停止供热 停止供暖 停止供水 停止供电 停止供气 不办理 不予办理 不受理 不对外办公 不办公 不上班 不对外服务 没水 没有水 没电 没有电 拉闸',
  ],
  trend: [
    '上涨 上升 增长 增加 上调 提高 提升 升级 涨 升至 扩大 增至',
    '下跌 下降 减少 下调 降低 降级 跌 降至 缩小 减至 回落',
  ],
  truth: ['属实 真实 证实', '不实 不属实 谣言 否认 虚假 造谣 辟谣'],
  outcome: [
    '成功 合格 达标 符合 通过 同意 批准 支持 赞成 在正常范围 未检出致病菌 未检出 低于标准限值 低于限值',
    '失败 不合格 不达标 不符合 超标 异常 未通过 不同意 不予批准 驳回 反对 拒绝 检出致病菌 检出大肠菌群 检出超标',
  ],
  sample: ['阳性', '阴性'],
  fire: [
    '扑灭 无明火 没有明火 熄灭',
    '仍有明火 仍在燃烧 仍在蔓延 持续燃烧 继续燃烧 正在扑救 全力扑救 火势蔓延',
  ],
  direction: ['进口', '出口'],
  cost: ['免费 免收 免除 不收费 不收取 不另收', '收费 收取 自费 需缴纳 须缴纳 须交 需交'],
};
/** 停水停电 are states of their own beside 供水供电: kept as one word so that 暂停 does not match inside. */
const negators = [
  '尚未',
  '没有',
  '并未',
  '从未',
  '未能',
  '未曾',
  '不再',
  '不会',
  '并非',
  '不',
  '未',
  '没',
  '无',
  '切勿',
  '请勿',
];
/** Words that hold a negating character without denying anything. */
const idle = [
  '收费站',
  '收费员',
  '收费处',
  '收费标准',
  '停止线',
  '停车',
  '不断',
  '不仅',
  '不但',
  '不过',
  '不少',
  '不同',
  '不明',
  '不足',
  '不到',
  '不久',
  '不得不',
  '不等',
  '不料',
  '不低于',
  '不少于',
  '不超过',
  '不管',
  '不论',
  '不幸',
  '不满',
  '不良',
  '不错',
  '不时',
  '不止',
  '不下',
  '不乏',
  '不禁',
  '不可避免',
  '未来',
  '未成年',
  '未必',
  '无论',
  '无人机',
  '无线',
  '无锡',
  '无疑',
  '无数',
  '无非',
  '无症状',
  '无偿',
  '没收',
  '没想到',
  '对不起',
  '差不多',
  '忍不住',
  '了不起',
  '只不过',
  '毫无',
  '下落不明',
  '不动产',
  '不锈钢',
  '不孕不育',
];
const aspects = ['已经', '已', '将', '了'];

interface Entry {
  readonly word: string;
  readonly group: string;
  readonly sign: 1 | -1;
}

const entries: Entry[] = Object.entries(opposites).flatMap(([group, sides]) =>
  sides.flatMap((side, index) =>
    side.split(' ').map((word): Entry => ({ word, group, sign: index === 0 ? 1 : -1 })),
  ),
);
for (const word of negators) entries.push({ word, group: 'negation', sign: -1 });
for (const word of idle) entries.push({ word, group: 'idle', sign: 1 });
for (const word of aspects) entries.push({ word, group: 'aspect', sign: 1 });

const byHead = new Map<string, Entry[]>();
for (const entry of entries) {
  const head = entry.word[0] as string;
  const list = byHead.get(head) ?? [];
  list.push(entry);
  byHead.set(head, list);
}
for (const list of byHead.values()) list.sort((one, other) => other.word.length - one.word.length);

/** State words, negators and aspect marks of a normalised text in order, longest first; idle ones are left out. */
export const statesIn = (text: string): StateMention[] => {
  const found: StateMention[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const list = byHead.get(text[index] as string);
    const entry = list?.find((one) => text.startsWith(one.word, index));
    if (!entry) continue;
    const end = index + entry.word.length;
    if (entry.group !== 'idle')
      found.push({
        kind: 'state',
        start: index,
        end,
        group: entry.group,
        sign: entry.sign,
        word: entry.word,
      });
    index = end - 1;
  }
  return found;
};
