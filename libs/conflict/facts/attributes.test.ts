import { expect, test } from '@jest/globals';
import type { Attribute } from '../finding.js';
import type { ReleaseText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';

const notice = (organ: string, body: string): ReleaseText => ({
  id: organ,
  organ,
  title: '情况通报',
  body,
  publishedAt: '2026-11-10T09:00:00+08:00',
});

/** Every attribute of the contract (DETECTION.md), and two texts that disagree in it; cases (例) are told as people here. */
const disagreements: Readonly<Record<Exclude<Attribute, 'cases'>, readonly [string, string]>> = {
  deaths: ['火灾造成3人死亡。', '火灾造成5人死亡。'],
  injured: ['事故造成3人受伤。', '事故造成6人受伤。'],
  missing: ['山洪造成2人失踪。', '山洪造成4人失踪。'],
  trapped: ['坍塌事故有3人被困。', '坍塌事故有5人被困。'],
  evacuated: ['已转移群众320人。', '已转移群众230人。'],
  people: ['活动共有1200名志愿者参加。', '活动共有1500名志愿者参加。'],
  date: ['灯会11月20日开幕。', '灯会11月22日开幕。'],
  time: ['灯会11月20日18时开幕。', '灯会11月20日19时开幕。'],
  place: ['发布会在市民中心召开。', '发布会在会展中心召开。'],
  amount: ['项目总投资3.2亿元。', '项目总投资2.3亿元。'],
  percent: ['报销比例提高到70%。', '报销比例提高到75%。'],
  phone: ['咨询电话0571-88701234。', '咨询电话0571-88701324。'],
  url: ['报名网址https://www.example.gov.cn/baoming。', '报名网址https://www.example.gov.cn/baoming2。'],
  warningColour: ['市气象台发布暴雨橙色预警。', '市气象台发布暴雨黄色预警。'],
  responseLevel: ['市防指启动防汛Ⅲ级应急响应。', '市防指启动防汛Ⅳ级应急响应。'],
  hazard: ['青石镇发生山体滑坡。', '青石镇发生泥石流。'],
  magnitude: ['青石县发生3.6级地震。', '青石县发生3.2级地震。'],
  polarity: ['文昌桥11月12日禁止货车通行。', '文昌桥11月12日允许货车通行。'],
  cause: ['起火原因系电气线路短路。', '起火原因系烟头引燃杂物。'],
  documentNumber: ['依据青政发〔2026〕12号文件执行。', '依据青政发〔2026〕21号文件执行。'],
  period: ['文昌桥维修工期60天。', '文昌桥维修工期90天。'],
  organ: ['灯会由市商务局主办。', '灯会由市文化馆主办。'],
  count: ['本次停水影响860户。', '本次停水影响1200户。'],
};

test.each(Object.entries(disagreements))('two texts may disagree in %s', (attribute, [one, other]) => {
  const found = compareFacts(notice('市应急局', one), notice('市教育局', other));
  expect(found.map((conflict) => conflict.attribute)).toContain(attribute);
});
