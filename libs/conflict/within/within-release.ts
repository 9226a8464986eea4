import { boundedFacts } from '../bounded-facts.js';
import type { Fact } from '../facts/index.js';
import { compareFacts, extractFacts } from '../facts/index.js';
import { explained, type FactConflict, type FactSide, type Finding } from '../finding.js';
import { listedFacts, type Said } from '../judge/said-facts.js';
import type { ReleaseText } from '../release-text.js';
import { severityOf } from '../severity.js';
import { backwardsIn } from './backwards.js';
import { onePrice } from './one-price.js';
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

const contradiction = (name: Said, { a, b }: FactConflict, quoted: (side: FactSide) => Said): Said =>
  b.source === undefined
    ? {
        zh: `${name.zh}：“${a.text}”与“${b.text}”不符`,
        en: `${name.en}: “${a.text}” does not agree with “${b.text}”`,
      }
    : {
        zh: `${name.zh}：${b.source}为${quoted(b).zh}，正文为${quoted(a).zh}`,
        en: `${name.en}: ${quoted(b).en} in ${b.sourceEn ?? b.source}, ${quoted(a).en} in the text`,
      };

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
    ...onePrice(release, facts),
    ...(options.companions ?? []).flatMap((companion) => againstCompanion(release, facts, companion)),
    ...(options.earlier ?? []).flatMap((earlier) => backwardsIn(earlier, release, facts)),
  ];
  if (conflicts.length === 0) return undefined;
  const said = listedFacts(conflicts, contradiction);
  return {
    kind: 'inconsistent',
    releases: [release.id],
    severity: severityOf({ kind: 'inconsistent', acrossOrgans: false }),
    confidence: 0.9,
    facts: conflicts,
    ...explained(
      `${release.organ}《${release.title}》自身前后不一致：${said.zh}，请核对后再发布。`,
      `${release.organ} “${release.title}” contradicts itself: ${said.en}. Check it before it is released.`,
    ),
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
