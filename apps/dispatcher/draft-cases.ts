import type { Provider } from '@nestjs/common';
import { EditingStore, KeepWorkingCopy, TellEditing, type WorkingCopyParts } from '@koujing/release';

export type DraftCases = ReturnType<typeof draftCasesOf>;

/** What is typed before it is saved, and who has a release open. */
export const draftCasesOf = (ground: WorkingCopyParts) => ({
  keep: new KeepWorkingCopy(ground),
  tell: new TellEditing({ ...ground, editing: new EditingStore() }),
});

export const draftProviders = ({ keep, tell }: DraftCases): readonly Provider[] => [
  { provide: KeepWorkingCopy, useValue: keep },
  { provide: TellEditing, useValue: tell },
];
