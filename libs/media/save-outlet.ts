import { refuseIfAny, type Actor } from '@koujing/access';
import { newId, Problem } from '@koujing/kernel';
import type { OutletInput } from './media.api.js';
import type { MediaParts } from './media-parts.js';
import { mayEditMedia } from './may-edit-media.js';
import { mediaRefusal } from './refusal.js';

/** Enters an outlet, or writes over one. */
export class SaveOutlet {
  constructor(private readonly parts: MediaParts) {}

  reasons = mayEditMedia;

  perform(id: string | null, input: OutletInput, actor: Actor): Promise<string> {
    const { database, outlets, audit, clock } = this.parts;
    refuseIfAny(this.reasons(actor));
    return database.transaction(async (queries) => {
      if (id !== null && (await outlets.find(queries, id)) === null)
        throw new Problem('notFound', [mediaRefusal.outletNotFound]);
      const namesake = await outlets.named(queries, input.name);
      if (namesake !== null && namesake.id !== id)
        throw new Problem('refused', [mediaRefusal.nameTaken(input.name)]);
      const outlet = { id: id ?? newId(), ...input };
      await outlets.save(queries, outlet, clock.now());
      await audit.record(queries, {
        actor: actor.personId,
        action: 'media.saveOutlet',
        subjectKind: 'outlet',
        subjectId: outlet.id,
        detail: { ...input },
      });
      return outlet.id;
    });
  }
}
