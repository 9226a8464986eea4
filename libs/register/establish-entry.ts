import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type ReleaseId } from '@koujing/kernel';
import { settleBulletin } from './bulletin-clock.js';
import { keyOf } from './key-of.js';
import { reviewNonPublication } from './non-publication-clock.js';
import type { RecordEntryInput } from './register.api.js';
import type { Detail, RegisterEntry } from './register.js';
import type { RegisterParts } from './register-parts.js';

type Parts = Pick<
  RegisterParts,
  'entries' | 'deadlines' | 'startDeadline' | 'endDeadline' | 'audit' | 'clock'
>;

/** A line that is about to be written; nobody has been asked yet whether it may. */
export const newEntry = (
  { clock }: Pick<RegisterParts, 'clock'>,
  input: RecordEntryInput,
  { actor, releaseId = null }: { readonly actor: Actor; readonly releaseId?: ReleaseId | null },
): RegisterEntry => ({
  id: newId(),
  register: input.register,
  organId: input.organId,
  key: keyOf(input),
  releaseId: 'releaseId' in input.detail ? input.detail.releaseId : releaseId,
  detail: input.detail,
  recordedBy: actor.personId,
  recordedAt: clock.now(),
  retiredBy: null,
  retiredAt: null,
  retiredReason: null,
});

/** Writes the line in the place of the one that it replaces, moves the clocks that hang on it, and puts it on record. */
export const establishEntry = async (
  parts: Parts,
  queries: Queries,
  entry: RegisterEntry,
  replaced: RegisterEntry | null,
): Promise<void> => {
  const { entries, audit, clock } = parts;
  const how = { by: entry.recordedBy, at: clock.now(), reason: '由新的登记替换' };
  if (replaced !== null) await entries.retire(queries, replaced.id, how);
  await entries.add(queries, entry);
  if (entry.register === 'bulletin')
    await settleBulletin(parts, queries, {
      period: (entry.detail as Detail<'bulletin'>).period,
      ...{ officeId: entry.organId, actor: entry.recordedBy },
    });
  if (entry.register === 'nonPublication') await reviewNonPublication(parts, queries, entry, replaced);
  await audit.record(queries, {
    actor: entry.recordedBy,
    action: `register.${entry.register}`,
    subjectKind: entry.releaseId === null ? 'organ' : 'release',
    subjectId: entry.releaseId ?? entry.organId,
    detail: { entryId: entry.id, replaces: replaced?.id ?? null, ...entry.detail },
  });
};
