import { useState, type FocusEvent, type KeyboardEvent } from 'react';

const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_at, count) => count - 1,
};

/** A toolbar is one stop of the Tab key; the arrows walk within it (WAI-ARIA toolbar pattern). */
export const useRoving = () => {
  const [stop, setStop] = useState(0);
  const buttonsIn = (bar: Element): HTMLButtonElement[] => [...bar.querySelectorAll('button')];
  return {
    tabIndexOf: (index: number): 0 | -1 => (index === stop ? 0 : -1),
    bar: {
      onKeyDown: (event: KeyboardEvent<HTMLElement>): void => {
        const step = steps[event.key];
        const all = buttonsIn(event.currentTarget);
        const at = all.findIndex((button) => button === document.activeElement);
        if (step === undefined || at < 0) return;
        event.preventDefault();
        all[step(at, all.length)]?.focus();
      },
      onFocus: (event: FocusEvent<HTMLElement>): void => {
        const at = buttonsIn(event.currentTarget).findIndex((button) => button === event.target);
        if (at >= 0) setStop(at);
      },
    },
  };
};
