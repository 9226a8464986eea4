import { sees, visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { isOut } from '@koujing/release';
import { decisionOf, type Decision } from './decision.js';
import type { SignOff } from './sign-off-case.js';
import type { SignOffDesk } from './sign-off-desk.js';
import { askedReleases } from './waiting.sql.js';

/** A release and the step of it that is put to a person. */
export interface Asked {
  readonly signOff: SignOff;
  readonly decision: Decision;
}

/**
 * Of what is with its signers exactly that which this person may sign at this moment, by the same reasons that greet the
 * deed; a step whose turn has not come waits for somebody else.
 */
export const askedOf = async (
  desk: SignOffDesk,
  queries: Queries,
  actor: Actor,
): Promise<readonly Asked[]> => {
  const ids = await askedReleases(queries, servedBy(actor));
  const visibility = visibilityOf(actor);
  const standing = (await desk.parts.releases.standing(queries, ids)).filter(({ release }) =>
    sees(visibility, { ...release, released: isOut(release) }),
  );
  return (await desk.readAll(queries, standing))
    .map((signOff) => ({ signOff, decision: decisionOf(signOff, actor) }))
    .filter(({ decision }) => decision.reasons.length === 0);
};

/** Organs in which the person has a seat; who reads over the city for the office signs for no other organ by that. */
const servedBy = ({ grants }: Actor) => ({
  all: grants.some(({ organId }) => organId === null),
  organIds: grants.flatMap(({ organId }) => organId ?? []),
});
