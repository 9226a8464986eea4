import type { NamedRule, RuleBook } from '@koujing/register';
import type { CityRules } from './city-rules.js';

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** Whatever carries an article is a rule; its name is its place in the file: `deadlines.rosterChange`. */
const rulesIn = (path: string, value: unknown): readonly NamedRule[] => {
  if (!isTree(value)) return [];
  const { article, title } = value;
  const own =
    typeof article === 'string'
      ? [{ rule: path, title: typeof title === 'string' ? title : path, article }]
      : [];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => rulesIn(`${path}.${key}`, inner))];
};

/** The rules of the city by their names in its rules file. */
export const ruleBookOf = ({ calendar: _, numbers: __, ...sections }: CityRules): RuleBook => {
  const rules = Object.entries(sections).flatMap(([name, section]) => rulesIn(name, section));
  return { rules: () => rules };
};
