import { useEffect, useEffectEvent } from 'react';
import { isForList } from './use-list-keys.js';

/** J goes on, K goes back; neither disturbs who is typing, nor moves what lies behind a dialog. */
export const useStepKeys = (listening: boolean, onStep: (by: 1 | -1) => void): void => {
  const step = useEffectEvent(onStep);
  useEffect(() => {
    if (!listening) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (!isForList(event)) return;
      const key = event.key.toLowerCase();
      if (key === 'j') step(1);
      else if (key === 'k') step(-1);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [listening]);
};
