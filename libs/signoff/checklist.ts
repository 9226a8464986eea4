import type { OrganLevel } from '@koujing/organ';
import type { ReleaseKind } from '@koujing/release';
import { chainOf, type Chain } from './chain.js';
import type { Mistake } from './chain-mistakes.js';

/** One question of the confidentiality review, as the city's rules file asks it (保密法实施条例 Art.42: 先审查、后公开，逐项). */
export interface ChecklistItem {
  readonly item: string;
  readonly title: string;
  readonly titleEn: string;
  /** The provision that it rests on. */
  readonly article: string;
  /** Asked before the release even where minutes count and the rest is answered afterwards. */
  readonly urgent: boolean;
}

type ItemRules = Readonly<Record<string, Omit<ChecklistItem, 'item'>>>;

/** Every item: what the ordinary review and, after an emergency release, the later one answer. */
export const fullChecklist = (rules: ItemRules): readonly ChecklistItem[] =>
  Object.entries(rules).map(([item, asked]) => ({ item, ...asked }));

/** Where the chain owes the full review afterwards, the one before it is shorter and never skipped: a leak cannot be taken back. */
export const checklistBefore = (
  items: readonly ChecklistItem[],
  chain: Pick<Chain, 'later'>,
): readonly ChecklistItem[] =>
  chain.later.some(({ step }) => step === 'laterReview') ? items.filter(({ urgent }) => urgent) : items;

/** What the review of such a release answers before it goes out. */
export const checklistFor = (
  rules: { readonly checklist: ItemRules; readonly chains: Readonly<Record<string, Chain>> },
  kind: ReleaseKind,
  level: OrganLevel,
): readonly ChecklistItem[] =>
  checklistBefore(fullChecklist(rules.checklist), chainOf(rules.chains, kind, level));

/** A review without items is none (Art.39(6)), the short one of an emergency included. */
export const checklistMistakes = (rules: ItemRules): readonly Mistake[] =>
  fullChecklist(rules).some(({ urgent }) => urgent)
    ? []
    : [{ path: [], allowed: '至少一项 urgent: true 的审查项 (at least one urgent item)' }];
