import type { ReleaseText } from '../../libs/conflict/release-text.js';
import { generator } from './generated-releases.js';

/** One city's everyday: what a notice names. */
interface Notice {
  readonly district: string;
  readonly street: string;
  readonly day: string;
  readonly hour: number;
  readonly count: number;
}

type Telling = readonly [organ: string, title: string, body: string];

const DISTRICTS = ['东山区', '西河区', '南浦区'];
const STREETS = ['光华路', '育才路', '滨江大道', '建设路', '和平路', '翠竹街', '松林路', '学府街'];
const DAYS = 14;
const PER_DAY = 9;

/** Each matter as two organs would tell it, in their own words. */
const MATTERS: readonly ((notice: Notice) => readonly [Telling, Telling])[] = [
  ({ district, street, day, hour, count }) => [
    [
      '市水务集团',
      `${district}${street}停水通知`,
      `因管道检修，${day}${hour}时至次日6时，${district}${street}沿线停水，影响用户${count}户，请提前储水。`,
    ],
    [
      `${district}人民政府`,
      `${street}居民请储水`,
      `${day}${hour}时起${street}一带供水管道维修，约${count}户家中将没有自来水，次日清晨恢复。`,
    ],
  ],
  ({ district, street, day, hour, count }) => [
    [
      '市供电公司',
      `${district}${street}计划停电公告`,
      `${day}${hour}时至18时，${street}配电线路改造，${count}户居民用电中断。`,
    ],
    [
      `${district}人民政府`,
      `${day}${street}要停电`,
      `供电部门将改造${street}配电线路，${hour}时起停电，傍晚来电，涉及${count}户。`,
    ],
  ],
  ({ district, street, day, count }) => [
    [
      '市住房和城乡建设局',
      `${district}${street}封闭施工公告`,
      `${day}起${district}${street}铺设雨污管网，全线封闭施工，工期${count}天，请绕行。`,
    ],
    [
      '市公安局交警支队',
      `${street}施工期间交通管制`,
      `因${street}雨污管网改造，${day}起禁止机动车驶入，管制${count}天，请看导行标志。`,
    ],
  ],
  ({ district, street, day, count }) => [
    [
      '市市场监督管理局',
      `${district}食品抽检不合格通报`,
      `${day}公布本期抽检结果：${district}${street}一家餐馆的餐具大肠菌群超标，本期共抽检${count}批次。`,
    ],
    [
      `${district}人民政府`,
      `${street}一餐馆餐具不合格被责令整改`,
      `市场监管部门在抽检的${count}批次样品中发现，${street}一餐馆消毒餐具检出大肠菌群，已责令整改。`,
    ],
  ],
  ({ district, day, count }) => [
    [
      '市教育局',
      `${district}公开招聘中小学教师公告`,
      `${district}中小学公开招聘教师${count}名，报名时间为${day}起一周，网上报名。`,
    ],
    [
      '市人力资源和社会保障局',
      `${district}招${count}名教师`,
      `${district}中小学教师招聘${day}开始网上报名，计划${count}人，需持教师资格证。`,
    ],
  ],
  ({ district, street, day, hour }) => [
    [
      '市消防救援支队',
      `${district}${street}一仓库火情处置情况`,
      `${day}${hour}时20分，${district}${street}一仓库起火，明火已扑灭，无人员伤亡。`,
    ],
    [
      '市应急管理局',
      `${street}仓库着火原因正在调查`,
      `${day}发生在${street}的仓库火灾已扑灭，没有人员伤亡，起火原因正在调查。`,
    ],
  ],
  ({ district, street, day, hour, count }) => [
    [
      '市公安局交警支队',
      `${district}${street}发生一起交通事故`,
      `${day}${hour}时40分，${street}一辆轿车与公交车追尾，${(count % 5) + 1}人轻伤送医，道路已恢复通行。`,
    ],
    [
      '市公交集团',
      `关于${street}追尾事故的说明`,
      `${day}我公司一辆公交车在${street}被轿车追尾，${(count % 5) + 1}名乘客轻伤，已送医检查。`,
    ],
  ],
  ({ district, day, hour, count }) => [
    [
      '市文化和旅游局',
      `${district}露天音乐会安排`,
      `${day}${hour}时，${district}文化广场举行露天音乐会，免费入场，座位${count}个。`,
    ],
    [
      `${district}人民政府`,
      `文化广场听音乐会去`,
      `${day}晚的露天音乐会在${district}文化广场开演，${count}个座位先到先得，不收门票。`,
    ],
  ],
  ({ district, street, day, count }) => [
    [
      '市卫生健康委员会',
      `${district}${street}社区卫生服务中心开诊`,
      `${district}${street}社区卫生服务中心${day}开诊，设床位${count}张，可刷医保卡。`,
    ],
    [
      '市医疗保障局',
      `${street}新增一家医保定点机构`,
      `${street}社区卫生服务中心${day}起开诊并接入医保，有${count}张床位，门诊费用可直接结算。`,
    ],
  ],
  ({ district, street, day, count }) => [
    [
      '市自然资源和规划局',
      `${district}${street}地块挂牌出让公告`,
      `${district}${street}东侧住宅用地${count}亩挂牌出让，${day}截止报名。`,
    ],
    [
      '市公共资源交易中心',
      `${street}东侧${count}亩住宅用地竞买须知`,
      `竞买人须在${day}前缴纳保证金，地块位于${street}东侧，用途为住宅。`,
    ],
  ],
  ({ district, day, count }) => [
    [
      '市民政局',
      `${district}高龄津贴发放通知`,
      `${district}${count}名八十岁以上老人的高龄津贴${day}发放到社保卡。`,
    ],
    [
      '市财政局',
      `${district}高龄津贴资金拨付`,
      `${district}八十岁以上老人津贴资金已拨付，惠及${count}人，${day}到账。`,
    ],
  ],
  ({ district, street, day }) => [
    [
      '市城市管理局',
      `${district}${street}流动摊点整治`,
      `${day}起在${district}${street}开展占道经营整治，摊贩可到便民市场经营。`,
    ],
    [
      `${district}人民政府`,
      `${street}摊主可进便民市场`,
      `${street}占道摊点${day}开始清理，区里在便民市场留出摊位安置摊主。`,
    ],
  ],
  ({ district, street, day, hour, count }) => [
    [
      '市应急管理局',
      `${district}${street}小学地震应急演练`,
      `${day}${hour}时，${street}小学${count}名师生参加地震应急疏散演练，届时将鸣放警报，请勿惊慌。`,
    ],
    [
      '市教育局',
      `${street}小学开展疏散演练`,
      `${street}小学${count}名学生${day}将听警报有序疏散，这是一次演练。`,
    ],
  ],
  ({ district, day, hour, count }) => [
    [
      '市人力资源和社会保障局',
      `${district}企业专场招聘会`,
      `${day}${hour}时，${district}人力资源市场举办专场招聘会，${count}个岗位。`,
    ],
    [
      `${district}人民政府`,
      `${count}个岗位等你来`,
      `${day}来${district}人力资源市场找工作，专场招聘会提供${count}个岗位，带好身份证。`,
    ],
  ],
];

export interface LabelledNotice {
  readonly release: ReleaseText;
  readonly matter: string;
}

/** Two weeks of three districts: many matters on one day in one street, some told by two organs. */
export function cityNotices(seed = 5): readonly LabelledNotice[] {
  const random = generator(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const notices: LabelledNotice[] = [];
  for (let day = 0; day < DAYS; day++)
    for (let k = 0; k < PER_DAY; k++) {
      const notice = {
        district: pick(DISTRICTS),
        street: pick(STREETS),
        day: `6月${day + 2 + Math.floor(random() * 3)}日`,
        hour: 8 + Math.floor(random() * 11),
        count: 20 + Math.floor(random() * 700),
      };
      const tellings = pick(MATTERS)(notice);
      const matter = `city-${day}-${k}`;
      for (const [organ, title, body] of random() < 0.4 ? tellings : [pick(tellings)])
        notices.push({
          matter,
          release: {
            id: `${matter}-${notices.length}`,
            organ,
            title,
            body,
            publishedAt: new Date(Date.UTC(2026, 5, day + 1, 1 + Math.floor(random() * 9))).toISOString(),
          },
        });
    }
  return notices;
}
