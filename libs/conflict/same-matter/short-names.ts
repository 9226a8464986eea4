/**
 * Official names and how organs write them in short, in one notice the one, in the next the other. Without this two notices on
 * one levy share no rare word: 城乡居民基本医疗保险费 and 居民医保.
 */
const SHORT: readonly (readonly [long: RegExp, short: string])[] = [
  [/城乡居民(?:基本)?医疗保险|居民(?:基本)?医疗保险|城乡居民医保/gu, '居民医保'],
  [/职工(?:基本)?医疗保险/gu, '职工医保'],
  [/(?:基本)?医疗保险/gu, '医保'],
  [/医疗保障局/gu, '医保局'],
  [/住房公积金/gu, '公积金'],
  [/(?:城镇|城乡|企业)?(?:职工|居民)?基本养老保险/gu, '养老保险'],
  [/初中(?:毕业生)?学业水平(?:暨高中阶段学校招生)?考试|高中阶段学校招生考试/gu, '中考'],
  [/普通高等学校招生(?:全国)?统一考试/gu, '高考'],
  [/规模以上/gu, '规上'],
  [/社会消费品零售总额/gu, '社零'],
  [/地区生产总值|国内生产总值/gu, 'gdp'],
  [/居民消费价格(?:总?指数)?/gu, 'cpi'],
  [/一般公共预算/gu, '公共预算'],
  [/机动车驾驶(?:证|执照)/gu, '驾驶证'],
  [/新能源汽车/gu, '新能源车'],
  [/电动(?:自行)?车/gu, '电动车'],
  [/燃放烟花爆竹|烟花爆竹燃放/gu, '燃放烟花'],
  [/危险化学品/gu, '危化品'],
  [/建筑工程施工许可/gu, '施工许可'],
  [/公共租赁住房/gu, '公租房'],
  [/保障性租赁住房/gu, '保租房'],
  [/经济适用住房/gu, '经适房'],
  [/普惠性民办幼儿园/gu, '普惠园'],
  [/流行性感冒/gu, '流感'],
  [/人乳头瘤病毒/gu, 'hpv'],
  [/(?:城市)?轨道交通(\d{1,2}号线)/gu, '地铁$1'],
  [/(?:住房和城乡建设|住房城乡建设|住房保障和房产管理)/gu, '住建'],
];

export const inShort = (text: string): string =>
  SHORT.reduce((said, [long, short]) => said.replace(long, short), text);
