import { useEffect, useRef, useState } from 'react';
import { useCalm } from '../../parts/use-media.js';
import { useStepKeys } from '../../parts/step-keys.js';

/** The fact looked at, 1 to `count`; J goes on, K goes back. */
export const useSteps = (count: number) => {
  const [at, setAt] = useState(1);
  useStepKeys(count > 0, (by) => setAt((now) => ((now - 1 + by + count) % count) + 1));
  const calm = useCalm();
  const shown = useRef(at);
  useEffect(() => {
    // The page opens at its top; only a step scrolls.
    if (shown.current === at) return;
    shown.current = at;
    for (const mark of document.querySelectorAll(`[data-mark~="${at}"]`))
      mark.scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
  }, [at, calm]);
  return { at, goTo: setAt };
};
