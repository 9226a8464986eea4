import { refuseIfAny, type Actor } from '@koujing/access';
import { newId, Problem } from '@koujing/kernel';
import type { ReporterInput } from './media.api.js';
import type { MediaParts } from './media-parts.js';
import { mayEditMedia } from './may-edit-media.js';
import { mediaRefusal } from './refusal.js';

/** Enters a reporter, or writes over one. */
export class SaveReporter {
  constructor(private readonly parts: MediaParts) {}

  reasons = mayEditMedia;

  perform(id: string | null, input: ReporterInput, actor: Actor): Promise<string> {
    const { database, outlets, reporters, audit, clock } = this.parts;
    refuseIfAny(this.reasons(actor));
    return database.transaction(async (queries) => {
      if (id !== null && (await reporters.find(queries, id)) === null)
        throw new Problem('notFound', [mediaRefusal.reporterNotFound]);
      if ((await outlets.find(queries, input.outletId)) === null)
        throw new Problem('refused', [mediaRefusal.outletNotFound]);
      const holder = await reporters.idOf(queries, input.address);
      if (holder !== null && holder !== id)
        throw new Problem('refused', [mediaRefusal.addressTaken(input.address)]);
      const reporter = { id: id ?? newId(), ...input };
      if (id === null) await reporters.saveAll(queries, [reporter], clock.now());
      else await reporters.update(queries, reporter, clock.now());
      await audit.record(queries, {
        actor: actor.personId,
        action: 'media.saveReporter',
        subjectKind: 'reporter',
        subjectId: reporter.id,
        detail: { outletId: input.outletId, address: input.address, active: input.active },
      });
      return reporter.id;
    });
  }
}
