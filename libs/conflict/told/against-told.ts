import { dateInWords } from '@koujing/text';
import type { Finding } from '../finding.js';
import { attributeName, distinct, round, valueInWords } from '../judge/inconsistent.js';
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
  const said = facts
    .slice(0, 3)
    .map(
      ({ attribute, a: then, b: now }) =>
        `${attributeName(attribute)}当时为${valueInWords(attribute, then.value)}（“${then.text}”），本稿为${valueInWords(attribute, now.value)}（“${now.text}”）`,
    );
  const lines = told.lines.length === 0 ? '' : `（所用口径：${told.lines.join('；')}）`;
  const advice = others
    ? '请与答复的机关核对后统一口径。'
    : '请核对；事实确有变化的，请在稿中说明，并告知该媒体。';
  return {
    kind: 'inconsistent',
    releases: [b.id],
    severity: severityOf({ kind: 'inconsistent', attributes, acrossOrgans: others }),
    confidence: round(sameMatter * (facts.length > 1 ? 0.97 : 0.92)),
    facts: facts.map((fact) => ({ ...fact, a: { ...fact.a, source } })),
    explanation: `《${b.title}》与${source}“${told.title}”时所说不一致${lines}：${said.join('；')}。${advice}`,
  };
};

const dayOf = ({ publishedAt }: ToldText): string => dateInWords((publishedAt ?? '').slice(0, 10));
