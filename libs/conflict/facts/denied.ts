import { pairsOf, type Clause } from './plain-clause.js';

/** What a clause says is not offered, not asked for, or not allowed. */
export interface Denial {
  readonly clause: Clause;
  readonly words: string;
  readonly object: string;
  /** 一律, 全部: also of those for whom the other makes an exception. */
  readonly ofAll: boolean;
  /** The words by which another clause says the contrary; null where it does not. */
  readonly affirmed: (clause: Clause) => string | null;
}

/** Ways in and things asked for, by one letter each, however they are called. */
const CALLED: readonly (readonly [RegExp, string])[] = [
  [/网上|线上|网络|在线|APP|小程序|公众号|服务号|平台|手机端/giu, 'W'],
  [/现场|线下|窗口|当面|到店/gu, 'P'],
  [/名下(?:没有|无)(?:其他)?(?:住房|房产|房屋)/gu, '首套'],
  [/户口/gu, '户籍'],
];
const inOneName = (words: string): string =>
  CALLED.reduce((text, [called, name]) => text.replace(called, name), words);

const DENIES =
  /不存在|并无|[没未]有?发生|不是|并非|不[在向设开提接受办售收限需用必得准予再纳列属享适参作能可]|无[需须]|禁止|严禁|谢绝|没有|除外|未(?:设|开通|纳入|列入)|免(?:收|费|交)/u;

interface Pattern {
  readonly denies: RegExp;
  /** What says the contrary beside the object. */
  readonly affirms: RegExp;
  /** Object of no interest: what is said of everything, or what other rules compare. */
  readonly not?: RegExp;
}

const PATTERNS: readonly Pattern[] = [
  {
    // 学校不设现场报名点, 不开通网上预约, 窗口不受理
    denies:
      /不(?:再|另|需要?|必|用)?(?:设置?|开设|开通|提供|接受|受理|办理|安排|代办|支持)(?<object>[^，。；、的]{2,8})|(?<subject>现场|窗口|线下|线上|网上)(?:一律|均|概)?不(?:再)?(?:售票|办理|受理|报名|接待|接受)/u,
    affirms: /[到去在凭通持可须请过]|预约|购|领|办|报/u,
    not: /停车|咨询|替代|接送|住宿|餐|退/u,
  },
  {
    // 不限户籍, 不受户籍限制
    denies: /不(?:再)?(?:限(?!于|制|行|速|时)|受)(?<object>\p{Script=Han}{2,4}?)(?:的?限制|[，。；、]|$)/u,
    affirms: /凡|须|需|限|仅|具有|本市|本区|持有|才|方可|必须|名下/u,
    not: /影响|人数|名额/u,
  },
  {
    // 燃油车不在本轮补贴范围
    denies:
      /(?<object>\p{Script=Han}{3,6}?)(?:均|都|暂|也|一律)?(?:不在(?=[^，。；]{0,10}(?:范围|之列|目录))|不属于(?=[^，。；]{0,10}范围)|不(?:纳入|列入|享受|参加|适用)|未(?:纳入|列入))/u,
    affirms: /可|都|均|也|同样|享受|适用|纳入|列入|参加/u,
  },
  {
    // 禁止焚烧纸钱, 可以烧纸
    denies: /(?:禁止|严禁|不得|不准)(?:在[^，。；]{2,10})?(?<object>\p{Script=Han}{2,6})/u,
    affirms: /可以|允许|准许|可在|可到/u,
    not: /车|通行|驶|停放|进入|入内|停留|靠近|擅自|外出|超|酒|涨/u,
  },
  {
    // 不存在拒诊、推诿行为, 拒诊问题属实
    denies:
      /(?:不存在|没有|并无)(?:所谓的?)?(?<object>\p{Script=Han}{2,6}?)(?:、[^，。；]{2,10}?)?(?:等)?的?(?:行为|情况|问题|现象|情形|事实)/u,
    affirms: /属实|查实|确有|确存在|证实/u,
    not: /伤亡|异常|其他|任何|类似|上述|安全|以下/u,
  },
  {
    // 不是爆炸, 没有发生爆炸
    denies: /(?:不是|并非|没有发生|未发生|并未发生)(?<object>爆炸|坍塌|泄漏|溃坝|决堤|火灾|投毒|绑架)/u,
    affirms: /发生|突发|出现/u,
  },
  {
    // 火灾不是线路放电引起的
    denies: /(?:不是|并非)(?:由|因)?[^，。；]{0,8}?(?<object>\p{Script=Han}{2})(?:引起|造成|导致|引发)/u,
    affirms: /引燃|引起|引发|造成|导致|原因|所致/u,
  },
  {
    // 一律不向居民收费
    denies: /不(?:向[^，。；]{2,8})?(?:再)?(?<object>收费|收取(?:任何)?费用)/u,
    affirms: /收费[^，。；]{0,8}\d|收取[^，。；]{0,12}\d[^，。；]{0,6}元|每[^，。；]{1,8}\d+(?:\.\d+)?元/u,
  },
];

const UNIVERSAL = /一律|全部|全都|所有|均|概不|任何/u;
const OPEN = /是否|如需|若|如果|谨防|冒充|谣言|网传|不实/u;

/** The other clause speaks of the object: in the letters of its ways, and in most of its other words. */
const speaksOf = (object: string, clause: string): boolean => {
  const ways = object.match(/[WP]/gu) ?? [];
  if (!ways.every((way) => clause.includes(way))) return false;
  const rest = object.replace(/[WP]/gu, ' ');
  const pairs = [...pairsOf(rest)];
  if (ways.length > 0)
    return rest.trim() === '' || [...rest.replace(/\s/gu, '')].some((letter) => clause.includes(letter));
  const held = pairs.filter((pair) => clause.includes(pair)).length;
  return pairs.length > 0 && held >= Math.max(1, Math.ceil(pairs.length * MOST_OF_IT));
};
const MOST_OF_IT = 0.6;

export const deniedIn = (clause: Clause): readonly Denial[] => {
  if (!DENIES.test(clause.text) || OPEN.test(clause.sentence)) return [];
  return PATTERNS.flatMap(({ denies, affirms, not }): readonly Denial[] => {
    const match = denies.exec(clause.text);
    const groups = match?.groups;
    if (match === null || groups === undefined) return [];
    const stated = groups['object'] ?? groups['subject'] ?? '';
    if (not?.test(stated) === true) return [];
    const object = inOneName(stated);
    const isFee = object.startsWith('收');
    return [
      {
        clause,
        words: match[0],
        object,
        ofAll: UNIVERSAL.test(clause.text),
        affirmed: (other) => {
          if (DENIES.test(other.text) && !isOwnWords(object, other.text)) return null;
          if (OPEN.test(other.sentence) || !affirms.test(other.text)) return null;
          if (!isFee && !speaksOf(object, inOneName(other.text))) return null;
          return isFee ? (affirms.exec(other.text)?.[0] ?? null) : other.text.trim().slice(0, 40);
        },
      },
    ];
  });
};

/** 名下没有其他住房的 denies nothing: it is what is asked for. */
const isOwnWords = (object: string, clause: string): boolean =>
  object === '首套' && /名下(?:没有|无)/u.test(clause);
