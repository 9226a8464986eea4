import type { Span } from '@koujing/text';

interface Advice extends Span {
  readonly verb: string;
  readonly allowed: boolean;
}

const verbs = '饮用|食用|下水|返家|返校|入园|开窗';
const may = new RegExp(`(?:可以?|能)(?:正常|放心|继续|安全)?(${verbs})`, 'g');
const mayNot = new RegExp(
  `(?:不要|请勿|不得|禁止|严禁|不能|不可|切勿|暂停|暂不|避免)(?:直接|继续)?(${verbs})`,
  'g',
);

const free = /(?:无需|无须|不需要?|不必|不用|免)(?:提前|实名)?(预约)/g;
const bound =
  /(?<![无不])(?:必?须|需要?|应当?|请)(?:提前)?[^，。；不无]{0,14}?(?:实名)?(预约)(?!服务|方式|电话)/g;

const practised = /(?:实行|采[取用]|实施)(?:分时段|分时|实名|网上|全员|提前)*(预约)(?!服务|方式|电话)/g;

/** What the public is told that it may do or must not: 可以正常饮用, 不要饮用; 无需预约, 须提前预约. */
export const adviceIn = (text: string, sentence: Span): readonly Advice[] => {
  const stated = text.slice(sentence.start, sentence.end);
  const read = (pattern: RegExp, allowed: boolean): readonly Advice[] =>
    [...stated.matchAll(pattern)]
      // 不可饮用 holds 可饮用.
      .filter(({ index }) => !allowed || !/[不勿]$/.test(stated.slice(0, index)))
      .map((match) => {
        const start = sentence.start + match.index;
        return { start, end: start + match[0].length, verb: match[1] as string, allowed };
      });
  return [
    ...read(may, true),
    ...read(mayNot, false),
    ...read(free, true),
    ...read(bound, false),
    ...read(practised, false),
  ];
};
