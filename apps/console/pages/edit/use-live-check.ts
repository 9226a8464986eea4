import { plainText } from '@koujing/block';
import { useEffect, useState } from 'react';
import { ask } from '../../api/client.js';
import { type liveCheckSchema, type LiveCheck } from '../../api/contract.js';
import type { DraftForm } from './draft-form.js';

/** Long enough not to ask for every keystroke, short enough to be there when one stops to think. */
const pauseMs = 500;

/** What was asked, so that the answer's offsets are never laid over another text. */
export interface Checked {
  readonly title: string;
  readonly plain: string;
  readonly answer: LiveCheck;
}

export interface LiveChecking {
  readonly checked: Checked | null;
  readonly busy: boolean;
  readonly failed: boolean;
}

/** The detector's word on the text as it is typed: asked after a pause, the question before it called off. */
export const useLiveCheck = (form: DraftForm, releaseId: string | null): LiveChecking => {
  const [state, setState] = useState<LiveChecking>({ checked: null, busy: false, failed: false });
  const { organId, kind, title, blocks, jointOrganIds, relayOf, supersedes, matter, overrides } = form;
  const joint = jointOrganIds.join(' ');
  useEffect(() => {
    if (organId === undefined || `${title}${plainText(blocks)}`.trim() === '') {
      setState({ checked: null, busy: false, failed: false });
      return undefined;
    }
    const controller = new AbortController();
    const question = async (): Promise<void> => {
      setState((now) => ({ ...now, busy: true }));
      const plain = plainText(blocks);
      const input = {
        ...{ releaseId, organId, kind, title, relayOf, supersedes, overrides },
        body: plain,
        jointOrganIds: joint === '' ? [] : joint.split(' '),
        matter: matter === '' ? null : matter,
      };
      const answer = await ask<typeof liveCheckSchema>('/live-check', {
        method: 'POST',
        body: input,
        signal: controller.signal,
      });
      setState({ checked: { title, plain, answer }, busy: false, failed: false });
    };
    const timer = setTimeout(() => {
      question().catch(() => {
        // Called off: the next question is on its way and will say how it went.
        if (!controller.signal.aborted) setState((now) => ({ ...now, busy: false, failed: true }));
      });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [releaseId, organId, kind, title, blocks, joint, relayOf, supersedes, matter, overrides]);
  return state;
};
