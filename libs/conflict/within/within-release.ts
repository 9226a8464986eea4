import { boundedFacts } from '../bounded-facts.js';
import type { Fact } from '../facts/index.js';
import { compareFacts, extractFacts } from '../facts/index.js';
import type { FactConflict, Finding } from '../finding.js';
import { attributeName, valueInWords } from '../judge/inconsistent.js';
import type { ReleaseText } from '../release-text.js';
import { severityOf } from '../severity.js';
import { backwardsIn } from './backwards.js';
import { sumsIn } from './sums.js';
import { titleAgainstBody } from './title-body.js';
import { weekdaysIn } from './weekdays.js';

/** A text that goes out with the release: what one channel will show, or what an attachment says. */
export interface CompanionText {
  /** 微博, 附件1.docx */
  readonly name: string;
  readonly title?: string;
  readonly text: string;
}

export interface WithinOptions {
  readonly companions?: readonly CompanionText[];
  /** What the release replaces, oldest first. */
  readonly earlier?: readonly ReleaseText[];
  readonly facts?: readonly Fact[];
}

const contradiction = ({ attribute, a, b }: FactConflict): string =>
  b.source === undefined
    ? `${attributeName(attribute)}：“${a.text}”与“${b.text}”不符`
    : `${attributeName(attribute)}：${b.source}为${valueInWords(attribute, b.value)}（“${b.text}”），正文为${valueInWords(attribute, a.value)}（“${a.text}”）`;

/**
 * What one release says against itself: title against body, companions against body, sums against their parts, weekdays
 * against dates, and figures that go backwards from an earlier version without a word why. One finding names one release.
 */
export const withinRelease = (release: ReleaseText, options: WithinOptions = {}): Finding | undefined => {
  const facts = options.facts ?? extractFacts(release);
  const conflicts = [
    ...titleAgainstBody(release, facts),
    ...weekdaysIn(release),
    ...sumsIn(release, facts),
    ...(options.companions ?? []).flatMap((companion) => againstCompanion(release, facts, companion)),
    ...(options.earlier ?? []).flatMap((earlier) => backwardsIn(earlier, release, facts)),
  ];
  if (conflicts.length === 0) return undefined;
  return {
    kind: 'inconsistent',
    releases: [release.id],
    severity: severityOf({ kind: 'inconsistent', acrossOrgans: false }),
    confidence: 0.9,
    facts: conflicts,
    explanation: `${release.organ}《${release.title}》自身前后不一致：${conflicts.slice(0, 3).map(contradiction).join('；')}，请核对后再发布。`,
  };
};

/**
 * Renditions and attachments carry the release's own facts: any difference is a slip. Only the head of one is read, as of a release: the
 * gate's lock is held meanwhile.
 */
const againstCompanion = (
  release: ReleaseText,
  facts: readonly Fact[],
  companion: CompanionText,
): readonly FactConflict[] => {
  const other: ReleaseText = {
    ...release,
    title: companion.title ?? '',
    body: companion.text,
  };
  return compareFacts(release, other, facts, boundedFacts(other))
    .filter(({ update }) => update !== true)
    .map((conflict) => ({ ...conflict, b: { ...conflict.b, source: companion.name } }));
};
