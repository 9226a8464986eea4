import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import { isOver, isPlanned, type Conference } from './conference.js';
import { authorityToSign } from './conference-authority.js';
import type { ConferenceParts } from './conference-parts.js';
import type { Material } from './material-store.sql.js';
import { conferenceRefusal } from './refusal.js';
import { chainStanding, type ChainStanding } from './sign-off-conference.js';
import { veryMaterial } from './very-material.js';
import { heldConference } from './visible-conference.js';

/**
 * What is said and answered at a conference is content, and content is signed before the materials are filed (Art.31(2)–(3),
 * 34). A speech, a line or a background that came after the application is under no signature; the organ’s main leader, or
 * whom he authorised, signs that very file (our reading: the city’s leaders signed the content that it serves, and are not
 * asked again). Another file in its place is unsigned again.
 */
export class SignMaterial {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure. */
  reasons(
    conference: Conference,
    material: Material | undefined,
    { standing, actor }: { readonly standing: ChainStanding; readonly actor: Actor },
  ): readonly Reason[] {
    if (isOver(conference) || isPlanned(conference)) return [conferenceRefusal.wrongState(conference.state)];
    if (material === undefined) return [conferenceRefusal.materialNotFound];
    if (!this.isDue(conference, material)) return [conferenceRefusal.materialNeedsNoSignature];
    const own = actor.personId === material.uploadedBy || actor.personId === conference.createdBy;
    return [
      ...authorityToSign(conference, standing, actor).reasons,
      ...(own ? [conferenceRefusal.signerIsUploader] : []),
    ];
  }

  /** Part of the content, and under no signature. */
  isDue(conference: Conference, { kind, sha256, signedOff }: Material): boolean {
    const { signed } = this.parts.settings.materials;
    return signed.includes(kind) && conference.signedMaterials[kind] !== sha256 && signedOff === null;
  }

  async perform(id: string, file: Pick<Material, 'kind' | 'sha256'>, actor: Actor): Promise<void> {
    const { database, conferences, materials, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      const material = await veryMaterial(this.parts, queries, id, file);
      const standing = await chainStanding(this.parts, queries, conference);
      refuseIfAny(this.reasons(conference, material, { standing, actor }));
      const { authorisationId } = authorityToSign(conference, standing, actor);
      const signature = { by: actor.personId, at: clock.now(), authorisationId };
      await materials.sign(queries, material.id, signature);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.signMaterial',
        subjectKind: 'conference',
        subjectId: id,
        digest: material.sha256,
        detail: { kind: material.kind, authorisationId },
      });
    });
  }
}
