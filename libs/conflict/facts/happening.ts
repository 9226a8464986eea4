import type { Span } from '@koujing/text';

interface Happening extends Span {
  readonly hazard: string;
  /** Hazards of one group exclude each other as what happened; of two groups one brings the other about. */
  readonly group: string;
}

const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ground: {
    山体滑坡: '滑坡',
    滑坡: '滑坡',
    泥石流: '泥石流',
    山洪: '山洪',
    崩塌: '崩塌',
    地面塌陷: '塌陷',
    路面塌陷: '塌陷',
    塌陷: '塌陷',
  },
  road: { 侧翻: '侧翻', 追尾: '追尾', 相撞: '相撞', 碰撞: '相撞', 对撞: '相撞', 坠河: '坠落', 坠崖: '坠落' },
  wind: { 大风: '大风', 暴雪: '暴雪', 暴雨: '暴雨', 冰雹: '冰雹', 龙卷风: '龙卷风', 雷击: '雷击' },
  mine: {
    透水: '透水',
    瓦斯爆炸: '瓦斯爆炸',
    冒顶: '冒顶',
    顶板垮落: '冒顶',
    顶板冒落: '冒顶',
    顶板垮塌: '冒顶',
  },
};
const known = new Map(
  Object.entries(groups).flatMap(([group, words]) =>
    Object.entries(words).map(([word, hazard]) => [word, { group, hazard }] as const),
  ),
);
const longestFirst = (words: readonly string[]): string =>
  [...words].sort((one, other) => other.length - one.length).join('|');
/** 发生山体滑坡; 大风造成430座大棚受损, of the weather. */
const pattern = new RegExp(
  `(?:发生|突发|遭遇|出现)[^，。；\\n]{0,12}?(${longestFirst(
    Object.values(groups)
      .flatMap((words) => Object.keys(words))
      .filter((word) => !(word in (groups['wind'] ?? {}))),
  )})|(${longestFirst(Object.keys(groups['wind'] ?? {}))})(?=造成)`,
  'g',
);

/** What is said to have happened: 发生山体滑坡, 突发泥石流. */
export const happeningsIn = (text: string, sentence: Span): readonly Happening[] => {
  const said = text.slice(sentence.start, sentence.end);
  return [...said.matchAll(pattern)].flatMap((match) => {
    const word = (match[1] ?? match[2]) as string;
    const named = known.get(word);
    const end = sentence.start + match.index + match[0].indexOf(word) + word.length;
    if (named === undefined || AHEAD.test(clauseBefore(text, end))) return [];
    const group = named.group === 'road' && SHIPS.test(said) ? 'water' : named.group;
    return [{ start: end - word.length, end, hazard: named.hazard, group }];
  });
};

/** 仍需警惕滞后发生的滑坡: what may come did not happen. */
const AHEAD = /警惕|谨防|防范|防止|避免|可能|易发|注意|一旦|如遇|风险|隐患/;
/** Letters: no clause that warns is longer, and a hostile one would be read again for each word of it. */
const NEARBY = 40;
const clauseBefore = (text: string, at: number): string =>
  /[^，。；\n]*$/.exec(text.slice(Math.max(0, at - NEARBY), at))?.[0] ?? '';
/** Two ships that collide and two cars are two things. */
const SHIPS = /[轮船艇舶]|航道|水道|江面|海面/;
