import type { Language } from '../language/language.js';

/** The choices of a field whose values have names. */
export const optionsOf = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  (Object.entries(names) as [Key, string][]).map(([value, label]) => ({ value, label }));

interface Rule {
  readonly key: string;
  readonly title: string;
  readonly titleEn: string;
  readonly article: string;
}

/** The choices that a rules file gives, each with its article. */
export const ruleOptions = (rules: readonly Rule[], language: Language) =>
  rules.map(({ key, title, titleEn, article }) => ({
    value: key,
    label: language === 'zh' ? `${title}（${article}）` : titleEn,
  }));
