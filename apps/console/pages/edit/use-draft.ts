import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { WorkingCopyView } from '../../api/contract.js';
import type { RefusalReason } from '../../api/refusal.js';
import { useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { refusalFrom } from '../../parts/refusal-notice.js';
import type { DraftForm } from './draft-form.js';
import { formReasons } from './form-reasons.js';
import { keptDraft, keptKey, type KeptDraft } from './kept-draft.js';
import { useAutosave } from './use-autosave.js';
import { useKeeping } from './use-keeping.js';
import { formOfDraft, sameDraft } from './working-draft.js';
import { words } from './words.js';

/** Typed earlier and not saved. */
export interface FoundDraft extends KeptDraft {
  /** By this browser; otherwise by the server, from whatever computer. */
  readonly isHere: boolean;
}

interface Stored {
  /** Null while it is not stored yet. */
  readonly releaseId: string | null;
  readonly revision: number | null;
  /** What the server kept of it that was not saved. */
  readonly copy: WorkingCopyView['copy'];
}

/** Kept by this browser, or by the server, whichever is newer; null where neither differs from what is stored. */
const foundOf = (key: string, initial: DraftForm, { copy }: Stored): FoundDraft | null => {
  const here = keptDraft(localStorage, key, { initial, now: new Date() });
  const local = here === null || sameDraft(here.form, initial) ? null : { ...here, isHere: true };
  const form = copy === null ? null : formOfDraft(copy.draft, initial);
  if (copy === null || form === null || sameDraft(form, initial)) return local;
  if (local !== null && Date.parse(local.at) >= Date.parse(copy.savedAt)) return local;
  return { form, revision: copy.baseRevision, at: copy.savedAt, isHere: false };
};

/** The draft being written: what is wrong with it, a question before it is left, and a copy in this browser until it is saved. */
export const useDraft = (initial: DraftForm, stored: Stored) => {
  const text = useWords(words);
  const key = keptKey(useSession().data?.person.id ?? '', stored.releaseId);
  const [found, setFound] = useState(() => foundOf(key, initial, stored));
  const [form, setForm] = useState(initial);
  /** What was brought back was typed over an older one: saved as such, the server tells what came in between. */
  const [revision, setRevision] = useState(stored.revision);
  const [dirty, setDirty] = useState(false);
  const [asked, setAsked] = useState(false);
  const waits = dirty && found === null;
  const { keptAt, forget } = useKeeping(key, waits ? { form, revision } : null);
  const autosave = useAutosave({
    ...{ typed: waits ? form : null, releaseId: stored.releaseId, revision, seq: stored.copy?.seq ?? null },
  });
  useBlocker({
    shouldBlockFn: () =>
      dirty && !window.confirm(keptAt === null && autosave.savedAt === null ? text.leave : text.leaveKept),
    enableBeforeUnload: () => dirty,
  });
  const missing = formReasons(form);
  return {
    form,
    dirty,
    revision,
    keptAt,
    /** Typed earlier and not saved; nothing is kept until it is brought back or thrown away. */
    found,
    change: (change: Partial<DraftForm>): void => {
      setForm((now) => ({ ...now, ...change }));
      setDirty(true);
    },
    bringBack: (): void => {
      if (found === null) return;
      setForm(found.form);
      setRevision(stored.revision === null ? null : found.revision);
      setDirty(true);
      setFound(null);
    },
    autosave,
    throwAway: async (): Promise<void> => {
      forget();
      setFound(null);
      await autosave.throwAway();
    },
    /** What another window kept, instead of what stands here. */
    followOther: (seq: number, other: DraftForm): void => {
      setForm(other);
      autosave.follow(seq);
    },
    /** Once it is stored, leaving loses nothing. */
    settled: (): void => {
      forget();
      autosave.settled();
      setDirty(false);
    },
    /** True if it may be sent; otherwise the missing fields are marked. */
    ready: (): boolean => {
      setAsked(true);
      return missing.length === 0;
    },
    reasons: (error: unknown): readonly RefusalReason[] => [
      ...(asked ? missing : []),
      ...(error === null ? [] : refusalFrom(error).reasons),
    ],
  };
};
export type Draft = ReturnType<typeof useDraft>;
