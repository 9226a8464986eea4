import type { Queries } from '@koujing/database';
import { minuteInWords } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { Release, ReleaseStore } from '@koujing/release';
import type { ReportedFact, ReportedFinding, ReportedRelease } from '@koujing/template';
import type { FactConflict, FactSide } from './finding.js';
import type { OutsideText } from './heard/heard-text.js';
import { attributeName, valueInWords } from './judge/said-facts.js';
import { proposeRuling } from './propose-ruling.js';
import { kindNames } from './ruling-refusal.js';
import type { StoredFinding } from './stored-finding.js';

/** A finding as its reports tell it: both sentences, where they stand, when they were said, and what might be ruled. */
export class DescribeFinding {
  constructor(
    private readonly parts: {
      readonly releases: ReleaseStore;
      readonly organs: OrganStore;
      /** Base of the links, e.g. `http://127.0.0.1:3000`. */
      readonly consoleUrl: string;
    },
  ) {}

  async perform(queries: Queries, finding: StoredFinding): Promise<ReportedFinding> {
    const releases: Release[] = [];
    for (const id of finding.releases) {
      const release = await this.parts.releases.find(queries, id);
      if (release !== null) releases.push(release);
    }
    const sides: ReportedRelease[] = [];
    for (const outside of [finding.outside, finding.outsideOther])
      if (outside !== undefined) sides.push(outsideSide(outside));
    for (const release of releases.slice(0, 2)) sides.push(await this.#side(queries, release));
    const [a, b] = sides;
    return {
      kind: kindNames[finding.kind],
      blocks: finding.severity === 'block',
      isOut:
        (releases.length > 0 || finding.outsideOther !== undefined) &&
        releases.every(({ releasedAt }) => releasedAt !== null),
      explanation: finding.explanation,
      ...(a === undefined ? {} : { a }),
      ...(b === undefined ? {} : { b }),
      facts: finding.facts.map(reportedFact),
      proposal: proposeRuling(finding, releases).words,
      raisedAt: minuteInWords(finding.raisedAt),
      consoleUrl: `${this.parts.consoleUrl}/conflicts/${finding.id}`,
    };
  }

  async #side(queries: Queries, release: Release): Promise<ReportedRelease> {
    const organ = await this.parts.organs.find(queries, release.organId);
    const releasedAt = release.releasedAt === null ? '待发布' : minuteInWords(release.releasedAt);
    return { organ: organ?.name ?? release.organId, title: release.title, releasedAt };
  }
}

const outsideSide = ({ organ, title, site, url, publishedAt }: OutsideText): ReportedRelease => ({
  ...{ organ: `${organ}（${site}）`, title, url },
  releasedAt: minuteInWords(new Date(publishedAt)),
});

const reportedFact = ({ attribute, a, b }: FactConflict): ReportedFact => {
  const side = ({ text, value, source, quoted }: FactSide) => ({
    ...{ sentence: text, value: valueInWords(attribute, value) },
    ...(source === undefined && quoted === undefined
      ? {}
      : { source: [source, quoted === undefined ? undefined : `引${quoted}`].filter(Boolean).join('，') }),
  });
  return { name: attributeName(attribute), a: side(a), b: side(b) };
};
