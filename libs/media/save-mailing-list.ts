import { refuseIfAny, type Actor } from '@koujing/access';
import { newId, Problem } from '@koujing/kernel';
import type { DepartureStore } from './departure/departure-store.sql.js';
import type { MailingListInput, MembersInput } from './media.api.js';
import type { MediaParts } from './media-parts.js';
import { mayEditMedia } from './may-edit-media.js';
import { mediaRefusal } from './refusal.js';

/** Makes a mailing list, renames it, and changes who is on it. */
export class SaveMailingList {
  constructor(private readonly parts: MediaParts & { readonly departures: DepartureStore }) {}

  reasons = mayEditMedia;

  perform(id: string | null, input: MailingListInput, actor: Actor): Promise<string> {
    const { database, lists, audit, clock } = this.parts;
    refuseIfAny(this.reasons(actor));
    return database.transaction(async (queries) => {
      if (id !== null && (await lists.find(queries, id)) === null)
        throw new Problem('notFound', [mediaRefusal.listNotFound]);
      const namesake = await lists.named(queries, input.name);
      if (namesake !== null && namesake.id !== id)
        throw new Problem('refused', [mediaRefusal.nameTaken(input.name)]);
      const list = { id: id ?? newId(), ...input };
      await lists.save(queries, list, clock.now());
      await audit.record(queries, {
        actor: actor.personId,
        action: 'media.saveList',
        subjectKind: 'mailingList',
        subjectId: list.id,
        detail: { ...input },
      });
      return list.id;
    });
  }

  /** All of it, or nothing if one of the added is unknown. */
  members(id: string, { add, remove }: MembersInput, actor: Actor): Promise<void> {
    const { database, lists, reporters, departures, audit } = this.parts;
    refuseIfAny(this.reasons(actor));
    return database.transaction(async (queries) => {
      if ((await lists.find(queries, id)) === null)
        throw new Problem('notFound', [mediaRefusal.listNotFound]);
      const known = await reporters.known(queries, add);
      const unknown = add.filter((reporterId) => !known.has(reporterId)).length;
      if (unknown > 0) throw new Problem('refused', [mediaRefusal.unknownReporters(unknown)]);
      const left = await departures.among(queries, id, add);
      if (left.length > 0) throw new Problem('refused', [mediaRefusal.haveLeft(left)]);
      await lists.add(queries, id, add);
      await lists.remove(queries, id, remove);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'media.changeMembers',
        subjectKind: 'mailingList',
        subjectId: id,
        detail: { added: add.length, removed: remove.length },
      });
    });
  }
}
