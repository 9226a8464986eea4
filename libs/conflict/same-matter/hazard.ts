/** Kinds of event by the words that name them. The first matching kind per word wins; a release may have several. */
const HAZARDS: Readonly<Record<string, RegExp>> = {
  earthquake:
    /地震|震感|震中|余震|强震|震后|震区|抗震救灾|里氏|震级|感到(?:楼房|地面|房屋)?[^，。]{0,6}(?:晃动|摇晃)|晃动感/,
  fire: /火灾|起火|失火|大火|着火|火情|火势|火警|明火|燃烧|烧伤|过火|烧毁/,
  explosion: /爆炸|爆燃|闪爆|炸药|爆响/,
  traffic: /车祸|交通事故|相撞|追尾|侧翻|翻车|坠崖|坠桥|撞上|撞击|冲入|客车|脱轨|连环撞/,
  poisoning: /中毒|食源性|呕吐|腹泻|腹痛|有毒气体/,
  mine: /矿难|透水|瓦斯|煤矿|冒顶|井下|矿井|矿工/,
  attack: /袭击|自杀式|汽车炸弹|枪击|枪手|武装分子|武装人员|人质|持刀|砍人/,
  flood: /洪水|洪涝|暴雨|内涝|积水|山洪|强降雨|汛情|决堤|溃堤|洪灾|被淹|受淹|决口/,
  landslide: /滑坡|泥石流|塌方|山体崩塌|崩塌|堰塞/,
  collapse: /坍塌|倒塌|垮塌|塌陷/,
  typhoon: /台风|热带风暴|(?:中心|沿海|附近)登陆|防风/,
  cold: /寒潮|暴雪|大雪|冰冻|冻雨|覆冰|除冰|雨雪|道路结冰|低温|雪灾/,
  heat: /高温/,
  aircraft: /坠机|空难|客机|航班失事|飞机失事/,
  vessel: /沉船|翻船|翻沉|沉没|倾覆|落水/,
  leak: /泄漏|泄露事故|氨气|氯气|危化品/,
  outage: /停水|停电|停气|爆管|断水/,
};

/** Felt or suffered over whole regions: two places named do not make two events. */
const WIDE: ReadonlySet<string> = new Set(['earthquake', 'typhoon', 'heat', 'cold']);

/** What comes later than this is background. */
const HEAD = 300;

const counters = Object.entries(HAZARDS).map(
  ([hazard, words]) => [hazard, new RegExp(words.source, 'gu')] as const,
);

/** A drill is no event of its kind. */
const DRILL = /演练|演习/u;

export const hazardsIn = (text: string): readonly string[] =>
  DRILL.test(text.slice(0, text.indexOf('\n')))
    ? []
    : Object.entries(HAZARDS).flatMap(([hazard, words]) => (words.test(text) ? [hazard] : []));

/** What the text is about: the title's words count threefold; the most named first, at most two. */
export function mainHazards(title: string, body: string): readonly string[] {
  const lead = body.slice(0, HEAD);
  if (DRILL.test(title)) return [];
  return counters
    .map(([hazard, words]) => ({
      hazard,
      count: 3 * (title.match(words)?.length ?? 0) + (lead.match(words)?.length ?? 0),
    }))
    .filter(({ count }) => count >= 1)
    .sort((a, b) => b.count - a.count)
    .slice(0, 2)
    .map(({ hazard }) => hazard);
}

export const isWideHazard = (hazard: string): boolean => WIDE.has(hazard);
