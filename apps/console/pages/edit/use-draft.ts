import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { RefusalReason } from '../../api/refusal.js';
import { useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { refusalFrom } from '../../parts/refusal-notice.js';
import type { DraftForm } from './draft-form.js';
import { formReasons } from './form-reasons.js';
import { keptDraft, keptKey } from './kept-draft.js';
import { useKeeping } from './use-keeping.js';
import { words } from './words.js';

interface Stored {
  /** Null while it is not stored yet. */
  readonly releaseId: string | null;
  readonly revision: number | null;
}

/** The draft being written: what is wrong with it, a question before it is left, and a copy in this browser until it is saved. */
export const useDraft = (initial: DraftForm, stored: Stored) => {
  const text = useWords(words);
  const key = keptKey(useSession().data?.person.id ?? '', stored.releaseId);
  const [found, setFound] = useState(() => keptDraft(localStorage, key, { initial, now: new Date() }));
  const [form, setForm] = useState(initial);
  /** What was brought back was typed over an older one: saved as such, the server tells what came in between. */
  const [revision, setRevision] = useState(stored.revision);
  const [dirty, setDirty] = useState(false);
  const [asked, setAsked] = useState(false);
  const { keptAt, forget } = useKeeping(key, dirty && found === null ? { form, revision } : null);
  useBlocker({
    shouldBlockFn: () => dirty && !window.confirm(keptAt === null ? text.leave : text.leaveKept),
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
    throwAway: (): void => {
      forget();
      setFound(null);
    },
    /** Once it is stored, leaving loses nothing. */
    settled: (): void => {
      forget();
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
