import { createHash } from 'node:crypto';
import { refuseIfAny, type Actor } from '@koujing/access';
import { activeFile } from '@koujing/block';
import type { Queries } from '@koujing/database';
import { keptName, newId, Problem, type Reason } from '@koujing/kernel';
import { readPicture, type UploadedFile } from '@koujing/release';
import type { MaterialKind } from './conference.api.js';
import { isOver, isPlanned, type Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { changedFacts } from './facts.js';
import { acceptedMaterials, materialTypeOf } from './material-type.js';
import type { Material } from './material-store.sql.js';
import { mayPrepare } from './may-act.js';
import { readMaterial } from './read-material.js';
import { conferenceRefusal, materialNames } from './refusal.js';
import { heldConference, visibleConference } from './visible-conference.js';
import { registeredAnew, voidApproval } from './void-approval.js';

/**
 * One of the five materials (Art.34), kept with its digest. One that was handed in with the content was signed with it:
 * to replace it is to change the content (Art.31(2), 32). One that came later is signed by itself (`sign-material.ts`);
 * replaced, it is another file that nobody signed, and after filing the filing is due again.
 */
export class UploadMaterial {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure. */
  reasons(conference: Conference, actor: Actor): readonly Reason[] {
    if (isOver(conference)) return [conferenceRefusal.wrongState(conference.state)];
    return mayPrepare(actor, conference.organId);
  }

  async perform(id: string, kind: MaterialKind, upload: UploadedFile & { actor: Actor }): Promise<void> {
    const { database, conferences, materials, drawn, audit } = this.parts;
    const { actor, name } = upload;
    const mimeType = materialTypeOf(upload.bytes);
    if (mimeType === null) throw new Problem('badInput', [conferenceRefusal.fileKind(acceptedMaterials)]);
    refuseIfAny(activeFile(upload.bytes, 'file'));
    const isPicture = mimeType.startsWith('image/');
    // It is handed to journalists, like the pictures of a release.
    const { bytes } = isPicture ? await readPicture(this.parts, upload.bytes) : upload;
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      refuseIfAny(this.reasons(conference, actor));
      const material: Material = {
        ...{ id: newId(), conferenceId: id, kind, mimeType, size: bytes.length },
        sha256: createHash('sha256').update(bytes).digest('hex'),
        name: keptName(name),
        uploadedBy: actor.personId,
        uploadedAt: this.parts.clock.now(),
        ...readMaterial(upload.bytes, mimeType),
        ...{ looked: null, signedOff: null },
      };
      const before = (await materials.current(queries, id)).find((each) => each.kind === kind);
      // The same file once more changes nothing.
      if (before?.sha256 === material.sha256) return;
      await materials.put(queries, material, bytes);
      if (isPicture) await drawn.save(queries, [material.sha256]);
      await this.follow(queries, conference, { material, actor });
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

  private async follow(
    queries: Queries,
    conference: Conference,
    { material: { kind, sha256 }, actor }: { readonly material: Material; readonly actor: Actor },
  ): Promise<void> {
    const { conferences, settings, clocks, clock } = this.parts;
    const signed = settings.materials.signed.includes(kind);
    const after = { ...conference, signedMaterials: { ...conference.signedMaterials, [kind]: sha256 } };
    if (isPlanned(conference)) return signed ? conferences.keepMaterials(queries, after) : undefined;
    if (conference.signedMaterials[kind] === undefined)
      return conference.state === 'filed' ? this.unfile(queries, conference, actor) : undefined;
    const voided = await voidApproval(this.parts, queries, conference, {
      ...{ reason: `${materialNames[kind].zh}有变更。`, changes: changedFacts(conference, after), actor },
    });
    const written = await conferences.write(queries, registeredAnew({ ...voided, updatedAt: clock.now() }));
    await clocks.planned(queries, written, actor);
  }

  private async unfile(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    const { conferences, clocks, clock } = this.parts;
    const approved = { ...conference, state: 'approved' as const, filing: null, updatedAt: clock.now() };
    await conferences.write(queries, approved);
    await clocks.unfiled(queries, approved, actor);
  }
}
