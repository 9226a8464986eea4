export type UnitFamily = 'people' | 'money' | 'percent' | 'count';

export interface Unit {
  readonly family: UnitFamily;
  /** The unit that values are kept in: 元, 平方米, 人 … */
  readonly base: string;
  /** How many base units one of this unit is. */
  readonly factor: number;
}

const unit = (family: UnitFamily, base: string, factor = 1): Unit => ({ family, base, factor });

const people = '人 名 位 例 余人'.split(' ');
const money: Readonly<Record<string, readonly [string, number]>> = {
  元: ['元', 1],
  块钱: ['元', 1],
  块: ['元', 1],
  元人民币: ['元', 1],
  人民币: ['元', 1],
  角: ['元', 0.1],
  美元: ['美元', 1],
  美金: ['美元', 1],
  欧元: ['欧元', 1],
  日元: ['日元', 1],
  韩元: ['韩元', 1],
  英镑: ['英镑', 1],
  港元: ['港元', 1],
  港币: ['港元', 1],
  卢布: ['卢布', 1],
  澳元: ['澳元', 1],
};
const measures: Readonly<Record<string, readonly [string, number]>> = {
  平方米: ['平方米', 1],
  平米: ['平方米', 1],
  m2: ['平方米', 1],
  平方公里: ['平方米', 1e6],
  平方千米: ['平方米', 1e6],
  公顷: ['平方米', 1e4],
  亩: ['平方米', 10000 / 15],
  立方米: ['立方米', 1],
  万立方米: ['立方米', 1e4],
  立方: ['立方米', 1],
  方: ['立方米', 1],
  '立方米/秒': ['立方米/秒', 1],
  立方米每秒: ['立方米/秒', 1],
  每秒立方米: ['立方米/秒', 1],
  '方/秒': ['立方米/秒', 1],
  'm3/s': ['立方米/秒', 1],
  '微克/立方米': ['微克/立方米', 1],
  微克每立方米: ['微克/立方米', 1],
  '毫克/升': ['毫克/升', 1],
  毫克每升: ['毫克/升', 1],
  '毫克/立方米': ['毫克/立方米', 1],
  毫克每立方米: ['毫克/立方米', 1],
  '公里/小时': ['公里/小时', 1],
  '公里/时': ['公里/小时', 1],
  公里每小时: ['公里/小时', 1],
  千米每小时: ['公里/小时', 1],
  '米/秒': ['米/秒', 1],
  米每秒: ['米/秒', 1],
  公里: ['米', 1000],
  千米: ['米', 1000],
  km: ['米', 1000],
  米: ['米', 1],
  厘米: ['米', 0.01],
  毫米: ['毫米', 1],
  mm: ['毫米', 1],
  海里: ['海里', 1],
  万吨: ['公斤', 10_000_000],
  吨: ['公斤', 1000],
  公斤: ['公斤', 1],
  千克: ['公斤', 1],
  kg: ['公斤', 1],
  克: ['克', 1],
  斤: ['公斤', 0.5],
  秒: ['秒', 1],
  分钟: ['分钟', 1],
  小时: ['小时', 1],
  个小时: ['小时', 1],
  天: ['天', 1],
  日: ['天', 1],
  个工作日: ['工作日', 1],
  工作日: ['工作日', 1],
  自然日: ['天', 1],
  周: ['天', 7],
  个星期: ['天', 7],
  个月: ['月', 1],
  年: ['年', 1],
  岁: ['岁', 1],
  周岁: ['岁', 1],
  '℃': ['度', 1],
  '°C': ['度', 1],
  摄氏度: ['度', 1],
  度: ['度', 1],
  千瓦: ['千瓦', 1],
  千瓦时: ['千瓦时', 1],
  兆瓦: ['千瓦', 1000],
  千伏: ['伏', 1000],
  伏: ['伏', 1],
  kV: ['伏', 1000],
  分贝: ['分贝', 1],
  剂次: ['剂次', 1],
  剂: ['剂次', 1],
  课时: ['课时', 1],
};
const counters =
  '个 家 所 枚 张 辆 台 架 只 件 条 次 场 层 座 起 支 份 户 套 间 篇 部 项 批 款 条 艘 列 趟 班 头 匹 棵 株 栋 幢 根 袋 箱 盒 瓶 杯 碗 处 人次 车次 架次 批次 台次 班次 场次 例次 件套 车 口 眼 孔 盏 员 栋次 宗次 级 倍 强 省 市 县 区 国 届 期 站 轮 局 分 页 字 寸 颗 粒 座 门 发 枪 组 队 段 集 首 本 万 亿 床 单 票 桩 宗 笔 杆 扇 顿 连 金 银 铜 胜 比 后 死 伤'.split(
    ' ',
  );

const table = new Map<string, Unit>();
for (const counter of counters) table.set(counter, unit('count', counter));
/** Counters that mean the same count: 批次 and 批, 车 (9车45人) and 辆. */
for (const [name, base] of [
  ['批次', '批'],
  ['车', '辆'],
  ['班次', '班'],
  ['架次', '班'],
] as const)
  table.set(name, unit('count', base));
for (const [name, [base, factor]] of Object.entries(measures)) table.set(name, unit('count', base, factor));
for (const [name, [base, factor]] of Object.entries(money)) table.set(name, unit('money', base, factor));
for (const name of people) table.set(name, unit('people', '人'));
table.set('死', unit('people', '人')).set('伤', unit('people', '人'));
table
  .set('%', unit('percent', '%'))
  .set('个百分点', unit('percent', '百分点'))
  .set('折', unit('percent', '折'))
  .set('个基点', unit('percent', '基点'))
  .set('‰', unit('percent', '‰'));

const longestUnit = 6;

/** The longest unit that begins at `index`; null when none does. */
export const unitAt = (
  text: string,
  index: number,
): { readonly name: string; readonly unit: Unit } | null => {
  for (let length = longestUnit; length > 0; length -= 1) {
    const name = text.slice(index, index + length);
    const unit = name.length === length ? table.get(name) : undefined;
    if (unit) return { name, unit };
  }
  return null;
};
