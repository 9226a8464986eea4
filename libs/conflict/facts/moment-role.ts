import { dayNumber, isFullDate } from '@koujing/text';
import type { PartialDate, PublicationMoment, Span } from '@koujing/text';
import type { Frame, MomentRole } from './fact.js';

/** A date beside its time is one moment: what stands around the pair counts. */
const momentBefore =
  /(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:\([^)]{1,6}\))?[上下]?午?$|(?:次日|翌日|当日|当天|同日|今日|今天|明日|明天|后天|大后天|第二天)$|\d{1,2}[日号](?:\([^)]{1,6}\))?$|凌晨$|上午$|下午$|晚上?$|早上?$/;
const momentAfter =
  /^(?:\([^)]{1,6}\))?(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜间|深夜|早|晚)?(?:\d{1,2}[时点:]\d{0,2}分?半?(?:整|许|左右|前后)?|[零一二两三四五六七八九十]{1,3}[时点](?:半|整|许|左右)?)/;

const startsSpan = /(?:[自从]|开始|起|自即日起至)$/;
const endsSpan = /(?:[至到~-]|截止|截至|止于|延长至|延至|顺延至|截止时间[为是:：]?|截止日期[为是:：]?)$/;
/** 首班车提前至5时发车 says when it leaves, not when something ends. */
const movedTo = /(?:提前|推迟|延后|推后|改期|改|调整|变更)[至到为]$/;
/** 延期至8月23日晚举行 is its new day; 征集延期至12月5日 is its new end. */
const putOffTo = /(?:延期|顺延)[至到]$/;
const heldThen = /^(?:晚上?|上午|下午|夜间)?[^，。；]{0,6}(?:举行|举办|开幕|召开|开赛)/;
const startAfter = /^(?:许|左右)?(?:首班车|头班车|当日|当天)?(?:起|开始|始(?!终)|开门|[-~至到])/;
const endAfter =
  /^(?:许|左右|底|末)?(?:截止|结束|止|前(?![往来])|之前|以前|(?:全线|全面|陆续|全部|可|将|即可|有望|才能?|才会|方可|就能)?(?:恢复|完工|完成|竣工|闭幕|闭展|收展|闭馆|关闭|收官)|[一-龥]{0,4}(?:完毕|修复|抢通|扑灭)|关[门窗]|[一-龥]{0,8}不再(?:接收|受理|办理|接受)|停止(?:接收|受理|登记|报名|办理))/;

/** What is closed until the 13th opens on the 14th; what opens again on the 13th was closed until the 12th. */
const goesOn =
  /^(?:许|左右)?(?:起)?(?:正式)?(?:全线|全面|陆续|全部|可|将|即可|有望|才能?|才会|方可|就能)?(?:恢复|复课|复工|复航|重新开|解封)|^起[^，。；,\d]{0,18}(?:恢复|复课|复学|复工|复航|返校)/;

/** Left and right of the whole moment: the date or time on the other side is skipped. */
const aroundOf = (text: string, span: Span): { readonly left: string; readonly right: string } => {
  let left = text.slice(Math.max(0, span.start - 16), span.start);
  for (let found = momentBefore.exec(left); found && found[0] !== ''; found = momentBefore.exec(left))
    left = left.slice(0, found.index);
  let right = text.slice(span.end, span.end + 26);
  const found = momentAfter.exec(right);
  if (found) right = right.slice(found[0].length);
  return { left: left.slice(-6), right: right.slice(0, 12) };
};

/** Whether the value begins or ends a span. */
export const edgeOf = (text: string, span: Span): Frame['edge'] => {
  const { left, right } = aroundOf(text, span);
  if (putOffTo.test(left) && heldThen.test(right)) return null;
  if ((endsSpan.test(left) && !movedTo.test(left)) || endAfter.test(right)) return 'end';
  if (startsSpan.test(left) || startAfter.test(right)) return 'start';
  return null;
};

const happened =
  /发生|起火|着火|失火|爆炸|爆燃|泄漏|坍塌|垮塌|塌方|侧翻|相撞|碰撞|追尾|坠|突发|破裂|溃|决口|故障|地震|出现|持械|袭|遇险|被困|爆裂|爆管|断裂|渗漏|漏水|倒塌|塌陷|沉没|触礁|闪爆|打架|冲突|透水|冒顶|中毒|脱轨|滑坡(?!现场|体|点)|泥石流(?!现场)|冒烟|跳闸|咬|溺|失踪|烧起来|燃起|撞上|撞了|塌了|出事/;
const called = /接警|接报|接到|报警/;
const held =
  /举行|召开|举办|开幕|拉开(?:帷|序)幕|启幕|开赛|开跑|起跑|鸣枪|发枪|启动仪式|正式启动|正式供|开栓|开庭|开考|举措|开演|开馆|开园|首发|试运营|启用|通车|开学|开课|上课|放假|返校|试鸣|鸣放|开诊|开闸|登陆|开市|开业|开放|开售|投用|投入使用|开工|奠基|揭牌|宣判|开播|发车|起飞/;
const stops = /停课|停运|停水|停电|停气|停业|停工|停诊|停航|封闭|闭馆|闭园|休市|休馆/;
const recovered =
  /(?:全部|均已|悉数|陆续)?(?:救出|升井|获救)|恢复(?:上课|上班|办公|开行|通行|通车|供水|供电|供气|供热|供暖|运行|满负荷|运营|开放|正常|营业)|抢修(?:完毕|完成|结束)|修复|抢通|扑灭|解封|复课|复学|复工|复航|复运/;
const afterLabours =
  /^[^。；]{0,4}(?:经过?|历经|历时)[^，。]{0,12}(?:救援|扑救|搜救|搜寻|抢修|处置|奋战|努力)/;
const issued = /发布|印发|公布|签发|升级|启动[^，。]{0,12}响应|下发(?!生)|继续发布|更新|变更|解除|撤销/;
const asOf = /(?:截[至止]到?|统计到)$/;
/** 报名…截止11月29日 is a deadline. */
const deadline = /报名|缴费|申报|登记|受理|申领|征集|有效|公示|预约|投递|招生/;
const plansBefore = /(?:定于|拟于|将于|计划于|原定于?|暂定)$/;

/** 12日停课一天，13日恢复上课: the end belongs to the moment beside it. */
const untilNextMoment = (after: string, pattern: RegExp): number => {
  const at = after.search(pattern);
  const next = after.search(/\d{1,2}[日时点]/);
  return at < 0 || (next >= 0 && next < at) ? Infinity : at;
};

/** What a date or time is the moment of, by the words around it. */
export const roleOf = (text: string, value: Span, clause: Span): MomentRole | null => {
  const { left, right } = aroundOf(text, value);
  if (asOf.test(left))
    return /截止到?$/.test(left) && deadline.test(text.slice(Math.max(0, value.start - 40), value.start))
      ? 'end'
      : 'asOf';
  const edge = edgeOf(text, value);
  // By the clock what is closed until six and what opens at six are one moment.
  if (edge === 'end' && endsSpan.test(left) && momentAfter.test(text.slice(value.end, value.end + 12)))
    return 'end';
  if (edge !== null) return goesOn.test(right) ? 'resumed' : edge;
  // 18时20分，经过7个多小时救援，隧道坍塌事故被困人员全部救出: when it was over, whatever it was.
  if (afterLabours.test(text.slice(value.end, value.end + 24))) return 'resumed';
  const rest = text.slice(value.end, Math.min(text.length, Math.max(clause.end, value.end + 30)));
  const near = rest.slice(0, 40);
  const first = (pattern: RegExp): number => {
    const at = near.search(pattern);
    return at < 0 ? Infinity : at;
  };
  const ranked: readonly (readonly [MomentRole, number])[] = [
    ['called', first(called)],
    ['issued', first(issued)],
    ['resumed', untilNextMoment(near, recovered)],
    ['held', first(held)],
    ['start', first(recovered) < Infinity ? Infinity : untilNextMoment(near, stops)],
    ['occurred', first(happened)],
  ];
  const [role, at] = ranked.reduce((best, one) => (one[1] < best[1] ? one : best));
  if (at === Infinity)
    return plansBefore.test(left) ? 'held' : /^(?:许|左右)/.test(right) ? 'occurred' : null;
  return role;
};

/** 年审截至11月30日: up to a day that is to come nothing can have been counted; it is the last day. */
export const asDeadline = (
  role: MomentRole | null,
  date: PartialDate,
  published: PublicationMoment | null,
): MomentRole | null =>
  role === 'asOf' && published !== null && isFullDate(date) && dayNumber(date) > dayNumber(published)
    ? 'end'
    : role;

/** What begins or ends at a moment: 恢复供水 at 20:00 and 恢复通行 at 6:00 are two ends of one burst pipe. */
const activities: readonly (readonly [string, RegExp])[] = [
  ['water', /供水|停水|断水|用水|来水/],
  ['power', /供电|停电|送电|来电|断电/],
  ['heat', /供热|供暖|停暖|采暖/],
  ['gas', /供气|停气|通气/],
  ['traffic', /通行|封闭|禁行|管制|绕行|限行|断交|通车|行驶/],
  ['signUp', /报名|登记/],
  ['pay', /缴费|缴纳/],
  ['exam', /笔试|考试|开考|中考|高考/],
  ['works', /施工|工地|停工/],
  ['interview', /面试/],
  ['review', /审核|复审|资格审查|体检/],
  ['result', /公布|公示|录取|查询|放榜/],
  ['extinguished', /扑灭|处置完毕|明火/],
  ['transit', /停运|停开|班线|客运|公交|地铁|列车|班车|末班|首班|渡口|停航|通航|乘坐|\d号线/],
  ['visit', /景区|闭园|开园|闭馆|开馆|公园|场馆|展览|参观/],
  ['school', /上课|开学|返校|(?<!暂)停课|复课|课程|托管班/],
  ['outdoor', /户外|课间操|体育课/],
  ['weather', /风力|阵风|降雨|降雪|暴雨|气温|降温|登陆|雷阵雨/],
  ['holiday', /放假|寒假|暑假/],
  ['race', /开跑|起跑|鸣枪|发枪/],
  [
    'opening',
    /初期运营(?!前)|开通运营|正式(?:开通|通车|运营)|全线贯通|(?:号线|大桥|隧道|高速)[^，。；]{0,12}(?:开通|通车)|(?:可以?|能)乘坐/,
  ],
  ['event', /举办|举行|召开|开幕|开赛|开演/],
  ['effective', /(?:起|开始)[^，。；]{0,18}(?:施行|执行|实施|生效|上调|下调|提高)/],
  // 本措施有效期至5月31日, 执行期为12月1日至11月30日
  ['validity', /(?<![券证卡码])(?:有效期(?!内)|执行期|施行期|实施期)/],
  ['marks', /成绩[^，。；]{0,24}(?:公布|发布|放榜|揭晓|出炉)|放榜|查分/],
];

/** A line without punctuation is one clause; read whole for each of its moments it would cost the square of its length. */
const longestAround = 120;

/** 时间：11月22日: that of what the release is about. */
const labelled = /(?:^|[。；！，\n】])(?:活动|举办|举行|比赛|演出|展览|开展)?(?:时间|日期)[:：]$/u;

/** 自11月23日起，全市中小学暂停课间操: what begins then is told in the next clause. */
const aheadOf = (text: string, value: Span, clause: Span): number =>
  clause.end - value.end > 2
    ? 0
    : value.end +
      (/^[^，。；]{0,2}，[^，。；]{0,30}/u.exec(text.slice(value.end, value.end + 36))?.[0].length ?? 0);

/** The activities that the words around a moment name. */
export const activitiesAt = (text: string, value: Span, clause: Span): readonly string[] => {
  const around = text.slice(
    Math.max(0, value.start - longestAround, Math.min(clause.start, value.start - 4)),
    Math.min(value.end + longestAround, Math.max(clause.end, value.end + 14, aheadOf(text, value, clause))),
  );
  const named = activities.filter(([, words]) => words.test(around)).map(([name]) => name);
  return labelled.test(text.slice(Math.max(0, value.start - 8), value.start)) ? [...named, 'label'] : named;
};
