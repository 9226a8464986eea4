import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 767px)');

const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** True where cards and tabs replace tables and columns. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);
