import { explained, type FactConflict, type Finding, type FindingKind, type Severity } from '../finding.js';
import { byTime, isDuplicate } from '../judge/duplicate-finding.js';
import { distinct, round } from '../judge/inconsistent.js';
import { disagreements } from '../judge/said-facts.js';
import { acrossOrgans, type Judgement } from '../judge/judgement.js';
import { isMultiHeaded } from '../judge/multi-headed.js';
import type { OrganDirectory } from '../organ-directory.js';
import { severityOf, type SeverityCase } from '../severity.js';
import { outsideOf, type HeardText } from './heard-text.js';

/**
 * Two organs that speak on one matter, both past this system (Art.15). One organ's sites follow one another and are never held
 * against each other; two sites that list one page say one thing.
 */
export const betweenHeard = (
  judgement: Judgement,
  [one, other]: readonly [HeardText | undefined, HeardText | undefined],
  directory: OrganDirectory,
): Finding | undefined => {
  if (one === undefined || other === undefined || one.url === other.url || judgement.twoEvents)
    return undefined;
  const { a, b, sameMatter, duplicate } = judgement;
  if (!acrossOrgans(a, b, directory)) return undefined;
  const [first, second] = byTime(one, other) <= 0 ? [one, other] : [other, one];
  const isDated = first.isDated && second.isDated;
  const [before, after] = [first, second].map(inWords);
  const [beforeEn, afterEn] = [first, second].map(inEnglish);
  const finding = (kind: FindingKind, severity: SeverityCase, told: Told): Finding => ({
    // A page that gives no day may be years old: the coordinators are not called out for it.
    ...{ kind, releases: [], severity: calmed(severityOf(severity), isDated) },
    ...{ confidence: round(told.confidence), ...told.words, facts: told.facts ?? [] },
    ...{ outside: outsideOf(first), outsideOther: outsideOf(second) },
  });
  const facts = distinct(judgement.conflicts).map((fact) => inOrder(fact, [first, second]));
  if (facts.length > 0) {
    const said = disagreements(facts);
    return finding(
      'inconsistent',
      { kind: 'inconsistent', attributes: facts.map(({ attribute }) => attribute), acrossOrgans: true },
      {
        facts,
        confidence: sameMatter * (facts.length > 1 ? 0.97 : 0.92),
        words: explained(
          `${before}与${after}说的是同一事项，但${said.zh}。两处都在系统外，请转办双方核对后统一口径。`,
          `${beforeEn} and ${afterEn} speak of one matter, but ${said.en}. Both stand outside this system: forward it to both to settle one line.`,
        ),
      },
    );
  }
  if (isDuplicate(judgement))
    return finding(
      'duplicate',
      { kind: 'duplicate', acrossOrgans: true, exact: duplicate >= 0.97 },
      {
        confidence: duplicate,
        words: explained(
          `${after}与先发布的${before}文字基本相同，未注明来源，属系统外重复发布；请转办注明转载来源或撤下。`,
          `${afterEn} says nearly the same as the earlier ${beforeEn} and names no source. Forward it: name the source or take it down.`,
        ),
      },
    );
  if (!isMultiHeaded(judgement, directory)) return undefined;
  return finding(
    'multiHeaded',
    { kind: 'multiHeaded' },
    {
      confidence: sameMatter,
      words: explained(
        `${before}与${after}分别发布同一事项，没有联合发布、牵头单位或转发关系，属系统外多头发布；请转办确定主发布单位。`,
        `${beforeEn} and ${afterEn} each release one matter, without a joint release, a lead organ or a relay. Forward it to settle who leads.`,
      ),
    },
  );
};

interface Told {
  readonly confidence: number;
  readonly words: ReturnType<typeof explained>;
  readonly facts?: readonly FactConflict[];
}

const calmed = (severity: Severity, isDated: boolean): Severity =>
  severity === 'block' && !isDated ? 'warn' : severity;

const inWords = ({ organ, site, url, title }: HeardText): string =>
  `${organ}在${site}（${url}）发布的《${title}》`;

const inEnglish = ({ organ, site, url, title }: HeardText): string =>
  `“${title}” of ${organ} on ${site} (${url})`;

/** A is the earlier text whichever of the two was asked about, and each side says where it stands. */
const inOrder = (fact: FactConflict, [first, second]: readonly [HeardText, HeardText]): FactConflict => {
  const [a, b] = fact.a.release === first.id ? [fact.a, fact.b] : [fact.b, fact.a];
  const source = ({ site, url }: HeardText): string => `${site}，${url}`;
  return { ...fact, a: { ...a, source: source(first) }, b: { ...b, source: source(second) } };
};
