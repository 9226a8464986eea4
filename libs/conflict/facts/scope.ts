import { narrowestOf } from '@koujing/text';
import type { Mention, PlaceMention } from '@koujing/text';

const organAfter =
  /^(?:省|市|县|区|州)?(?:人民)?(?:卫健委|卫生健康|卫计委|疾控|政府|气象|公安|警方|应急|消防|市委|省委|委员会|发布)/;
const outside = /^(?:省|市)?(?:\([^)]{0,8}\))?(?:以外|之外|外)/;
/** Whether a place name goes on into an organ's name. */
export const isOrganAt = (text: string, end: number): boolean => organAfter.test(text.slice(end, end + 6));

/** The whole area that a clause counts over: `!市` for 全市; null when it names none. */
export const reachIn = (clause: string): string | null => {
  const match = /全([国省市区县州镇])(?!通)/.exec(clause);
  return match ? `!${match[1] as string}` : null;
};

const reachLevel = (reach: string): string => reach.at(-1) as string;

/** 全市 beside 东山区 or 全区 counts other people; 东山区 beside 全区 may be one. */
export const reachesMeet = (one: string, other: string): boolean => {
  if (one === '' || other === '' || (!one.startsWith('!') && !other.startsWith('!'))) return true;
  const known = /[国省市区县州镇]$/;
  return !known.test(one) || !known.test(other) || reachLevel(one) === reachLevel(other);
};

/** One school, one works: what a release on it counts there it counts in all. */
const house = /(?:小学|中学|学校|幼儿园|大学|学院|医院|养老院|福利院|小区|公司|煤矿|车间|厂)$/;
export const isHouse = (scope: string): boolean => house.test(scope);
/** The house that the release's title is about. */
export const isOfTitle = (text: string, scope: string): boolean =>
  isHouse(scope) && text.slice(0, text.indexOf('\n') + 1).includes(scope);

const whole = /全国|全省|全市|全区|全县|全州|我省|我市|我区|本市|自治区|省内|市内|全境|31个省/g;

/** The area that a release speaks of: the first place of its title, else of its body, organs' names left out. */
export const mainScopeOf = (text: string, mentions: readonly Mention[]): string => {
  for (const mention of mentions) {
    if (mention.kind !== 'place' || organAfter.test(text.slice(mention.end, mention.end + 6))) continue;
    return scopeOfPlace(text, mention);
  }
  return '';
};

/** A place as a scope; 湖北以外 is not 湖北. */
export const scopeOfPlace = (text: string, place: PlaceMention): string => {
  const division = narrowestOf(place);
  const name = division?.name ?? place.name;
  return outside.test(text.slice(place.end, place.end + 8)) || text[place.start - 1] === '除'
    ? `非${name}`
    : name;
};

/** The scope that a label names, `main` for 全市 and the like, null when it names none. */
export const scopeInLabel = (
  text: string,
  start: number,
  end: number,
  mentions: readonly Mention[],
): string | null => {
  let found: string | null = null;
  for (const mention of mentions) {
    if (mention.start >= end) break;
    if (
      mention.kind === 'place' &&
      mention.start >= start &&
      !organAfter.test(text.slice(mention.end, mention.end + 6))
    )
      found = scopeOfPlace(text, mention);
  }
  if (found !== null) return found;
  return text.slice(start, end).match(whole) ? 'main' : null;
};
