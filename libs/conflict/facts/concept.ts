/**
 * Words of official prose that name one thing: what organs write differently about the same matter. The rows are wide on
 * purpose: they only tell which values speak about one thing, never whether two values agree.
 */
const rows: readonly string[] = [
  '户 用户 居民 住户 客户 家庭 业主',
  '影响 涉及 波及 惠及 覆盖',
  '停水 断水 供水 用水 自来水 水压 水务 缺水 没水 没有水',
  '停电 断电 供电 用电 电力 送电 来电 停复电 没电 没有电 拉闸',
  '供暖 供热 采暖 暖气 用热 热力 供热期 供暖期 采暖期',
  '停气 供气 燃气 天然气 用气',
  '封闭 封路 禁行 管制 禁止通行 限行 断交 半幅 绕行 施工',
  '报名 登记 申报 申请 网报 填报',
  '缴费 缴纳 参保 征缴',
  '笔试 考试 开考',
  '面试 试讲',
  '中考 初中学业水平考试 中等学校招生考试 初中毕业生学业考试',
  '高考 普通高考 普通高等学校招生 高等学校招生',
  '开幕 举行 召开 举办 开赛 开跑 起跑 鸣枪 发令 发枪 启幕 开场 开锣 开演 亮相 拉开 启动仪式',
  '工资 薪酬 待遇',
  '首付 首付款',
  '补贴 补助 津贴 奖补 奖励 救助金',
  '罚款 处罚 罚没 处以',
  '损失 受损',
  '投资 总投资 投入 投资额',
  '总额 总金额 总量 总规模 资金 金额 发放 共计 总共',
  '过火 过火面积 火场 燃烧面积',
  '疏散 转移 撤离 安置 避险',
  '出动 调派 派出 投入 调集 出警 集结 增派',
  '消防车 救援车 车辆',
  '消防员 救援人员 指战员 队员 人员 救援力量 扑火队员',
  '火灾 起火 失火 着火 火情 大火 火警 燃烧',
  '山火 森林火灾 林场 火场',
  '事故 侧翻 碰撞 追尾 相撞 坠 车祸',
  '坍塌 倒塌 垮塌 塌方 塌陷',
  '爆炸 爆燃 闪爆 爆裂',
  '泄漏 泄露 外泄',
  '招聘 招录 招募 招收 招考 录用 引进',
  '学员 学生 营员 名额 考生',
  '就诊 就医 送医 送诊 发病 不适 接诊 看病',
  '住院 留院 留观 观察 在院',
  '抓获 抓捕 到案 刑拘 控制 嫌疑人',
  '涉案 案值',
  '不合格 未通过 检出问题 超标',
  '抽检 抽查 检查 检验 批次 检测',
  '增长 增速 同比 增幅 上升',
  '优良 优良天数 优良率',
  '地区生产总值 生产总值 GDP 经济总量',
  '价格 收费 费用 票价 单价 售价 价 每票',
  '气温 温度 室温 室内温度',
  '工期 施工期 历时 为期 周期',
  '泄洪 开闸 下泄 流量',
  '面积 占地 建筑面积',
  '人均 每人',
  '取暖 御寒',
  '延长 延时 末班 末班车 收车 停运',
  '航班 架次 起降',
  '接种 疫苗 免疫',
  '捐款 善款 捐赠 募集',
  '床位 病床 张床',
  '岗位 职位',
  '学位 招生 招收 入学 新生 录取',
  '加装电梯 电梯',
  '老旧小区 小区',
  '取水点 供水点 送水点',
  '送水车 供水车',
  '安置点 避难 安置场所',
  '房屋 民房 住房 倒损',
  '农作物 作物 农田 受灾面积 成灾',
  '直接经济损失 经济损失',
  '发布 印发 公布 下发 出台',
  '恢复 复 抢通 修复 修好',
  '水库 库区 大坝',
  '演练 演习',
  '参加 参与 参演 参赛 出席',
  '游客 旅客 客流 观众 市民',
  '收入 营收',
  '线路 公交线 班线 公交',
  '改走 改道 改线 改经 改行 绕行',
  '上课 复课 复学 返校 停课',
  '限高 限宽 限重 限载 高度 总质量 超过 超限 超高',
  '控制价 限价 预算',
  '停靠 站点 站台 路口站',
  '开放 开门 开园 开馆 营业 关门 闭园',
  '门票 票价 参观 入馆 入园 入场',
  '震源 深度',
  '室内 卧室 起居室 居室',
  '回港 进港 归港 入港 避风',
  '发车 开车 始发 发出 候车 乘车 上车',
  '搬迁 迁入 迁至 迁往 搬进 搬到 搬至 迁址 新址',
  '清雪 扫雪 除雪 积雪 清扫',
  '渗水 冒水 管涌 渗漏 渗水点',
  '完赛 冲线 冲过终点',
];

interface Entry {
  readonly word: string;
  readonly concept: number;
}

/** Concepts are kept as pairs of one private-use character, so that they live beside bigrams. */
const firstConcept = 0xe000;
const byHead = new Map<string, Entry[]>();
rows.forEach((row, index) => {
  for (const word of row.split(' ')) {
    const head = word[0] as string;
    const list = byHead.get(head) ?? [];
    list.push({ word, concept: firstConcept + index });
    byHead.set(head, list);
  }
});
for (const list of byHead.values()) list.sort((one, other) => other.word.length - one.word.length);

/** The concepts that a stretch of text names, each once, as pairs beside its bigrams. */
export const conceptsIn = (text: string): number[] => {
  const found = new Set<number>();
  for (let index = 0; index < text.length; index += 1)
    for (const { word, concept } of byHead.get(text[index] as string) ?? [])
      if (text.startsWith(word, index)) found.add((concept << 16) | concept);
  return [...found];
};
