import type { ReleaseText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';

/** A release of that organ on one matter; `at` is `18T15:00` of November 2026. */
export const told = (organ: string, at: string, body: string): ReleaseText => ({
  id: organ,
  organ,
  title: '情况发布',
  body,
  publishedAt: `2026-11-${at}:00+08:00`,
});

/** What two organs say against each other within half an hour, as `attribute: one × other`. */
export const conflicts = (one: string, other: string): readonly string[] =>
  compareFacts(told('云川市应急管理局', '18T15:00', one), told('东山区人民政府', '18T15:30', other))
    .filter(({ update }) => update !== true)
    .map(({ attribute, a, b }) => `${attribute}: ${a.value} × ${b.value}`);
