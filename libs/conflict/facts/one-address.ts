import { valuesAgree } from './agreement.js';
import type { Alignment } from './align.js';
import type { Fact } from './fact.js';

interface Text {
  readonly facts: readonly Fact[];
  readonly text: string;
}

/** 申报网址, 登录…就能填: where one goes to apply, to book or to ask, which a release names once. */
const APPLIES = /申[报请领]|报名|填报?|预约|登录|登记|办理|购票|网址|官网/u;
const urlsIn = ({ facts, text }: Text): readonly Fact[] =>
  facts.filter(
    ({ attribute, clauseStart, clauseEnd }) =>
      attribute === 'url' && APPLIES.test(text.slice(clauseStart, clauseEnd)),
  );

/** The one address of either release on one matter, where the two are not one: www.sh-jgbt.cn and www.sh-jiegan.cn. */
export const otherAddress = (one: Text, other: Text): readonly Alignment[] => {
  const [[a, ...more], [b, ...others]] = [urlsIn(one), urlsIn(other)];
  if (a === undefined || b === undefined || more.length + others.length > 0) return [];
  return valuesAgree(a.value, b.value, false) ? [] : [{ a, b, score: 1, agree: false }];
};
