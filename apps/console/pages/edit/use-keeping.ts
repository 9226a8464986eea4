import { useEffect, useRef, useState } from 'react';
import { forgetDraft, keepDraft, type KeptDraft } from './kept-draft.js';

/** Long enough not to write at every stroke, short enough that nobody misses what is lost. */
const settleMs = 800;

/** Keeps what is typed in this browser; null where there is nothing to keep, or something older waits for an answer. */
export const useKeeping = (key: string, typed: Omit<KeptDraft, 'at'> | null) => {
  const [keptAt, setKeptAt] = useState<string | null>(null);
  const pending = useRef<(() => void) | null>(null);
  const { form, revision } = typed ?? { form: null, revision: null };
  useEffect(() => {
    if (form === null) return;
    const write = (): void => {
      pending.current = null;
      const at = new Date().toISOString();
      setKeptAt(keepDraft(localStorage, key, { form, revision, at }) ? at : null);
    };
    pending.current = write;
    const timer = setTimeout(write, settleMs);
    return () => clearTimeout(timer);
  }, [key, form, revision]);
  useEffect(() => {
    const hurry = (): void => pending.current?.();
    // A lid that closes, a tab that is thrown away: the last moment in which a page surely runs.
    document.addEventListener('visibilitychange', hurry);
    return () => {
      document.removeEventListener('visibilitychange', hurry);
      hurry();
    };
  }, []);
  return {
    keptAt,
    forget: (): void => {
      pending.current = null;
      forgetDraft(localStorage, key);
      setKeptAt(null);
    },
  };
};
