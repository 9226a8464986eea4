import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { AssignMatter } from './assign-matter.js';
import type { BulkAction, BulkInput, BulkItem } from './bulk.api.js';
import type { Release, ReleaseVersion } from './release.js';
import type { ReleaseParts } from './release-parts.js';
import type { ReleaseMarks } from './release-marks.sql.js';
import type { SubmitRelease } from './submit-release.js';
import type { TakeBackSubmission } from './take-back-submission.js';

interface Held {
  readonly release: Release;
  readonly version: ReleaseVersion;
}

/** One thing of `BulkInput` that would take an act back. */
type Reversal = { readonly action: BulkAction; readonly item: BulkInput['items'][number] } | null;

/** One act on one release: the use case of its own page, with its reasons, its audit entry and the digest that was seen. */
export interface BulkAct {
  reasons(
    queries: Queries,
    held: Held,
    item: Pick<BulkItem, 'matter'>,
    actor: Actor,
  ): Promise<readonly Reason[]>;
  /** Answers with what takes it back, where nothing has left the house by it. */
  perform(item: BulkItem, actor: Actor): Promise<Reversal>;
}

interface ActParts extends Pick<ReleaseParts, 'database' | 'clock'> {
  readonly submit: SubmitRelease;
  readonly takeBack: TakeBackSubmission;
  readonly assignMatter: AssignMatter;
  readonly marks: ReleaseMarks;
}

const none = (): Promise<readonly Reason[]> => Promise.resolve([]);

/** What may be done in bulk. Approving, publishing, returning and taking down are not among it, and never will be. */
export const bulkActs = (parts: ActParts): Readonly<Record<BulkAction, BulkAct>> => {
  const { submit, takeBack, assignMatter, marks, database, clock } = parts;
  return {
    submit: {
      reasons: (queries, { release, version }, _, actor) => submit.reasons(queries, release, version, actor),
      perform: async (item, actor) => {
        await submit.perform(item.id, item.digest, actor);
        return { action: 'takeBack', item };
      },
    },
    takeBack: {
      reasons: (_, { release }, __, actor) => Promise.resolve(takeBack.reasons(release, actor)),
      perform: async ({ id, digest }, actor) => {
        await takeBack.perform(id, digest, actor);
        // What was signed on it fell with it: handing it in again brings no signature back.
        return null;
      },
    },
    assignMatter: {
      reasons: (queries, { release }, { matter = null }, actor) =>
        assignMatter.reasons(queries, release, matter, actor),
      perform: async ({ id, digest, matter = null }, actor) => {
        const { before, revocable } = await assignMatter.perform({ releaseId: id, matter }, actor);
        return revocable ? { action: 'assignMatter', item: { id, digest, matter: before } } : null;
      },
    },
    mark: {
      reasons: none,
      perform: async (item, { personId }) => {
        await marks.set(database.queries, { personId, releaseId: item.id, at: clock.now() });
        return { action: 'unmark', item };
      },
    },
    unmark: {
      reasons: none,
      perform: async (item, { personId }) => {
        await marks.remove(database.queries, personId, item.id);
        return { action: 'mark', item };
      },
    },
  };
};
