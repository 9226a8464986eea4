import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime, Problem, type Reason, type ReleaseId } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';
import type { ReleaseParts } from './release-parts.js';
import { storedBy } from './stored-by.js';
import { visibleRelease } from './visible-release.js';
import { keptDays, notStored, type WorkingCopy } from './working-copy.js';
import type { KeepWorkingCopy as Keeping, WorkingCopyKept, WorkingCopyView } from './working-copy.api.js';
import type { ReviseRelease } from './revise-release.js';

export type WorkingCopyParts = Pick<
  ReleaseParts,
  'database' | 'releases' | 'people' | 'clock' | 'workingCopies'
> & { readonly revise: Pick<ReviseRelease, 'reasons'> };

/**
 * Keeps what is being typed, for who types it. It makes no version, changes no digest and voids no signature: only saving does
 * (`revise-release.ts`), with everything that is checked there. Not audited, as nothing has happened to the release yet.
 */
export class KeepWorkingCopy {
  constructor(private readonly parts: WorkingCopyParts) {}

  /**
   * The answer tells where the release itself stands, so that a colleague's change is seen at once. Nothing of theirs is overwritten.
   * @throws Problem `stale` where another window of the same person was faster
   */
  async perform(
    id: ReleaseId | null,
    { expectedSeq, baseRevision, draft }: Keeping,
    actor: Actor,
  ): Promise<WorkingCopyKept> {
    const { database, clock, workingCopies } = this.parts;
    const { queries } = database;
    const savedAt = clock.now();
    refuseIfAny(await this.reasons(queries, id, draft.organId, actor));
    const copy = { personId: actor.personId, subject: id ?? notStored, baseRevision, draft, savedAt };
    const seq = await workingCopies.save(queries, copy, expectedSeq);
    if (seq === null) throw await this.overtaken(queries, copy);
    return {
      ...{ seq, savedAt: civilTime(savedAt) },
      stored:
        id === null
          ? null
          : await storedBy(
              this.parts,
              queries,
              await visibleRelease(this.parts.releases, queries, actor, id),
            ),
    };
  }

  /** As for saving: what one may not save is not kept either. */
  private async reasons(
    queries: Queries,
    id: ReleaseId | null,
    organId: string,
    actor: Actor,
  ): Promise<readonly Reason[]> {
    if (id === null) return may(actor, 'drafter', organId);
    return this.parts.revise.reasons(await visibleRelease(this.parts.releases, queries, actor, id), actor);
  }

  private async overtaken(
    queries: Queries,
    { personId, subject }: Pick<WorkingCopy, 'personId' | 'subject'>,
  ): Promise<Problem> {
    const other = await this.parts.workingCopies.find(queries, personId, subject);
    return new Problem('stale', [
      releaseRefusal.copyOvertaken(other === null ? null : civilTime(other.savedAt)),
    ]);
  }

  /** One's own, and nobody else's. Old ones go when somebody looks: nothing else needs them gone. */
  async show(id: ReleaseId | null, actor: Actor): Promise<WorkingCopyView> {
    const { database, releases, clock, workingCopies } = this.parts;
    const { queries } = database;
    if (id !== null) await visibleRelease(releases, queries, actor, id);
    await workingCopies.forgetBefore(queries, new Date(clock.now().getTime() - keptDays * 86_400_000));
    const copy = await workingCopies.find(queries, actor.personId, id ?? notStored);
    if (copy === null) return { copy: null };
    const { seq, savedAt, baseRevision, draft } = copy;
    return { copy: { seq, savedAt: civilTime(savedAt), baseRevision, draft } };
  }

  async forget(id: ReleaseId | null, actor: Actor): Promise<void> {
    const { database, workingCopies } = this.parts;
    await workingCopies.forget(database.queries, actor.personId, id ?? notStored);
  }
}
