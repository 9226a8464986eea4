import { useSyncExternalStore } from 'react';

/** A hook that tells whether a media query holds, now and after each change. */
const mediaHook = (query: string): (() => boolean) => {
  const media = window.matchMedia(query);
  const subscribe = (listener: () => void): (() => void) => {
    media.addEventListener('change', listener);
    return () => media.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => media.matches);
};

/** True where cards and tabs replace tables and columns. */
export const usePhone = mediaHook('(max-width: 767px)');

/** True where the system asks for less motion: nothing slides. */
export const useCalm = mediaHook('(prefers-reduced-motion: reduce)');
