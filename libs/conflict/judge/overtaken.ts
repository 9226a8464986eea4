import { readableValue, type Fact } from '../facts/index.js';
import type { OrganDirectory } from '../organ-directory.js';
import type { ReleaseText } from '../release-text.js';
import { byTime } from './duplicate-finding.js';
import type { Judgement } from './judgement.js';

export interface Overtaking {
  readonly directory: OrganDirectory;
  readonly factsOf: (release: ReleaseText) => readonly Fact[];
}

/**
 * What an organ has since said anew no longer stands against anybody: the yellow warning after the orange one, the first toll after the
 * second. The later text, which may contradict as well, is what the release is held against.
 */
export const withoutOvertaken = (
  judgements: readonly Judgement[],
  { directory, factsOf }: Overtaking,
): readonly Judgement[] =>
  judgements.map((judgement) => {
    const since = judgements.filter(
      (later) =>
        later !== judgement &&
        directory.same(later.a.organ, judgement.a.organ) &&
        byTime(judgement.a, later.a) < 0 &&
        byTime(later.a, later.b) <= 0,
    );
    if (since.length === 0 || judgement.conflicts.length === 0) return judgement;
    const saidAnew = ({ attribute, b }: Judgement['conflicts'][number]): boolean =>
      since.some(
        (later) =>
          later.conflicts.some(
            (conflict) => conflict.attribute === attribute && conflict.b.start === b.start,
          ) ||
          factsOf(later.a).some((fact) => fact.attribute === attribute && readableValue(fact) === b.value),
      );
    return { ...judgement, conflicts: judgement.conflicts.filter((conflict) => !saidAnew(conflict)) };
  });
