import { dateInWords } from '@koujing/text';
import { explained, type Finding } from '../finding.js';
import { distinct, round } from '../judge/inconsistent.js';
import { listedFacts } from '../judge/said-facts.js';
import { acrossOrgans, type Judgement } from '../judge/judgement.js';
import type { OrganDirectory } from '../organ-directory.js';
import { severityOf } from '../severity.js';
import type { ToldText } from './told-text.js';

/**
 * A release that contradicts what a reporter was told. The organ's own later release does not silently replace its answer, as
 * it would an earlier release: the reporter has the old words and prints them. It warns then; another organ's answer blocks.
 */
export const againstTold = (
  { b, conflicts, sameMatter, twoEvents, ...judgement }: Judgement,
  told: ToldText | undefined,
  directory: OrganDirectory,
): Finding | undefined => {
  const facts = distinct(conflicts);
  if (told === undefined || twoEvents || facts.length === 0) return undefined;
  const others = acrossOrgans(judgement.a, b, directory);
  const attributes = facts.map(({ attribute }) => attribute);
  const source = `${told.organ}${dayOf(told)}答复${told.outlet}`;
  const sourceEn = `the answer of ${told.organ} to ${told.outlet} on ${(told.publishedAt ?? '').slice(0, 10)}`;
  const said = listedFacts(facts, (name, { a: then, b: now }, quoted) => ({
    zh: `${name.zh}当时为${quoted(then).zh}，本稿为${quoted(now).zh}`,
    en: `the ${name.en} was ${quoted(then).en} then and is ${quoted(now).en} here`,
  }));
  const [lines, linesEn] =
    told.lines.length === 0
      ? ['', '']
      : [`（所用口径：${told.lines.join('；')}）`, ` (line used: ${told.lines.join('; ')})`];
  const [advice, adviceEn] = others
    ? ['请与答复的机关核对后统一口径。', 'Check it with the organ that answered and settle one line.']
    : [
        '请核对；事实确有变化的，请在稿中说明，并告知该媒体。',
        'Check it; if the facts have changed, say so in the text and tell that outlet.',
      ];
  return {
    kind: 'inconsistent',
    releases: [b.id],
    severity: severityOf({ kind: 'inconsistent', attributes, acrossOrgans: others }),
    confidence: round(sameMatter * (facts.length > 1 ? 0.97 : 0.92)),
    facts: facts.map((fact) => ({ ...fact, a: { ...fact.a, source, sourceEn } })),
    ...explained(
      `《${b.title}》与${source}“${told.title}”时所说不一致${lines}：${said.zh}。${advice}`,
      `“${b.title}” differs from ${sourceEn} on “${told.title}”${linesEn}: ${said.en}. ${adviceEn}`,
    ),
  };
};

const dayOf = ({ publishedAt }: ToldText): string => dateInWords((publishedAt ?? '').slice(0, 10));
