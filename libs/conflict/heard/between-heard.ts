import type { FactConflict, Finding, FindingKind, Severity } from '../finding.js';
import { byTime, isDuplicate } from '../judge/duplicate-finding.js';
import { attributeName, distinct, round, valueInWords } from '../judge/inconsistent.js';
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
  const finding = (kind: FindingKind, severity: SeverityCase, told: Told): Finding => ({
    // A page that gives no day may be years old: the coordinators are not called out for it.
    ...{ kind, releases: [], severity: calmed(severityOf(severity), isDated) },
    ...{ confidence: round(told.confidence), explanation: told.explanation, facts: told.facts ?? [] },
    ...{ outside: outsideOf(first), outsideOther: outsideOf(second) },
  });
  const facts = distinct(judgement.conflicts).map((fact) => inOrder(fact, [first, second]));
  if (facts.length > 0) {
    const said = facts.slice(0, 3).map(differs).join('；');
    return finding(
      'inconsistent',
      { kind: 'inconsistent', attributes: facts.map(({ attribute }) => attribute), acrossOrgans: true },
      {
        facts,
        confidence: sameMatter * (facts.length > 1 ? 0.97 : 0.92),
        explanation: `${before}与${after}说的是同一事项，但${said}。两处都在系统外，请转办双方核对后统一口径。`,
      },
    );
  }
  if (isDuplicate(judgement))
    return finding(
      'duplicate',
      { kind: 'duplicate', acrossOrgans: true, exact: duplicate >= 0.97 },
      {
        confidence: duplicate,
        explanation: `${after}与先发布的${before}文字基本相同，未注明来源，属系统外重复发布；请转办注明转载来源或撤下。`,
      },
    );
  if (!isMultiHeaded(judgement, directory)) return undefined;
  return finding(
    'multiHeaded',
    { kind: 'multiHeaded' },
    {
      confidence: sameMatter,
      explanation: `${before}与${after}分别发布同一事项，没有联合发布、牵头单位或转发关系，属系统外多头发布；请转办确定主发布单位。`,
    },
  );
};

interface Told {
  readonly confidence: number;
  readonly explanation: string;
  readonly facts?: readonly FactConflict[];
}

const calmed = (severity: Severity, isDated: boolean): Severity =>
  severity === 'block' && !isDated ? 'warn' : severity;

const inWords = ({ organ, site, url, title }: HeardText): string =>
  `${organ}在${site}（${url}）发布的《${title}》`;

/** A is the earlier text whichever of the two was asked about, and each side says where it stands. */
const inOrder = (fact: FactConflict, [first, second]: readonly [HeardText, HeardText]): FactConflict => {
  const [a, b] = fact.a.release === first.id ? [fact.a, fact.b] : [fact.b, fact.a];
  const source = ({ site, url }: HeardText): string => `${site}，${url}`;
  return { ...fact, a: { ...a, source: source(first) }, b: { ...b, source: source(second) } };
};

const differs = ({ attribute, a, b }: FactConflict): string =>
  `${attributeName(attribute)}不一致：前者为${valueInWords(attribute, a.value)}（“${a.text}”），后者为${valueInWords(attribute, b.value)}（“${b.text}”）`;
