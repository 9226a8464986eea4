import type { Attribute } from '../finding.js';
import { pairsOf, type Clause } from './plain-clause.js';

/** On what terms a thing stands, of a kind that allows only one. */
export interface Term {
  readonly name: string;
  readonly stand: number;
  readonly words: string;
  /** For whom alone: 退役军人免费. '' where it holds of everybody. */
  readonly of: string;
  readonly clause: Clause;
}

interface Kind {
  readonly name: string;
  readonly stands: readonly RegExp[];
  /** Holds whoever is named: a games of pupils is put off as any other. */
  readonly whoever?: true;
  /** The stand that a release may state beside the other: open each day, and closed on one. */
  readonly beside?: number;
  /** What is contradicted, where it is not how a thing stands. */
  readonly attribute?: Attribute;
  /** Whether the two speak of one thing; `order`: above nought where the second was published after the first, below where before. */
  readonly meet: (one: Term, other: Term, order: number) => boolean;
}

/** Words that the clauses share beside the terms themselves. */
const shareWords = (one: Term, other: Term): boolean => {
  const [a, b] = [one, other].map(({ clause, words }) => pairsOf(clause.text.replace(words, ' ')));
  return a !== undefined && b !== undefined && !a.isDisjointFrom(b);
};

interface Stated {
  readonly clause: Clause;
}

/** Three letters in a row of the one stand in the other. */
export const shareLetters = (one: string, other: string): boolean =>
  [...one.matchAll(/\p{Script=Han}{3,}/gu)].some(([run]) =>
    Array.from({ length: run.length - 2 }, (_, at) => run.slice(at, at + 3)).some(
      (letters) => !STOCK.test(letters) && other.includes(letters),
    ),
  );
/** By a sentence, or by the title over it: 图书馆, 建设路. */
const told = ({ clause }: Stated): string => `${clause.title}\n${clause.sentence}`;
const shareName = (one: Stated, other: Stated): boolean => shareLetters(told(one), told(other));
/** 排查, 危房: two words at least. */
const shareTwoWords = (one: Stated, other: Stated): boolean =>
  pairsOf(told(one)).intersection(pairsOf(told(other))).size > 1;
const STOCK = /开放|时间|双向|通行|半幅|封闭|施工|市民|居民|机动|车辆/u;

const OPENED = /恢复|抢通|解除|已通车/u;
/** Closed and open again: told one after the other. */
const reopened = (one: Term, other: Term, order: number): boolean =>
  [...(order >= 0 ? [other] : []), ...(order <= 0 ? [one] : [])].some(
    ({ stand, clause }) => stand === 1 && OPENED.test(clause.sentence),
  );

/** What a state is said of: the words of its clause before it, without days and hours. */
const saidOf = ({ clause, words }: Term): string =>
  clause.text
    .slice(0, clause.text.indexOf(words))
    .replace(/[\d年月日号时分:：至到点起]+|原定|当[天日晚]/gu, ' ');
/** 赛事照常进行: which, the sentence says. */
const ANY_EVENT = /(?:赛事|比赛|活动|演出|班次|航线|线路|航班|会议|考试|展览)\s*$/u;
/** Called off or stopped, and after that told to go ahead: who tells it so has not heard. The other way round it was called off since. */
const goesAhead = (one: Term, other: Term, order: number): boolean => {
  const [stopped, ahead] = one.stand === 0 ? [one, other] : [other, one];
  const stoppedSince = stopped === other ? order > 0 : order < 0;
  if (stoppedSince || OPENED.test(ahead.clause.sentence)) return false;
  const named = pairsOf(saidOf(ahead));
  const of = saidOf(stopped).trim() === '' ? told(stopped) : saidOf(stopped);
  return shareName(one, other) && (ANY_EVENT.test(saidOf(ahead)) || !named.isDisjointFrom(pairsOf(of)));
};

/** 17日 in both, by the sentence or the title. */
const daysOf = (term: Term): ReadonlySet<string> =>
  new Set([...told(term).matchAll(/(\d{1,2})日/gu)].map(([, day]) => day as string));
const PLANNED = /将|定于|计划|拟于|预计|明[天日晚]|后天/u;
/** Cut off and not cut off: at one time, which a plan must name. */
const supplied = (one: Term, other: Term, order: number): boolean => {
  if (reopened(one, other, order) || /如|若|一旦|可能|或将/u.test(one.clause.text + other.clause.text))
    return false;
  const cut = one.stand === 0 ? one : other;
  const onOneDay = !daysOf(one).isDisjointFrom(daysOf(other));
  if (PLANNED.test(cut.clause.sentence)) return onOneDay && shareWords(one, other);
  return shareName(one, other);
};
const supply = (name: string, what: string): Kind => ({
  name: `supply of ${what}`,
  stands: [
    new RegExp(
      `(?<![没不未无再会]|是否)(?:停|断)${name}(?!公告|通知|期间|时间|范围|区域)|没有?${name}(?![压质])|${name}[^，。；]{0,5}(?:供应)?已?(?:停止|中断)`,
      'u',
    ),
    new RegExp(`(?:没有|不会|未|不|无需)[停断]${name}|供${name}[^，。；]{0,5}正常|${name}供应正常`, 'u'),
  ],
  meet: supplied,
  whoever: true,
});

/** Not yet, and later all: the matter has gone on. Who says later that it is not so, denies it. The first stand is the settled one. */
const settledSince = (one: Term, other: Term, order: number): boolean =>
  one.stand === 0 ? order < 0 : order > 0;

/** The clauses are alike but for the term, figures and all: another athlete's medal, another reach of the river is another thing. */
const ofOneClause = (one: Term, other: Term): boolean => {
  const [a, b] = [one, other].map(({ clause, words }) => clause.text.replace(words, ' ')) as [string, string];
  const [x, y] = [pairsOf(a), pairsOf(b)];
  return (
    x.intersection(y).size >= HALF * Math.min(x.size, y.size) &&
    (a.match(/\d+/gu) ?? []).join() === (b.match(/\d+/gu) ?? []).join() &&
    singled(a) === singled(b)
  );
};
const HALF = 0.5;
/** 王家断面, 李家断面; 女子, 男子. */
const singled = (clause: string): string =>
  [/\p{Script=Han}{2}(?=断面)/u, /[男女]/u].map((pattern) => pattern.exec(clause)?.[0] ?? '').join();

/** 热线24小时 and 窗口9时至17时, 急诊 and 门诊: each door has its hours. */
const DOORS = /自助|急诊|急救|应急|抢修|热线|电话|窗口|大厅|夜市/gu;
const atOneDoor = (one: Term, other: Term): boolean => {
  const doors = ({ clause }: Term): string => [...new Set(clause.sentence.match(DOORS))].sort().join();
  return doors(one) === doors(other) && shareName(one, other);
};

/** 挂号费: by the two letters before its 费. */
const feeIn = ({ words }: Term): string => /(\p{Script=Han}{2}费)/u.exec(words)?.[1] ?? '';

export const TERMS: readonly Kind[] = [
  {
    name: 'run',
    stands: [
      /自主经营|自营|自办|自行经营|自行管理/u,
      /承包|外包|托管|委托[^，。；]{0,12}(?:经营|运营|管理|供餐)/u,
    ],
    meet: shareWords,
  },
  {
    name: 'road',
    stands: [
      /全封闭|全幅封闭|完全封闭|双向[^，。；]{0,4}(?:中断|断行|封闭|断交|走不通)|禁止一切(?:机动)?车/u,
      /半幅(?:施工|通行|路面|放行)|单幅|单[边向]放行|交替(?:放行|通行)|双向通[行过车]|恢复双向|不断路/u,
    ],
    meet: (one, other, order) => !reopened(one, other, order) && shareName(one, other),
  },
  {
    name: 'fate',
    stands: [
      /推迟|延期|改期|取消|停办|停[航运开驶](?!期间|公告|通知)/u,
      /照常(?!可|缴|收)|如期|如约|(?:正常|按时)(?:举行|举办|进行|开[行赛演幕]|发车|运[行营])/u,
    ],
    meet: goesAhead,
    whoever: true,
  },
  supply('水', 'water'),
  supply('电', 'power'),
  supply('气', 'gas'),
  {
    name: 'consent',
    stands: [
      /(?:全体|所有|全部)(?:业主|住户|居民|村民|职工|家长)[^，。；]{0,6}(?:同意|签字|表决)/u,
      /(?:三分之二|四分之三|半数|过半|多数|\d{2}%)[^，。；]{0,8}(?:业主|住户|居民|村民|职工|家长)[^，。；]{0,6}(?:同意|签字|表决)/u,
    ],
    meet: () => true,
  },
  {
    name: 'closed day',
    beside: 1,
    stands: [
      /\d日[^，。；]{0,6}(?:闭馆|闭园|休馆|停诊|不开放|暂停开放)/u,
      /(?:天天|每天|每日|全程|全部|均|都)[^，。；]{0,6}开放|不打烊|不闭馆|无休/u,
    ],
    meet: shareName,
  },
  {
    name: 'weekend',
    stands: [
      /(?:周末|双休日|周六、?周日|节假日)[^，。；]{0,8}(?:同样|也|照常|一样)[^，。；]{0,4}(?:执行|限|收)/u,
      /(?:周末|双休日|周六、?周日|节假日)[^，。；]{0,14}(?:不受|不限|除外|不执行|放开)/u,
    ],
    meet: () => true,
  },
  {
    name: 'way',
    stands: [/单向(?:通行|行驶|循环|交通)|单行/u, /双向(?:通行|行驶|交通)/u],
    meet: (one, other, order) => !reopened(one, other, order) && shareName(one, other),
  },
  {
    name: 'bank',
    attribute: 'place',
    stands: [/左岸/u, /右岸/u],
    meet: ofOneClause,
  },
  {
    name: 'grade of water',
    attribute: 'count',
    whoever: true,
    stands: [
      /(?<![劣VⅤIⅠ])[IⅠ]类水?/u,
      /(?<![I劣])(?:II|Ⅱ)类/u,
      /(?<![I劣])(?:III|Ⅲ)类/u,
      /(?:IV|Ⅳ)类/u,
      /(?<!劣)(?<!I)[VⅤ]类/u,
      /劣[VⅤ]类/u,
    ],
    meet: (one, other) => /水质|断面/u.test(told(one)) && ofOneClause(one, other),
  },
  {
    name: 'danger',
    whoever: true,
    stands: [
      /(?:不存在|没有|排除|无)[^，。；]{0,8}(?:风险|险情|危险|隐患)|(?:坝体|大坝|堤防|边坡|山体|主体结构)[^，。；]{0,4}(?:稳定|安全)/u,
      /(?:出现|发生|发现)[^，。；]{0,6}险情|随时(?:可能|会)[^，。；]{0,4}[溃垮坍塌滑]|有(?:溃坝|垮塌|坍塌|滑坡)(?:的)?(?:风险|危险)/u,
    ],
    meet: (one, other, order) => !settledSince(one, other, order) && shareName(one, other),
  },
  {
    name: 'fee',
    attribute: 'amount',
    stands: [
      /取消[^，。；]{0,10}费(?!用)|(?:免收|不再收取|停止收取|免除)[^，。；]{0,8}费(?!用)/u,
      /(?:收取|缴纳|交纳|加收)[^，。；]{0,6}\d[^，。；]{0,4}元[^，。；]{0,8}费(?!用)|[^，。；]{2,6}费(?:每[^，。；\d]{1,3})?(?:为)?\d+(?:\.\d+)?元/u,
    ],
    meet: (one, other) => feeIn(one) !== '' && feeIn(one) === feeIn(other),
  },
  {
    name: 'all done',
    attribute: 'count',
    whoever: true,
    stands: [
      /(?:全部|悉数|均已|全面)(?:已)?(?:完成)?(?:整改|腾空|撤离|转移|办结|到位|清理|清零|交付|复工|入住|拆除|搬迁|安置|返还|发放)/u,
      /[仍尚还]有\d[^，。；]{0,10}(?:未|没有|待|正在)/u,
    ],
    meet: (one, other, order) => !settledSince(one, other, order) && shareTwoWords(one, other),
  },
  {
    name: 'medal',
    whoever: true,
    stands: [/金牌|冠军|第一名/u, /银牌|亚军|第二名/u, /铜牌|季军|第三名/u],
    meet: ofOneClause,
  },
  {
    name: 'all sound',
    stands: [
      /(?:均|全部|全都|各项[^，。；]{0,6}|100%)(?:检[测验])?(?:合格|达标|符合|正常)/u,
      /\d+(?:[处批个项家份件]|批次)[^，。；]{0,12}(?:不达标|不合格|超标|异常)/u,
    ],
    meet: (one, other, order) => !settledSince(one, other, order) && shareName(one, other),
  },
  {
    name: 'hours',
    attribute: 'time',
    stands: [
      /24小时(?:不间断|全天候?)?(?:有人)?(?:受理|服务|开放|值守|值班|接听|接诊|在线|营业|供应|运行|通车|热线)|全天候|昼夜不停|通宵(?:运营|营业|开放)/u,
      /(?:每[天日]|工作日|早)?\d{1,2}(?:[时点]|[:：]\d\d)半?(?:至|到|-|—|–|~|～)(?:晚上?)?\d{1,2}(?:[时点]|[:：]\d\d)半?[^，。；]{0,8}(?:受理|服务|开放|值守|值班|接听|接诊|接待|营业|供应|运行|办公|办理)|(?:服务|办公|受理|接听|开放|营业)时间[为是:：]?[^，。；]{0,6}\d{1,2}(?:[时点]|[:：]\d\d)半?(?:至|到|-|—|–|~|～)/u,
    ],
    meet: atOneDoor,
  },
  {
    name: 'ticket',
    stands: [/半价|[五六七八九5-9]折/u, /免(?:收)?门票|免票|免费(?:入园|入场|参观|游览|进|乘坐|乘车)/u],
    meet: shareWords,
  },
];

/** 60岁以上老人免票 says nothing of the others; of 退役军人 both may speak, but of ages and heights each band has its own. */
const OF_SOME = /儿童|学生|军人|老人|老年|残疾|低保|教师|医务|医护|退役|会员|选手|持证/u;
const OF_BAND = /岁|身高|\d米|首道|前\d+名|家属|随行|陪同|子女/u;

/** Terms that stand anywhere in the text: no notice has more than a few, and no clause is asked for the rest. */
const termsAnywhere = (text: string): typeof TERMS =>
  TERMS.filter(({ stands }) => stands.some((stand) => stand.test(text)));

/** In the order of the clauses of this text. */
export const termsIn = (text: string, clauses: readonly Clause[]): readonly Term[] => {
  const terms = termsAnywhere(text);
  return terms.length === 0 ? [] : clauses.flatMap((clause) => termsOf(clause, terms));
};

const termsOf = (clause: Clause, terms: typeof TERMS): readonly Term[] => {
  const some = OF_SOME.exec(clause.text)?.[0] ?? '';
  const inBand = OF_BAND.test(clause.text);
  return terms
    .filter(({ whoever }) => whoever === true || !inBand)
    .flatMap(({ name, stands, whoever }) =>
      stands.flatMap((stand, at) => {
        const words = stand.exec(clause.text)?.[0];
        return words === undefined
          ? []
          : [{ name, stand: at, words, of: whoever === true ? '' : some, clause }];
      }),
    );
};
