import { refuseIfAny, type Actor } from '@koujing/access';
import { Problem, type Reason } from '@koujing/kernel';
import { settleBulletin } from './bulletin-clock.js';
import { mayRecord } from './may-record.js';
import { dropNonPublication } from './non-publication-clock.js';
import { registerRefusal } from './refusal.js';
import type { RetireEntryInput } from './register.api.js';
import type { Detail, RegisterEntry } from './register.js';
import type { RegisterParts } from './register-parts.js';

/** Strikes a line off; it stays readable with who did it and why. */
export class RetireEntry {
  constructor(
    private readonly parts: Pick<
      RegisterParts,
      'database' | 'entries' | 'audit' | 'clock' | 'deadlines' | 'startDeadline' | 'endDeadline'
    >,
  ) {}

  /** Pure. */
  reasons(entry: RegisterEntry, actor: Actor): readonly Reason[] {
    if (entry.retiredAt !== null) return [registerRefusal.entryNotFound];
    return mayRecord(entry.register, entry.organId, actor);
  }

  async perform(id: string, { reason }: RetireEntryInput, actor: Actor): Promise<void> {
    const { database, entries, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const entry = await entries.find(queries, id);
      if (entry === null) throw new Problem('notFound', [registerRefusal.entryNotFound]);
      refuseIfAny(this.reasons(entry, actor));
      await entries.retire(queries, id, { by: actor.personId, at: clock.now(), reason });
      // It was not sent after all: the bulletin is owed again, by the same day (Art.42).
      if (entry.register === 'bulletin')
        await settleBulletin(this.parts, queries, {
          period: (entry.detail as Detail<'bulletin'>).period,
          ...{ officeId: entry.organId, actor: actor.personId },
        });
      if (entry.register === 'nonPublication')
        await dropNonPublication(this.parts, queries, entry, { actor: actor.personId, reason });
      await audit.record(queries, {
        actor: actor.personId,
        action: `register.${entry.register}.retire`,
        subjectKind: entry.releaseId === null ? 'organ' : 'release',
        subjectId: entry.releaseId ?? entry.organId,
        detail: { entryId: id, reason },
      });
    });
  }
}
