import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { OrganId, Reason } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import { heldRelease, releaseRefusal, type Release } from '@koujing/release';
import { signoffRefusal } from './refusal.js';
import type { SignOffDesk } from './sign-off-desk.js';

export interface Referral {
  readonly releaseId: string;
  /** Null takes it back. */
  readonly organId: OrganId | null;
  readonly note: string;
}

const rank = ['county', 'city', 'province', 'central'];

/** Above an organ: its parents, organs of a higher level, and the competent office. */
export const superiorsOf = (organs: readonly Organ[], organId: OrganId): readonly Organ[] => {
  const byId = new Map(organs.map((organ) => [organ.id, organ]));
  const own = byId.get(organId);
  if (own === undefined) return [];
  const parents = new Set<string>();
  for (let up = own.parentId; up !== null && !parents.has(up); up = byId.get(up)?.parentId ?? null)
    parents.add(up);
  return organs.filter(
    (organ) =>
      organ.id !== organId &&
      organ.kind !== 'imported' &&
      (parents.has(organ.id) || organ.isOffice || rank.indexOf(organ.level) > rank.indexOf(own.level)),
  );
};

/** A matter of the whole city goes up to be approved there as well; the leader judges whether it is one (Art.14(d)). */
export class SendUp {
  constructor(private readonly desk: SignOffDesk) {}

  /** Of this person and state; which superior is asked for at the act. */
  reasons(release: Release, actor: Actor): readonly Reason[] {
    const open = ['draft', 'returned', 'submitted'].includes(release.state);
    return open ? may(actor, 'approver', release.organId) : [releaseRefusal.wrongState(release.state)];
  }

  perform({ releaseId, organId, note }: Referral, actor: Actor): Promise<void> {
    const { database, releases, audit, clock } = this.desk.parts;
    return database.transaction(async (queries) => {
      const { release, version } = await heldRelease(releases, queries, actor, releaseId);
      refuseIfAny(this.reasons(release, actor));
      refuseIfAny(await this.#targetReasons(queries, release, organId));
      const before = await this.desk.read(queries, release, version);
      const at = clock.now();
      const change = { state: release.state, superiorOrganId: organId, at };
      const written = await releases.write(queries, releaseId, change);
      await audit.record(queries, {
        actor: actor.personId,
        action: organId === null ? 'release.takeBackFromSuperior' : 'release.sendUp',
        subjectKind: 'release',
        subjectId: releaseId,
        digest: version.digest,
        detail: { organId, note },
      });
      await this.desk.settle(queries, before, { release: written, actor });
    });
  }

  async #targetReasons(
    queries: Queries,
    release: Release,
    organId: OrganId | null,
  ): Promise<readonly Reason[]> {
    if (organId === null) return release.superiorOrganId === null ? [signoffRefusal.notSentUp] : [];
    if (organId === release.superiorOrganId) return [signoffRefusal.sentUpAlready];
    const superiors = superiorsOf(await this.desk.parts.organs.all(queries), release.organId);
    const known = superiors.some(({ id }) => id === organId);
    return known ? [] : [signoffRefusal.superiorUnknown(superiors.map(({ name }) => name))];
  }
}
