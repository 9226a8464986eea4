import type { Alignment } from './align.js';
import { containment } from './bigrams.js';
import type { Fact } from './fact.js';
import { qualifiersMeet } from './qualifier.js';

/** What somebody pays to come in, to be served or to apply; of a loss or a budget nothing is free. */
const asksFor =
  /票|收费|费用|每人|\/人|每[次针剂张场只辆户]|登记费|办证费|停车费|\/[次针剂张场]|报名费|工本费|押金|成本费|参观费|服务费/;
const sayFree = /^(?:可以?)?(?:免费|免收|免除|不收费|不收取|不另收)/;

const isFree = (fact: Fact): boolean =>
  fact.value.type === 'polarity' && fact.value.groups.includes('cost') && sayFree.test(fact.value.words);
const isPrice = (fact: Fact, text: string): boolean =>
  fact.attribute === 'amount' &&
  fact.value.type === 'quantity' &&
  fact.value.quantity.value > 0 &&
  fact.former !== true &&
  asksFor.test(text.slice(fact.clauseStart, Math.min(text.length, fact.clauseEnd + 2)));

/** 门票 beside the price is what the other says is free: 参观. */
const likeness = (free: Fact, price: Fact): number =>
  Math.max(
    containment(free.frame.wide, price.frame.wide, 0),
    containment(price.frame.near, free.frame.wide, 0),
  );

/** Both sentences are about one thing to this share; a fee that is free for some and a fee for others is no quarrel. */
const sameThing = 0.3;

interface Told {
  readonly facts: readonly Fact[];
  readonly text: string;
}

const between = (
  free: Told,
  paid: Told,
  least: number,
): { readonly free: Fact; readonly price: Fact } | null => {
  const given = free.facts.filter(isFree);
  const prices = paid.facts.filter((fact) => isPrice(fact, paid.text));
  // Who states both says himself for whom it is free.
  if (free.facts.some((fact) => isPrice(fact, free.text)) || paid.facts.some(isFree)) return null;
  for (const one of given)
    for (const price of prices)
      if (qualifiersMeet(one.frame.qualifiers, price.frame.qualifiers) && likeness(one, price) >= least)
        return { free: one, price };
  return null;
};

/** 免费参观 beside 门票10元. */
export const freeOrPaid = (a: Told, b: Told, least = sameThing): readonly Alignment[] => {
  const ahead = between(a, b, least);
  if (ahead) return [{ a: ahead.free, b: ahead.price, score: sameThing, agree: false }];
  const back = between(b, a, least);
  return back ? [{ a: back.price, b: back.free, score: sameThing, agree: false }] : [];
};
