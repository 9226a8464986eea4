import type { RulesView } from '../../api/contract.js';

type Item = RulesView['items'][number];
type Value = NonNullable<Item['number']>['inFile'];

/** A number that the console may set, as it stands in its rule. */
export interface SettableNumber extends NonNullable<Item['number']> {
  readonly key: string;
  readonly value: Value;
  readonly article: string;
}

/** Null for what only the files say. */
export const settableOf = ({ key, value, article, number }: Item): SettableNumber | null =>
  number === null ? null : { ...number, key, article, value: value as Value };
