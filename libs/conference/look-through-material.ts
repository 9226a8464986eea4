import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { isOver, type Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import type { Material } from './material-store.sql.js';
import { mayPrepare } from './may-act.js';
import { conferenceRefusal } from './refusal.js';
import { veryMaterial } from './very-material.js';
import { heldConference } from './visible-conference.js';

/**
 * A file whose inside the system cannot read – a PDF, an old .doc – may name its author, keep what was struck out or bear a
 * grade of secrecy (Art.39(6)). Somebody else than whoever uploaded it opens that very file, looks, and says so by name.
 */
export class LookThroughMaterial {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure. */
  reasons(conference: Conference, material: Material | undefined, actor: Actor): readonly Reason[] {
    if (isOver(conference)) return [conferenceRefusal.wrongState(conference.state)];
    if (material === undefined) return [conferenceRefusal.materialNotFound];
    if (!needsLook(material)) return [conferenceRefusal.materialNeedsNoLook];
    return [
      ...mayPrepare(actor, conference.organId),
      ...(actor.personId === material.uploadedBy ? [conferenceRefusal.lookerIsUploader] : []),
    ];
  }

  async perform(id: string, file: Pick<Material, 'kind' | 'sha256'>, actor: Actor): Promise<void> {
    const { database, conferences, materials, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      const material = await veryMaterial(this.parts, queries, id, file);
      refuseIfAny(this.reasons(conference, material, actor));
      await materials.look(queries, material.id, { by: actor.personId, at: clock.now() });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.lookThrough',
        subjectKind: 'conference',
        subjectId: id,
        digest: material.sha256,
        detail: { kind: material.kind },
      });
    });
  }
}

export const needsLook = ({ unread, looked }: Pick<Material, 'unread' | 'looked'>): boolean =>
  unread && looked === null;
