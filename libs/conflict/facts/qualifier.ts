import { daysOf } from './recurring.js';

/** Words that single one value out among its like; two values with other words in one row are two things. */
const rows: Readonly<Record<string, string>> = {
  rank: '第[一二三四五六\\d](?:针|剂|日|天)|首[日天针剂](?!诊)|[一二三四五六](?:等奖|期|批|标段|档|类|季度|阶段|组|楼|单元|号线)|总投资|总奖金|总额|总预算',
  per: '每(?:公斤|千克|斤|人|户|亩|台|吨|月|天|日|年|次|名|家|位|平方米|立方米|度|套|辆|只|件|学期|学年|张|例)|一[亩吨斤](?=补|奖|给|\\d)|人均|户均|日均|年均',
  period:
    '今年以来|今年前|去年|(?<![网线])上年(?!货)|同期|同比|环比|上半年|下半年|前三季度|全年|本月|上月|上周|本周|近年|往年|历史|[一二三四五六七八九十\\d]年来',
  extreme: '最高|最低|最大|最小|最多|最少|平均|起拍|市场价|原价|现价|单价|指导价',
  line: '咨询|监督|投诉|举报|报名|急救|办公|客服|值班|报警|抢修|心理|救助|预约(?=电话|热线|专线)|传真',
  round: '第[一二三四五六七八九十\\d]{1,3}(?:轮|届|场|季)',
  run: '首班|头班|末班|收车',
  sex: '男|女|儿童|(?<!完)成人(?!员)',
  nominal: '编制(?=床位|\\d)|核定|实有|实际开放',
  turnout: '报考|报名人数|资格审查|审核通过|缺考|弃考|预约|实际|实考|实到|到考|录取|入围',
  tally: '新增|累计',
  population:
    '教师|教职工|医生|护士|医务人员|学生|工人|老年人|老人|低保|特困|优抚|困难职工|孤儿|失业人员|双职工|单职工|在职|退休|研究生|硕士|博士|本科|专科|双缴存|单缴存|党员|民警|消防员|志愿者|驾驶员|农民工|家长|运动员|退役军人|残疾人|毕业生|新生儿|孕产妇|干部|辅警',
  daypart: '夜间|夜场|白天|日间|工作日|双休日|周末|节假日|早晚高峰|早高峰|晚高峰|平峰',
  user: '非居民|居民(?=用|气|水|电|生活|阶梯)|工商业|非经营性|经营性',
  band: '\\d{1,3}(?:周岁)?[-至到]\\d{1,3}(?:周)?岁|\\d{1,3}(?:周)?岁(?:及)?以[上下]',
  bearing: '东段|西段|南段|北段|上行|下行|东向西|西向东|南向北|北向南|往返',
  aftershock: '余震',
  step: '又|此前|之前|曾',
  change:
    '[升降]级为|变更为|[提升上]升[至到为]|解除|终止|继续发布|更新发布|调整[为至][^，。]{0,4}级|(?:加大|增大|减小|压减)[到至为](?=\\d)',
  own: '我(?:院|大队|中队|支队|站|校|所)(?=(?:急诊科?|先后|陆续|[共已先])*(?:收治|接收|出动|接诊|派出|调派|投入))',
  founder: '公办|民办',
  moved:
    '(?:时间|日期)?(?:调整|变更|更改)[为至到]|改[为至到在](?=\\d|今|明|本|下)|改期|[延推提]期?[迟前]?至(?=\\d)|顺延至',
  forecast: '可能|研判|预测',
  by: '(?:[上下]调|提高|降低|[上下]降|上升|增加|减少|压减|提前|推迟|延后|缩短)了?(?=\\d)|每(?=\\d+分钟)',
  done: '已(?:投放|交付|安装|改造|建成|接种|筛查|签约|收购|播种|收获|招录)|已完成|完成投资|已到位|已发放|已兑付|已投入|剩余|结余|尚需|还需',
  school:
    '中小学|小学|初中|普通高中|普高|高中|中职|中等职业|职业高中|技工院校|技工学校|技校|高职|高校|大学|幼儿园|特教学校',
  tender: '控制价|最高限价|最高投标限价|预算金额|预算价|中标价|中标金额|成交价|成交金额',
  share: '首批|首期|首轮|本批|其余|共(?=\\d)|总计|总共',
  phase: '布展|撤展|预售|彩排|报到|试营业|预赛|决赛|开幕式|闭幕式',
  ticket: '门票|观光车票|索道票|缆车票|船票|停车费|单程票|往返票|月票|年票|季票|日票|次票|联票|通票|早鸟票',
  channel: '窗口|现场办|大厅办|线下|网上|线上|手机|小程序|自助机',
  trial: '试供|试运|试压|试行|正式',
  race: '全程|半程|欢乐跑|迷你|健康跑|家庭跑|亲子跑|竞速',
  rate: '月(?=最低|工资|薪)|小时(?=最低|工资|薪)|计时',
  weekday:
    '(?<![本这下上日号(])(?:周|星期)[一二三四五六日天](?:[至到、-](?:周|星期)?[一二三四五六日天])*|其[余他](?:时间|日子|各日)',
  standard: '不低于|不得低于|不应低于|不少于|不得少于|不高于|不得高于|不超过|不得超过|必须|应当|达标|要求',
  departs: '起跑(?!时间)|起点|鸣枪|发枪|出发地',
  vehicle: '消防车|救护车|警车|货车|客车|轿车|挖掘机|冲锋舟|无人机',
};
/** Rows where one side's silence already makes another thing: 今年以来 beside one incident. */
const needsBoth = new Set([
  'aftershock',
  'step',
  'change',
  'done',
  'forecast',
  'phase',
  'own',
  'founder',
  'by',
]);
/** Rows that tell what follows what, and single nothing out. */
const tellsOrder = new Set(['moved']);
const silenceTells =
  /^(?:今年以来|[一二三四五六七八九十\d]年来|去年|上年|近年|往年|历史|早晚高峰|早高峰|晚高峰|平峰)$/;

const pattern = new RegExp(
  Object.entries(rows)
    .map(([row, words]) => `(?<${row}>${words})`)
    .join('|'),
  'g',
);

const none: readonly string[] = [];

/** What organs call differently: the most a tender may cost, and what it came to. */
const synonyms: Readonly<Record<string, string>> = {
  起点: '起跑',
  鸣枪: '起跑',
  发枪: '起跑',
  出发地: '起跑',
  最高限价: '控制价',
  最高投标限价: '控制价',
  预算金额: '控制价',
  预算价: '控制价',
  中标金额: '中标价',
  成交价: '中标价',
  成交金额: '中标价',
  中等职业: '中职',
  职业高中: '中职',
  技工学校: '技工院校',
  技校: '技工院校',
  普高: '高中',
  普通高中: '高中',
  大学: '高校',
  老人: '老年人',
  总投资: '总',
  总奖金: '总',
  总额: '总',
  总预算: '总',
  最多: '最高',
  双缴存: '双职工',
  单缴存: '单职工',
  线下: '窗口',
  现场办: '窗口',
  大厅办: '窗口',
  线上: '网上',
  手机: '网上',
  小程序: '网上',
  总计: '共',
  总共: '共',
  头班: '首班',
  收车: '末班',
  最大: '最高',
  最少: '最低',
  最小: '最低',
  每天: '每日',
  不低于: '标准',
  不得低于: '标准',
  不应低于: '标准',
  不少于: '标准',
  不得少于: '标准',
  不高于: '标准',
  不得高于: '标准',
  不超过: '标准',
  不得超过: '标准',
  必须: '标准',
  应当: '标准',
  达标: '标准',
  要求: '标准',
  每千克: '每公斤',
  每名: '每人',
  一亩: '每亩',
  一吨: '每吨',
  一斤: '每斤',
  每位: '每人',
};

/** 80—89周岁 and 80至89岁 are one band. */
const sameWord = (word: string): string =>
  /\d/.test(word)
    ? word
        .replaceAll('周岁', '岁')
        .replace(/[至到]/, '-')
        .replace('及以', '以')
    : (synonyms[word] ?? word);

const rowOf = (groups: Readonly<Record<string, string | undefined>>): string =>
  rowNames.find((row) => groups[row] !== undefined) ?? '';

/** 比去年同期增长, 较上年增长: what official statistics call 同比; 比上月 is 环比. */
const inStatisticalTerms = (text: string): string =>
  text
    .replace(/[比较与同和](?:去年|上年)(?:的?同期|同月)?(?:相比)?/g, '同比')
    .replace(/[比较]上(?:个)?月/g, '环比');

/** 周六、周日 are two days, either of which the other release may name alone. */
const wordsOf = (row: string, word: string): readonly string[] =>
  row === 'weekday' && /^[周星]/.test(word)
    ? [...daysOf(word)].map((day) => `weekday:${day}`)
    : [`${row}:${sameWord(word)}`];

/** Qualifiers of a clause as `row:word`. */
export const qualifiersOf = (text: string): readonly string[] => {
  const found = new Set<string>();
  for (const { 0: word, groups } of inStatisticalTerms(text).matchAll(pattern))
    for (const each of wordsOf(rowOf(groups ?? {}), word)) found.add(each);
  return found.size === 0 ? none : [...found];
};

const rowNames = Object.keys(rows);
/** 周一闭馆 and 周二至周日开放 are two states of one week; a date says itself which day it is. */
const valueRows = rowNames.filter((row) => row !== 'weekday' && !tellsOrder.has(row));
/** 升级为橙色 and 橙色预警生效中 are one warning: which of the two came later is told by `update.ts`. */
export const levelRows = valueRows.filter((row) => row !== 'change');
/** 上升3% and 增长3%: which way a share moved is its value (`change.ts`). */
export const shareRows = valueRows.filter((row) => row !== 'by');
/** An age is no band of itself. */
export const ageRows = valueRows.filter((row) => row !== 'band');
/** 中小学、幼儿园停课: the list of schools is cut where the moment of them all stands. */
export const momentRows = valueRows.filter((row) => row !== 'school');
/** How a thing stands may be told by a word that otherwise singles a value out: 已完成, 解除. */
export const stateRows = rowNames.filter(
  (row) => !tellsOrder.has(row) && row !== 'change' && row !== 'done' && row !== 'forecast' && row !== 'step',
);
const wordsIn = (qualifiers: readonly string[], row: string): readonly string[] =>
  qualifiers.filter((one) => one.startsWith(`${row}:`));
const tells = (row: string, words: readonly string[]): boolean =>
  needsBoth.has(row) || words.some((word) => silenceTells.test(word.slice(row.length + 1)));

const rowNamed = (qualifier: string): string => qualifier.slice(0, qualifier.indexOf(':'));

/** Whether the qualifiers of two clauses let them speak about one value. */
export const qualifiersMeet = (
  one: readonly string[],
  other: readonly string[],
  rows: readonly string[] = valueRows,
): boolean => {
  // Two clauses name two or three of the rows: the others say nothing.
  for (const qualifier of [...one, ...other]) {
    const row = rowNamed(qualifier);
    if (!rows.includes(row)) continue;
    const a = wordsIn(one, row);
    const b = wordsIn(other, row);
    if (a.length === 0 || b.length === 0) {
      if (tells(row, a.length === 0 ? b : a)) return false;
    } else if (!a.some((word) => b.includes(word))) return false;
  }
  return true;
};
