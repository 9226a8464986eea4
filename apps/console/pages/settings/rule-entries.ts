import type { RulesView } from '../../api/contract.js';
import { settableOf, type SettableNumber } from './settable-number.js';

type Leaf = RulesView['items'][number];

/** One rule as a row: its title, its values, and where they come from. */
export interface RuleEntry {
  readonly key: string;
  readonly title: string;
  /** The same in English; '' where the file has none. */
  readonly titleEn: string;
  readonly article: string;
  /** `console` or `city` as soon as one of its values is the city's own. */
  readonly origin: Leaf['origin'];
  readonly values: readonly {
    readonly key: string;
    readonly value: unknown;
    readonly origin: Leaf['origin'];
    /** What the console may set. */
    readonly number: SettableNumber | null;
    /** What stands beside the number in its item of a list: who is told at this percentage. */
    readonly beside: unknown;
  }[];
}

/** Told in columns of their own. */
const told: ReadonlySet<string> = new Set(['title', 'titleEn', 'article']);

/** What has a title of its own is a rule: a conference's kind, a chain, an item of the review; else the first two names. */
const ruleOf = (key: string, titled: ReadonlySet<string>): string => {
  const names = key.split('.');
  const prefixes = names.slice(2).map((_, index) => names.slice(0, index + 2).join('.'));
  return prefixes.find((prefix) => titled.has(prefix)) ?? names.slice(0, 2).join('.');
};

/** Leaves of one rule make one row; `wanted` is looked for in everything that is shown. `names` are for rules without a title of their own. */
export const ruleEntries = (
  leaves: readonly Leaf[],
  wanted: string,
  names: Readonly<Record<string, string>> = {},
): readonly RuleEntry[] => {
  const titles = leaves.filter(({ key }) => key.endsWith('.title'));
  const titled = new Set(titles.map(({ key }) => key.slice(0, -'.title'.length)));
  const byRule = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const key = ruleOf(leaf.key, titled);
    byRule.set(key, [...(byRule.get(key) ?? []), leaf]);
  }
  return [...byRule]
    .map(([key, members]) => entryOf(key, members, names[key] ?? key))
    .filter((entry) => JSON.stringify(entry).includes(wanted.trim()));
};

const entryOf = (key: string, leaves: readonly Leaf[], name: string): RuleEntry => {
  const named = (name: string): Leaf | undefined => leaves.find((leaf) => leaf.key === `${key}.${name}`);
  const values = leaves
    .map((leaf) => {
      const { value, origin } = leaf;
      const number = settableOf(leaf);
      return { key: leaf.key.slice(key.length + 1), value, origin, number, beside: besideOf(leaf, leaves) };
    })
    // A limit is said with its unit, and a list with numbers item by item.
    .filter(
      ({ key: name }, _, all) =>
        !told.has(name) &&
        !(name === 'unit' && all.some((leaf) => leaf.key === 'limit' && isSettable(leaf))) &&
        !all.some((leaf) => leaf.key.startsWith(`${name}.`) && isSettable(leaf)),
    );
  return {
    key,
    title: wordOf(named('title')?.value ?? name),
    titleEn: wordOf(named('titleEn')?.value ?? ''),
    article: [...new Set(leaves.map(({ article }) => article))]
      .filter((article) => article !== '')
      .join(' · '),
    origin:
      (['console', 'city', 'measures'] as const).find((origin) =>
        leaves.some((leaf) => leaf.origin === origin),
      ) ?? 'default',
    values,
  };
};

/** `reminders.0.at`: what else the item of the list says, as `tell`. */
const besideOf = ({ key }: Leaf, leaves: readonly Leaf[]): unknown => {
  const [, list, place] = /^(.+)\.(\d+)\.\w+$/u.exec(key) ?? [];
  const items = leaves.find((leaf) => leaf.key === list)?.value;
  const item: unknown = Array.isArray(items) ? items[Number(place)] : undefined;
  return item !== null && typeof item === 'object' && 'tell' in item ? item.tell : null;
};

const isSettable = ({ number }: RuleEntry['values'][number]): boolean => number !== null;

const wordOf = (value: unknown): string => {
  if (value === null) return '—';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
};
