import { useSyncExternalStore } from 'react';

/**
 * The city's hour, as the last answer of the server told it and as this browser has counted on since: a PC whose clock is
 * wrong shows no limit as kept that is not. Milliseconds since 1970.
 */
let heard: { readonly server: number; readonly at: number } | null = null;

export const serverNow = (): number =>
  heard === null ? Date.now() : heard.server + performance.now() - heard.at;

export const serverDate = (): Date => new Date(serverNow());

const minuteMs = 60_000;
/** An answer takes its time on the way; less than this (ms) is no other hour. */
const noticeable = 5_000;

let shown = 0;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

const tick = (): void => {
  shown = serverNow();
  for (const listener of listeners) listener();
  clearTimeout(timer);
  if (listeners.size > 0) timer = setTimeout(tick, minuteMs - (shown % minuteMs));
};

/** Every answer says what the hour is; one without says nothing. */
export const hearServerTime = (told: string | null): void => {
  const server = told === null ? Number.NaN : Date.parse(told);
  if (Number.isNaN(server)) return;
  const off = Math.abs(server - serverNow());
  heard = { server, at: performance.now() };
  if (off > noticeable) tick();
};

/** A browser that slept, or kept a page in the background, has let minutes pass. */
const whenSeen = (): void => {
  if (document.visibilityState === 'visible') tick();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (listeners.size === 1) {
    document.addEventListener('visibilitychange', whenSeen);
    tick();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener('visibilitychange', whenSeen);
    clearTimeout(timer);
  };
};

/** The hour for what is on the page: the same for all of it, and another one with every full minute. */
const hour = (): number => (listeners.size === 0 ? Math.floor(serverNow() / minuteMs) * minuteMs : shown);

export const useServerNow = (): number => useSyncExternalStore(subscribe, hour, serverNow);
