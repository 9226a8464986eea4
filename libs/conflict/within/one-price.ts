import type { Fact } from '../facts/index.js';
import type { FactConflict } from '../finding.js';
import { fullText, type ReleaseText } from '../release-text.js';
import { quoteOf } from './parts.js';

/** 测试费为每人50元, 缴纳测试费25元: what is to be paid, by its name. */
const NAMED = /(\p{Script=Han}{2,6}(?:费|票价|押金))(?:标准)?(?:统一)?(?:为|是|[:：])?(?:每人)?$/u;
const PAYING = /^.*(?:缴纳|交纳|收取|支付|缴|付|交)/u;
/** A price for some, for a part, or by another measure is another price; so is what was or is given back. */
const ANOTHER =
  /减|免|优惠|折|半|退|原|另|补|分别|学生|儿童|老|团|档|类|级|其中|第[一二三四]|每(?!人)|[本专]科|至|-|起/u;
const BEFORE = 16;

const priceOf = (fact: Fact): number | null =>
  fact.attribute === 'amount' &&
  fact.value.type === 'quantity' &&
  fact.value.quantity.approximation === 'exact' &&
  fact.former !== true &&
  !fact.frame.inTitle
    ? fact.value.quantity.value
    : null;

/** One fee, named alike twice and without a word for whom, with two prices; the worse mistake is to take two fees for one. */
export const onePrice = (release: ReleaseText, facts: readonly Fact[]): readonly FactConflict[] => {
  const raw = fullText(release);
  const prices = facts.flatMap((fact) => {
    const said = raw.slice(Math.max(fact.clauseStart, fact.start - BEFORE), fact.start);
    const name = priceOf(fact) === null ? undefined : NAMED.exec(said)?.[1]?.replace(PAYING, '');
    return name === undefined || name.length < 3 ? [] : [{ fact, name }];
  });
  return [...Map.groupBy(prices, ({ name }) => name).values()].flatMap((named) => {
    const [one, other] = named.map(({ fact }) => fact);
    if (one === undefined || other === undefined || named.length > 2 || priceOf(one) === priceOf(other))
      return [];
    if ([one, other].some(({ clauseStart, clauseEnd }) => ANOTHER.test(raw.slice(clauseStart, clauseEnd))))
      return [];
    return [
      {
        attribute: 'amount' as const,
        a: quoteOf(release, [one], `${priceOf(one)}元`),
        b: quoteOf(release, [other], `${priceOf(other)}元`),
      },
    ];
  });
};
