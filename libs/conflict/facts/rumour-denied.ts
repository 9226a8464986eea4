import { clausesIn, pairsOf, type Clause } from './plain-clause.js';

/** What is told only to be denied: 网传“市中心发生爆炸”不属实. */
export interface Rumour {
  readonly clause: Clause;
  readonly words: string;
  readonly told: ReadonlySet<string>;
}

const RUMOUR =
  /(?:网传|网上流传|流传|传言|谣传|有人称|网帖称?|视频称)[^“”。]{0,12}“([^”]{4,40})”[^。]{0,24}(?:不实|谣言|不属实|虚假|编造)/u;
/** 有网民发帖称“…”。经核实，该消息不属实. */
const DENIED_NEXT =
  /(?:称|传|传言|传闻|帖文|消息)[：:]?“([^”]{4,40})”[^。]{0,12}。[^。]{0,8}[，,]?(?:该|上述|此)?(?:消息|信息|说法|内容|传言|情况)[^。，]{0,4}(?:不属实|不实|系谣言|为谣言)/u;
/** The day is told again in the other's own form. */
const WHEN = /(?:自|于)?(?:\d{1,2}月)?\d{1,2}日(?:\d{1,2}[时点])?起?|将|已/gu;
const OF_RUMOUR = /网传|流传|传言|谣|不实|不属实|虚假|辟|编造|散布/u;

export const rumoursIn = (text: string): readonly Rumour[] => {
  const inNext = DENIED_NEXT.exec(text)?.[1];
  return clausesIn(text).flatMap((clause): readonly Rumour[] => {
    const content = RUMOUR.exec(clause.sentence)?.[1] ?? inNext;
    return content !== undefined && clause.text.includes(content.slice(0, 4))
      ? [{ clause, words: content, told: pairsOf(content.replace(WHEN, '')) }]
      : [];
  });
};

/** Of the letters of the rumour, so many tell that the other states it. */
const MOST_OF_IT = 0.6;

/** The clause in which the other release states as fact what the rumour says. */
export const statedAsFact = ({ told }: Rumour, clauses: readonly Clause[]): Clause | undefined =>
  clauses.find(({ text, sentence }) => {
    if (OF_RUMOUR.test(sentence)) return false;
    const pairs = pairsOf(text);
    return [...told].filter((pair) => pairs.has(pair)).length >= Math.max(3, told.size * MOST_OF_IT);
  });
