import { queryOptions } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.js';
import {
  type editingSchema,
  type workingCopyKeptSchema,
  type workingCopySchema,
  type KeepWorkingCopyInput,
  type WorkingCopyKept,
} from '../../api/contract.js';

/** Of a release, or of one that is not stored yet. */
const pathOf = (releaseId: string | null): string =>
  releaseId === null ? '/working-copy' : `/releases/${releaseId}/working-copy`;

/** Asked anew each time the editor is opened: another window may have kept more. */
export const workingCopyQuery = (releaseId: string | null) =>
  queryOptions({
    queryKey: ['working-copy', releaseId],
    queryFn: () => ask<typeof workingCopySchema>(pathOf(releaseId)),
    staleTime: 0,
    gcTime: 0,
  });

export const keepWorkingCopy = (
  releaseId: string | null,
  body: KeepWorkingCopyInput,
): Promise<WorkingCopyKept> => ask<typeof workingCopyKeptSchema>(pathOf(releaseId), { method: 'PUT', body });

export const forgetWorkingCopy = (releaseId: string | null): Promise<void> =>
  tell(pathOf(releaseId), { method: 'DELETE' });

export const tellEditing = (releaseId: string) =>
  ask<typeof editingSchema>(`/releases/${releaseId}/editing`, { method: 'POST' });

export const leaveEditing = (releaseId: string): Promise<void> =>
  tell(`/releases/${releaseId}/editing`, { method: 'DELETE' });
