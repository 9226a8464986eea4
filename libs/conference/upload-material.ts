import { createHash } from 'node:crypto';
import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, Problem, type Reason } from '@koujing/kernel';
import type { UploadedFile } from '@koujing/release';
import type { MaterialKind } from './conference.api.js';
import { isOver, type Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { acceptedMaterials, materialTypeOf } from './material-type.js';
import type { Material } from './material-store.sql.js';
import { mayPrepare } from './may-act.js';
import { conferenceRefusal } from './refusal.js';
import { heldConference, visibleConference } from './visible-conference.js';

/** One of the five materials (Art.34), kept with its digest. A file replaced after filing makes the filing due again. */
export class UploadMaterial {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure. */
  reasons(conference: Conference, actor: Actor): readonly Reason[] {
    if (isOver(conference)) return [conferenceRefusal.wrongState(conference.state)];
    return mayPrepare(actor, conference.organId);
  }

  async perform(id: string, kind: MaterialKind, upload: UploadedFile & { actor: Actor }): Promise<void> {
    const { database, conferences, materials, audit } = this.parts;
    const { actor, bytes, name } = upload;
    const mimeType = materialTypeOf(bytes);
    if (mimeType === null) throw new Problem('badInput', [conferenceRefusal.fileKind(acceptedMaterials)]);
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      refuseIfAny(this.reasons(conference, actor));
      const material: Material = {
        ...{ id: newId(), conferenceId: id, kind, mimeType, size: bytes.length },
        sha256: createHash('sha256').update(bytes).digest('hex'),
        name: name.slice(-120),
        uploadedBy: actor.personId,
        uploadedAt: this.parts.clock.now(),
      };
      await materials.put(queries, material, bytes);
      if (conference.state === 'filed') await this.unfile(queries, conference, actor);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.upload',
        subjectKind: 'conference',
        subjectId: id,
        digest: material.sha256,
        detail: { kind, name: material.name },
      });
    });
  }

  /** @throws Problem `notFound` */
  async show(id: string, kind: MaterialKind, actor: Actor): Promise<Material & { bytes: Uint8Array }> {
    const { database, conferences, materials } = this.parts;
    await visibleConference(conferences, database.queries, actor, id);
    const current = await materials.current(database.queries, id);
    const material = current.find((each) => each.kind === kind);
    const bytes = material === undefined ? null : await materials.bytes(database.queries, material.id);
    if (material === undefined || bytes === null)
      throw new Problem('notFound', [conferenceRefusal.materialNotFound]);
    return { ...material, bytes };
  }

  private async unfile(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    const { conferences, clocks, clock } = this.parts;
    const approved = { ...conference, state: 'approved' as const, filing: null, updatedAt: clock.now() };
    await conferences.write(queries, approved);
    await clocks.unfiled(queries, approved, actor);
  }
}
