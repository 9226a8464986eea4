import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import type { RefusalReason } from '../../api/refusal.js';
import { useWords } from '../../language/language.js';
import { refusalFrom } from '../../parts/refusal-notice.js';
import type { DraftForm } from './draft-form.js';
import { formReasons } from './form-reasons.js';
import { words } from './words.js';

/** The draft being written: what is wrong with it, and a question before it would be lost. */
export const useDraft = (initial: DraftForm) => {
  const text = useWords(words);
  const [form, setForm] = useState(initial);
  const [dirty, setDirty] = useState(false);
  const [asked, setAsked] = useState(false);
  useBlocker({ shouldBlockFn: () => dirty && !window.confirm(text.leave), enableBeforeUnload: () => dirty });
  const missing = formReasons(form);
  return {
    form,
    dirty,
    change: (change: Partial<DraftForm>): void => {
      setForm((now) => ({ ...now, ...change }));
      setDirty(true);
    },
    /** Once it is stored, leaving loses nothing. */
    settled: (): void => setDirty(false),
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
