import { useEffect, useRef, useState } from 'react';
import { isChorded, isTyping } from '../../parts/typing.js';

/** The fact looked at, 1 to `count`; J goes on, K goes back, and neither disturbs who is typing. */
export const useSteps = (count: number) => {
  const [at, setAt] = useState(1);
  useEffect(() => {
    const step = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || isChorded(event) || count === 0) return;
      const key = event.key.toLowerCase();
      if (key === 'j') setAt((now) => (now % count) + 1);
      else if (key === 'k') setAt((now) => ((now - 2 + count) % count) + 1);
    };
    document.addEventListener('keydown', step);
    return () => document.removeEventListener('keydown', step);
  }, [count]);
  const shown = useRef(at);
  useEffect(() => {
    // The page opens at its top; only a step scrolls.
    if (shown.current === at) return;
    shown.current = at;
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    for (const mark of document.querySelectorAll(`[data-mark~="${at}"]`))
      mark.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  }, [at]);
  return { at, goTo: setAt };
};
