import { refuseIfAny, visibilityOf, type Actor } from '@koujing/access';
import { civilTime, newId, Problem } from '@koujing/kernel';
import { mayEditMedia, mayReadMedia, mediaRefusal, type Outlet } from '@koujing/media';
import type { NewsroomParts } from '../newsroom-parts.js';
import { newsroomRefusal } from '../refusal.js';
import type { IssuedLink, IssueLinkInput, LinkView, RevokeLinkInput } from './outlet-link.api.js';
import { linkState, tokenOf, type OutletLink } from './outlet-link.js';

const DAY_MS = 86_400_000;
const mostOpenings = 50;

/** Issues and ends the links of the outlets: the office's coordinators and administrators, as the register itself (Art.20). */
export class KeepLinks {
  constructor(
    private readonly parts: Pick<
      NewsroomParts,
      'database' | 'outlets' | 'links' | 'audit' | 'clock' | 'key' | 'newsroomUrl'
    >,
  ) {}

  reasons = mayEditMedia;

  async show(outletId: string, actor: Actor): Promise<LinkView> {
    refuseIfAny(mayReadMedia(actor));
    const { database, outlets, links, clock } = this.parts;
    const { queries } = database;
    const { id, name } = known(await outlets.find(queries, outletId));
    const link = await links.last(queries, outletId);
    const openings = await links.openings(queries, outletId, {
      ...{ visibility: visibilityOf(actor), limit: mostOpenings },
    });
    const reasons = [...mayEditMedia(actor)];
    const stands = link !== null && link.revokedAt === null;
    return {
      outlet: { id, name },
      link:
        link === null
          ? null
          : {
              ...{ state: linkState(link, clock.now()), issuedBy: link.issuerName },
              ...{ issuedAt: civilTime(link.issuedAt), expiresAt: civilTime(link.expiresAt) },
              openedAt: link.openedAt === null ? null : civilTime(link.openedAt),
            },
      openings: openings.map((one) => ({
        ...one,
        ...{ firstAt: civilTime(one.firstAt), lastAt: civilTime(one.lastAt) },
      })),
      actions: {
        issue: { reasons },
        revoke: { reasons: [...reasons, ...(stands ? [] : [newsroomRefusal.noLink])] },
      },
    };
  }

  /** The link is in the answer and nowhere else; the one before ends with it. */
  issue(outletId: string, { days }: IssueLinkInput, actor: Actor): Promise<IssuedLink> {
    refuseIfAny(this.reasons(actor));
    const { database, links, audit, clock, key, newsroomUrl } = this.parts;
    return database.transaction(async (queries) => {
      const outlet = known(await this.parts.outlets.held(queries, outletId));
      const at = clock.now();
      const former = await links.revoke(queries, outletId, {
        ...{ by: actor.personId, at, reason: '换发新链接 (another one was issued)' },
      });
      const expiresAt = new Date(Math.floor(at.getTime() / 1_000) * 1_000 + days * DAY_MS);
      const link: OutletLink = {
        ...{ id: newId(), outletId, issuedBy: actor.personId, issuedAt: at, expiresAt },
        ...{ openedAt: null, revokedAt: null },
      };
      await links.add(queries, link);
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'newsroom.issueLink' },
        ...{ subjectKind: 'outlet', subjectId: outletId },
        detail: { outlet: outlet.name, link: link.id, until: civilTime(expiresAt), instead: former },
      });
      return { url: `${newsroomUrl}/${tokenOf(link, key)}`, expiresAt: civilTime(expiresAt) };
    });
  }

  /** At once: the next request by it is refused. */
  async revoke(outletId: string, { reason }: RevokeLinkInput, actor: Actor): Promise<void> {
    refuseIfAny(this.reasons(actor));
    const { database, links, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const outlet = known(await this.parts.outlets.held(queries, outletId));
      const ended = await links.revoke(queries, outletId, {
        ...{ by: actor.personId, reason, at: clock.now() },
      });
      if (ended === null) throw new Problem('refused', [newsroomRefusal.noLink]);
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'newsroom.revokeLink' },
        ...{ subjectKind: 'outlet', subjectId: outletId },
        detail: { outlet: outlet.name, link: ended, reason },
      });
    });
  }
}

const known = (outlet: Outlet | null): Outlet => {
  if (outlet === null) throw new Problem('notFound', [mediaRefusal.outletNotFound]);
  return outlet;
};
