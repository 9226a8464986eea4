import { may, roleSchema, sees, visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { isOut } from '@koujing/release';
import { decisionOf, type Decision } from './decision.js';
import type { SignOff } from './sign-off-case.js';
import type { SignOffDesk } from './sign-off-desk.js';
import { askedReleases, mostAsked, type Seats } from './waiting.sql.js';

const dayMs = 24 * 3_600_000;

/** A release and the step of it that is put to a person. */
export interface Asked {
  readonly signOff: SignOff;
  readonly decision: Decision;
}

/** What is put to a person, and how much more there may be of it. */
export interface Queue {
  readonly asked: readonly Asked[];
  readonly total: number;
}

/**
 * Of what is with its signers exactly that which this person may sign at this moment, by the same reasons that greet the
 * deed; a step whose turn has not come waits for somebody else. Where more waits than anybody signs in a day, the most
 * urgent; the rest is only counted.
 */
export const askedOf = async (desk: SignOffDesk, queries: Queries, actor: Actor): Promise<Queue> => {
  const { clock, rules, releases } = desk.parts;
  const seats = seatsOf(actor, clock.now(), rules.signOff.signatureDays.value);
  const visibility = visibilityOf(actor);
  const asked: Asked[] = [];
  for (let from = 0; ; from += mostAsked) {
    const { ids, total } = await askedReleases(queries, seats, from);
    const standing = (await releases.standing(queries, ids)).filter(({ release }) =>
      sees(visibility, { ...release, released: isOut(release) }),
    );
    for (const signOff of await desk.readAll(queries, standing)) {
      const decision = decisionOf(signOff, actor);
      if (decision.reasons.length === 0) asked.push({ signOff, decision });
    }
    const left = Math.max(0, total - from - ids.length);
    if (left === 0 || asked.length >= mostAsked) return { asked, total: asked.length + left };
  }
};

/** Organs in which the person has a seat; who reads over the city for the office signs for no other organ by that. */
const seatsOf = (actor: Actor, now: Date, signatureDays: number | null): Seats => {
  const organIds = actor.grants.flatMap(({ organId }) => organId ?? []);
  const everywhere = '*';
  const desks = [...new Set([everywhere, ...organIds])].flatMap((organId) =>
    roleSchema.options
      .filter((role) => may(actor, role, organId).length === 0)
      .map((role) => `${role} ${organId}`),
  );
  return {
    ...{ personId: actor.personId, organIds, desks, now },
    all: actor.grants.some(({ organId }) => organId === null),
    oldBefore: signatureDays === null ? null : new Date(now.getTime() - signatureDays * dayMs),
  };
};
