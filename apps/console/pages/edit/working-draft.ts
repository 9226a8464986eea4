import type { KeepWorkingCopyInput, WorkingDraft } from '../../api/contract.js';
import { draftOf, type DraftForm } from './draft-form.js';

/** The form as the server keeps it before it is saved; null while no organ is chosen. */
export const workingDraftOf = (form: DraftForm): KeepWorkingCopyInput['draft'] | null => {
  const draft = draftOf(form);
  return draft === null ? null : { ...draft, column: form.column, recipients: draft.recipients ?? [] };
};

/** The form as it was kept. What only its opening knows (which documents were read now) comes along. */
export const formOfDraft = (draft: WorkingDraft, initial: DraftForm): DraftForm => ({
  ...initial,
  ...{ organId: draft.organId, kind: draft.kind, title: draft.title, summary: draft.summary },
  ...{ blocks: draft.blocks, column: draft.column, keywords: draft.keywords, accountIds: draft.accountIds },
  ...{ recipients: draft.recipients.join('\n'), mailingListIds: draft.mailingListIds },
  ...{ jointOrganIds: draft.jointOrganIds, matter: draft.matter ?? '', overrides: draft.overrides },
  ...{ relayOf: draft.relayOf, supersedes: draft.supersedes, declaration: draft.declaration },
  ...{ attachments: draft.attachments, documents: draft.documents },
  correctionNote: initial.correctionNote === null ? null : draft.correctionNote,
});

/** The same whatever the order in which a store keeps the names of its members. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, canonical(one)]),
  );
};

/** True where saving either of them would write the same. */
export const sameDraft = (a: DraftForm, b: DraftForm): boolean =>
  JSON.stringify(canonical(workingDraftOf(a))) === JSON.stringify(canonical(workingDraftOf(b)));
