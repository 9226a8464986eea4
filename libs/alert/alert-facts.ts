import { mentionsIn, sentencesOf } from '@koujing/text';
import type { CapCategory } from './cap.js';
import type { WarningColour } from './severity.js';

/** What the text of a warning or an emergency says that an alert needs in fields of their own. */
export interface AlertFacts {
  /** `暴雨`, `道路结冰`; null where the text names none of the known hazards. */
  readonly hazard: string | null;
  readonly colour: WarningColour | null;
  readonly category: CapCategory;
  /** 解除预警: the danger is over. */
  readonly isLifted: boolean;
  /** The sentences that say what to do. */
  readonly instruction: string;
}

/** CAP 1.2's categories by the words that texts here use; the first that occurs in the title, then in the text, decides. */
const categories: readonly (readonly [RegExp, CapCategory])[] = [
  [
    /暴雨|暴雪|台风|寒潮|大风|高温|干旱|雷电|雷雨|冰雹|霜冻|大雾|霾|低温|沙尘|强对流|道路结冰|内涝|洪/u,
    'Met',
  ],
  [/地震|滑坡|泥石流|地质灾害|塌陷|崩塌|海啸/u, 'Geo'],
  [/火灾|起火|森林火险|失火/u, 'Fire'],
  [/疫情|传染病|食物中毒|食源性/u, 'Health'],
  [/污染|泄漏|水质/u, 'Env'],
  [/停水|停电|停气|爆管|通信中断/u, 'Infra'],
  [/交通事故|相撞|侧翻|封闭|塌桥|沉船/u, 'Transport'],
  [/事故|坍塌|爆炸|踩踏/u, 'Safety'],
];

const hazardWords =
  /道路结冰|雷雨大风|地质灾害|森林火险|重污染天气|强对流|沙尘暴|泥石流|交通事故|食物中毒|暴雨|暴雪|台风|寒潮|大风|高温|干旱|雷电|冰雹|霜冻|大雾|低温|洪水|山洪|内涝|海啸|地震|滑坡|火灾|起火|坍塌|爆炸|泄漏|停水|停电|停气|疫情|霾/u;

const advice = /请|注意|避免|切勿|不要|应当?(?:及时|尽快|立即)|须|尽量|做好|防范/u;
/** As the schema's readers cut it: a screen's worth. */
const longestInstruction = 600;

/**
 * The whole title says that it is over. An all-clear while the danger stands is the worse mistake: what is not yet lifted, or
 * goes on as another one, is none.
 */
const isOver =
  /(?:解除|撤销)[^，。；、]*(?:预警(?:信号)?|警戒|响应)$|(?:预警(?:信号)?|警戒|响应)(?:已|已经|正式)?(?:解除|撤销)$/u;
const ofNotices = /的?(?:通告|通知|公告|通报|消息|信息|快讯)$/u;
const goesOn = /未|不|勿|暂缓|改发|变更|降为|降级|升级|升为|继续|(?:同时|并)发布/u;

export const alertFacts = (title: string, body: string): AlertFacts => {
  const text = `${title}\n${body}`;
  const stated = mentionsIn(text, null).find(({ kind }) => kind === 'warningColour');
  const colour = stated?.kind === 'warningColour' ? (stated.value as WarningColour) : null;
  const about = stated?.kind === 'warningColour' && stated.about !== '' ? stated.about : null;
  const hazard = about ?? hazardWords.exec(title)?.[0] ?? hazardWords.exec(body)?.[0] ?? null;
  return {
    hazard,
    colour,
    category: categoryOf(title) ?? categoryOf(body) ?? 'Other',
    isLifted: isOver.test(title.trim().replace(ofNotices, '')) && !goesOn.test(title),
    instruction: instructionIn(body),
  };
};

const categoryOf = (text: string): CapCategory | undefined =>
  categories.find(([words]) => words.test(text))?.[1];

const instructionIn = (body: string): string => {
  let said = '';
  for (const { start, end } of sentencesOf(body)) {
    const sentence = body.slice(start, end).trim();
    if (!advice.test(sentence) || said.length + sentence.length > longestInstruction) continue;
    said += sentence;
  }
  return said;
};
