import { explained, type Finding } from '../finding.js';
import { isUnknownOrgan, type OrganDirectory } from '../organ-directory.js';
import type { ReleaseText } from '../release-text.js';
import { severityOf } from '../severity.js';
import { groupPairs, pairsWithin } from './groups.js';
import { round } from './inconsistent.js';
import type { Judgement } from './judgement.js';

/** A copy is not a duplicate when it says whose text it is, is issued together, replaces the other, or differs in a fact. */
export const isDuplicate = (judgement: Judgement): boolean =>
  judgement.duplicate >= 0.5 &&
  judgement.conflicts.length === 0 &&
  (judgement.relation === 'independent' || judgement.relation === 'sameOrgan');

export function duplicates(judgements: readonly Judgement[], directory: OrganDirectory): readonly Finding[] {
  const pairs = judgements.filter(isDuplicate);
  const releases = new Map<string, ReleaseText>(
    pairs.flatMap(({ a, b }) => [[a.id, a] as const, [b.id, b] as const]),
  );
  const within = pairsWithin(pairs);
  return groupPairs(pairs.map(({ a, b, duplicate }) => ({ a: a.id, b: b.id, score: duplicate }))).map(
    (group) => {
      const members = group.map((id) => releases.get(id) as ReleaseText).sort(byTime);
      const inside = within(group);
      return finding(members, Math.min(...inside.map(({ duplicate }) => duplicate)), directory);
    },
  );
}

function finding(members: readonly ReleaseText[], probability: number, directory: OrganDirectory): Finding {
  const organs = new Set(
    members.filter(({ organ }) => !isUnknownOrgan(organ)).map(({ organ }) => directory.resolve(organ)),
  );
  const [first, ...rest] = members as readonly [ReleaseText, ...ReleaseText[]];
  const again = rest.map(({ organ, title }) => `${organ}《${title}》`).join('、');
  const againEn = rest.map(({ organ, title }) => `${organ} “${title}”`).join(', ');
  const words =
    organs.size > 1
      ? explained(
          `${again}与${first.organ}先发布的《${first.title}》文字基本相同、没有新的事实，且未注明来源，属重复发布；请注明转载来源或撤回。`,
          `${againEn} says nearly the same as “${first.title}”, which ${first.organ} released first, with no new fact and no source named. Name the source or withdraw it.`,
        )
      : explained(
          `${first.organ}《${first.title}》被再次发布（${again}），没有新的事实，属重复发布；如为更正请关联原稿。`,
          `${first.organ} released “${first.title}” again as ${againEn}, with no new fact. If it is a correction, link it to the first text.`,
        );
  return {
    kind: 'duplicate',
    releases: members.map(({ id }) => id),
    severity: severityOf({ kind: 'duplicate', acrossOrgans: organs.size > 1, exact: probability >= 0.97 }),
    confidence: round(probability),
    facts: [],
    ...words,
  };
}

export const byTime = (a: ReleaseText, b: ReleaseText): number =>
  Date.parse(a.publishedAt ?? '') - Date.parse(b.publishedAt ?? '') || (a.id < b.id ? -1 : 1);
