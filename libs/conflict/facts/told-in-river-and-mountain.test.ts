import { expect, test } from '@jest/globals';
import { conflicts } from './told-pair.js';

/** Each of these was once misread in a tester's city; the sentences are our own. */
test.each([
  [
    'the number of one paper, whatever word stands before it',
    '现以云发改价〔2026〕52号文印发调价方案。',
    '调价依据的是云发改价〔2026〕25号文。',
    'documentNumber: 云发改价〔2026〕52号 × 云发改价〔2026〕25号',
  ],
  [
    'the last day that something is in force',
    '本办法自2026年12月1日起施行，有效期至2027年5月31日。',
    '新政执行期为2026年12月1日至2027年11月30日。',
    'date: 2027-05-31 × 2027-11-30',
  ],
  [
    'the line of one company',
    '停水期间有疑问，请拨打客服热线62207755，24小时受理。',
    '不清楚的直接打水务公司客服62207577。',
    'phone',
  ],
  [
    'where the runners start',
    '本次马拉松起点望江广场，终点体育中心。',
    '马拉松8000名选手将从湖心公园出发，一路跑到终点体育中心。',
    'place: 望江广场 × 湖心公园',
  ],
  [
    'what it was that 形成',
    '经查，河面浮沫是上游一家洗染厂排水管破裂造成的。',
    '河面浮沫是水库放水时水流跌落、翻滚形成的。',
    'cause',
  ],
])('%s', (_, one, other, expected) => {
  const found = conflicts(one, other);
  expect(found.filter((conflict) => conflict.startsWith(expected))).not.toEqual([]);
});

test.each([
  [
    'where something slid, and when somebody was saved there',
    '今天凌晨4点20分，白石村发生山体滑坡。',
    '18日13时许，白石村滑坡现场1名失联村民被救出。',
    'time',
  ],
  [
    'how long a coupon holds, and how long the rule does',
    '领到的温泉消费券有效期至2026年12月31日。',
    '措施自2026年12月1日起施行，执行期至2027年11月30日。',
    'date',
  ],
  [
    'two companies’ lines',
    '停水期间请拨打水务公司客服62207755。',
    '用户可致电客服84410022咨询停电安排。',
    'phone',
  ],
  [
    'where the buses leave and where the runners start',
    '马拉松起点望江广场。',
    '接驳大巴从客运中心出发，送选手到马拉松赛场。',
    'place',
  ],
  ['what has formed', '河面浮沫是上游洗染厂排水管破裂造成的。', '茶产业是多年深耕形成的支柱产业。', 'cause'],
  [
    'warnings of two hazards',
    '市气象台18日16时发布霜冻蓝色预警信号：预计未来48小时内最低温度降到0℃以下。',
    '支队18日15时发布道路结冰橙色预警：预计未来6小时内路面出现结冰。',
    '',
  ],
  [
    'the county with the county’s tea society',
    '茶旅节展位由县农业农村局会同县茶叶协会划定。',
    '茶旅节展位由云川市东山区农业农村局划定。',
    'place',
  ],
])('%s is no contradiction', (_, one, other, of) => {
  expect(conflicts(one, other).filter((conflict) => conflict.startsWith(of))).toEqual([]);
});
