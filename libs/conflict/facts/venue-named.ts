import { pairsOf, type Clause } from './plain-clause.js';

/** Where a clause says that the thing is held, or given out. */
export interface Venue {
  readonly what: 'held' | 'given' | 'start';
  readonly name: string;
  readonly clause: Clause;
}

/** 将于11月29日在市民广场鸣枪: the name begins after the last 在. */
const NAME = '((?:(?![在于])[\\p{Script=Han}A-Za-z0-9]){3,18}?)';
const HELD = [
  new RegExp(
    `(?<!领取|发放|报到|集合|集散|受理|办理)(?:地点|会址|会场|考点)(?:就|都|均|只)?(?:设在|定在|选在|改在|在|为|是|[:：])${NAME}(?=[^\\p{Script=Han}A-Za-z0-9]|$)`,
    'u',
  ),
  new RegExp(
    `(?:起点|起跑点|出发点)(?:设在|位于|在|为|是|[:：])?${NAME}(?=[^\\p{Script=Han}A-Za-z0-9]|$)`,
    'u',
  ),
  new RegExp(
    `(?:在|于)${NAME}(?:正式|隆重|如期|同步)?(?:举行|举办|开幕|召开|开赛|开场|启幕|上演|起跑|鸣枪|开馆|开讲)`,
    'u',
  ),
];
const MOVED = `(?:迁至|迁到|迁往|搬至|搬到|移至|(?:调整|变更|改)(?:到|至|在))${NAME}(?=$|[^\\p{Script=Han}A-Za-z0-9]|发车|办公|办理|接诊|开诊|乘车|停靠)`;
const GIVEN = [
  new RegExp(MOVED, 'u'),
  new RegExp(`(?:到|至|在|往)${NAME}(?:统一|集中)?(?:领取|安置|报到|集合)`, 'u'),
  new RegExp(
    `(?:领取|发放|报到|集合)地点(?:设在|定在|改在|在|为|是|[:：])${NAME}(?=[^\\p{Script=Han}A-Za-z0-9]|$)`,
    'u',
  ),
];
/** 起点江门广场, 从船厂公园出发: where a race or a walk begins. */
const START = [
  new RegExp(
    `(?:起点|起跑点|出发点)(?:设在|位于|在|为|是|[:：])?${NAME}(?=[^\\p{Script=Han}A-Za-z0-9]|$)`,
    'u',
  ),
  new RegExp(
    `(?<=选手|跑者|跑友|车手|队伍|参赛者|将|均|都|统一)[从由自]${NAME}(?:出发|起跑|开跑|发枪|鸣枪|起步)`,
    'u',
  ),
];
/** Of several places, of none in particular, or of what is no place. */
const VAGUE =
  /各|多个|等|全[市省区县]|[我本该此][市区县院校]|线上|网上|云端|城区|境内|一带|期间|日|时|月|年|分会场|基础|同时|前提|现场|指定|就近|户籍|居住|所在|\p{Script=Han}*[省市区县]$/u;

export const venuesIn = (clause: Clause): readonly Venue[] => {
  const read = (patterns: readonly RegExp[], what: Venue['what']): readonly Venue[] =>
    patterns.flatMap((pattern) => {
      const name = pattern.exec(clause.text)?.[1];
      return name === undefined || VAGUE.test(name) ? [] : [{ what, name, clause }];
    });
  return [...read(HELD, 'held'), ...read(GIVEN, 'given'), ...read(START, 'start')];
};

const AREA = /^(?:\p{Script=Han}{2,3}?[市县区]|[市县区])(?=\p{Script=Han}{2})/u;
/** What many places are called, so that it tells none apart. */
const CALLED =
  /广场|体育馆|体育场|体育中心|会展中心|博览中心|文化中心|中心|公园|礼堂|剧[场院]|大厅|一楼|二楼|主?会场|学校|中学|小学|酒店|宾馆|大厦|综合楼|[东南西北正]门|\d号?[馆厅]/gu;
const own = (name: string): string => name.replace(AREA, '').replace(CALLED, ' ');

/** 栖江职业技术学院, 栖江市第二中学: the city that both are named after. */
const sharedHead = (one: string, other: string): number => {
  const head = [...one].findIndex((letter, at) => letter !== other[at]);
  return head >= 2 && head <= 3 && AREA_HEAD.test(one.slice(0, head + 1) + other.slice(0, head + 1))
    ? head
    : 0;
};
const AREA_HEAD = /[市区县]/u;

/** 汽车东站, 汽车西站: all the same but for the side of town. */
const SIDES = /[东西南北]/u;
const differByDirection = (one: string, other: string): boolean => {
  const apart = [...one].flatMap((letter, at) => (letter === other[at] ? [] : [at]));
  const [at = 0] = apart;
  return (
    apart.length === 1 &&
    one.length === other.length &&
    SIDES.test(one[at] ?? '') &&
    SIDES.test(other[at] ?? '')
  );
};

/** Two names that have nothing of each other, neither of which stands in the other text. */
export const areOtherVenues = (
  one: Venue,
  other: Venue,
  texts: { readonly one: string; readonly other: string },
): boolean => {
  if (differByDirection(one.name, other.name)) return true;
  const ofCity = sharedHead(one.name, other.name);
  const [a, b] = [own(one.name.slice(ofCity)), own(other.name.slice(ofCity))];
  if (![...pairsOf(a)].every((pair) => !other.name.slice(ofCity).includes(pair))) return false;
  if (![...pairsOf(b)].every((pair) => !one.name.slice(ofCity).includes(pair))) return false;
  if (one.name.includes(other.name) || other.name.includes(one.name)) return false;
  const core = (name: string): string => name.replace(AREA, '').slice(0, 4);
  return !texts.other.includes(core(one.name)) && !texts.one.includes(core(other.name));
};
