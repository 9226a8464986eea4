import { explained, type Finding, type FindingKind, type Severity } from '../finding.js';
import { isDuplicate } from '../judge/duplicate-finding.js';
import { distinct, round } from '../judge/inconsistent.js';
import { listedFacts } from '../judge/said-facts.js';
import { acrossOrgans, type Judgement } from '../judge/judgement.js';
import { isMultiHeaded } from '../judge/multi-headed.js';
import type { OrganDirectory } from '../organ-directory.js';
import { severityOf, type SeverityCase } from '../severity.js';
import { outsideOf, type HeardText } from './heard-text.js';

/**
 * A release against what a site outside says on the same matter. An organ's own site may carry the organ's release again: that
 * is what a site is for. It is told only where it says something else, as a warning, because both are the organ's to mend.
 */
export const againstHeard = (
  judgement: Judgement,
  heard: HeardText | undefined,
  directory: OrganDirectory,
): Finding | undefined => {
  if (heard === undefined || judgement.twoEvents) return undefined;
  const { b, sameMatter, duplicate } = judgement;
  const facts = distinct(judgement.conflicts);
  const others = acrossOrgans(judgement.a, b, directory);
  const source = `${heard.site}，${heard.url}`;
  const whereEn = `“${heard.title}” of ${heard.organ} on ${heard.site} (${heard.url})`;
  const where = `${heard.organ}在${heard.site}（${heard.url}）发布的《${heard.title}》`;
  // A page that gives no day may be years old: it holds nobody's release up.
  const heldBack = (by: Severity): Severity => (by === 'block' && !heard.isDated ? 'warn' : by);
  const finding = (kind: FindingKind, severity: SeverityCase, told: Told): Finding => ({
    ...{ kind, releases: [b.id], severity: heldBack(severityOf(severity)), outside: outsideOf(heard) },
    ...{ confidence: round(told.confidence), ...told.words },
    facts: kind !== 'inconsistent' ? [] : facts.map((fact) => ({ ...fact, a: { ...fact.a, source } })),
  });
  if (facts.length > 0) {
    const attributes = facts.map(({ attribute }) => attribute);
    const said = listedFacts(facts, (name, { a: there, b: here }, quoted) => ({
      zh: `${name.zh}：该处为${quoted(there).zh}，本稿为${quoted(here).zh}`,
      en: `the ${name.en} is ${quoted(there).en} there and ${quoted(here).en} here`,
    }));
    return finding(
      'inconsistent',
      { kind: 'inconsistent', attributes, acrossOrgans: others },
      {
        confidence: sameMatter * (facts.length > 1 ? 0.97 : 0.92),
        words: explained(
          `《${b.title}》与${where}不一致：${said.zh}。请核对后统一口径。`,
          `“${b.title}” differs from ${whereEn}: ${said.en}. Check it and settle one line.`,
        ),
      },
    );
  }
  if (!others) return undefined;
  if (isDuplicate(judgement))
    return finding(
      'duplicate',
      { kind: 'duplicate', acrossOrgans: true, exact: duplicate >= 0.97 },
      {
        confidence: duplicate,
        words: explained(
          `《${b.title}》与${where}文字基本相同，双方均未注明来源，属系统外重复发布；请注明转载来源或撤下一方。`,
          `“${b.title}” says nearly the same as ${whereEn}, and neither names a source. Name it, or take one down.`,
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
        `${b.organ}《${b.title}》与${where}分别发布同一事项，没有联合发布、牵头单位或转发关系，属系统外多头发布；请确定主发布单位。`,
        `${b.organ} “${b.title}” and ${whereEn} each release one matter, without a joint release, a lead organ or a relay. Settle who leads.`,
      ),
    },
  );
};

interface Told {
  readonly confidence: number;
  readonly words: ReturnType<typeof explained>;
}
