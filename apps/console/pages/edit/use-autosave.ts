import { useEffect, useMemo, useRef, useState } from 'react';
import type { WorkingCopyKept } from '../../api/contract.js';
import type { RefusalReason } from '../../api/refusal.js';
import { refusalFrom } from '../../parts/refusal-notice.js';
import { Autosave } from './autosave.js';
import type { DraftForm } from './draft-form.js';
import { workingDraftOf } from './working-draft.js';
import { forgetWorkingCopy, keepWorkingCopy } from './working-copy-questions.js';

interface Autosaving {
  /** What is typed and waits to be kept; null where nothing does, or something older waits for an answer. */
  readonly typed: DraftForm | null;
  readonly releaseId: string | null;
  /** That it is typed over. */
  readonly revision: number | null;
  /** Of the copy that the server has already. */
  readonly seq: number | null;
}

export interface AutosaveState {
  /** ISO 8601; null until something was kept. */
  readonly savedAt: string | null;
  readonly reasons: readonly RefusalReason[];
  /** Another window of the same person kept it meanwhile: nothing is sent until it is decided which text goes on. */
  readonly isOvertaken: boolean;
  /** Where the release itself stands, as the last keeping was told. */
  readonly stored: WorkingCopyKept['stored'];
}

const realClock = {
  now: () => performance.now(),
  after: (ms: number, act: () => void) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

const nothing: AutosaveState = { savedAt: null, reasons: [], isOvertaken: false, stored: null };

/** What is typed goes to the server after a pause, as a working copy: no version and no signature is touched (`libs/release`). */
export const useAutosave = ({ typed, releaseId, revision, seq }: Autosaving) => {
  const [state, setState] = useState(nothing);
  const newest = useRef({ typed, revision });
  const known = useRef(seq);
  useEffect(() => {
    newest.current = { typed, revision };
  });
  const autosave = useMemo(() => {
    const send = (): Promise<WorkingCopyKept> | null => {
      const { typed: form, revision: baseRevision } = newest.current;
      const draft = form === null ? null : workingDraftOf(form);
      return draft === null
        ? null
        : keepWorkingCopy(releaseId, { expectedSeq: known.current, baseRevision, draft });
    };
    return new Autosave<WorkingCopyKept>(
      {
        send,
        onKept: ({ seq: next, savedAt, stored }) => {
          known.current = next;
          setState({ savedAt, stored, reasons: [], isOvertaken: false });
        },
        onFailed: (error) => {
          const refusal = refusalFrom(error);
          const isOvertaken = refusal.code === 'stale';
          setState((before) => ({ ...before, reasons: refusal.reasons, isOvertaken }));
          // What is refused is refused again; a cut line or an ended session may be mended.
          return refusal.status === 0 || refusal.status === 401 || refusal.status >= 500;
        },
      },
      realClock,
    );
  }, [releaseId]);
  useEffect(() => {
    if (typed !== null && !state.isOvertaken) autosave.changed();
  }, [autosave, typed, state.isOvertaken]);
  useEffect(() => {
    const hurry = (): void => {
      if (document.visibilityState === 'hidden') autosave.hurry();
    };
    document.addEventListener('visibilitychange', hurry);
    return () => document.removeEventListener('visibilitychange', hurry);
  }, [autosave]);
  return {
    ...state,
    /** Goes on from the copy that another window kept. */
    follow: (next: number | null): void => {
      known.current = next;
      setState(nothing);
    },
    /** It is saved: the server has forgotten the copy itself. */
    settled: (): void => autosave.stop(),
    throwAway: async (): Promise<void> => {
      await forgetWorkingCopy(releaseId);
      known.current = null;
      setState(nothing);
    },
  };
};
