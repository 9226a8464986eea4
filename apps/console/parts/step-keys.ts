import { useEffect, useEffectEvent } from 'react';
import { isChorded, isTyping } from './typing.js';

/** J goes on, K goes back, and neither disturbs who is typing. */
export const useStepKeys = (listening: boolean, onStep: (by: 1 | -1) => void): void => {
  const step = useEffectEvent(onStep);
  useEffect(() => {
    if (!listening) return undefined;
    const listen = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || isChorded(event)) return;
      const key = event.key.toLowerCase();
      if (key === 'j') step(1);
      else if (key === 'k') step(-1);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [listening]);
};
