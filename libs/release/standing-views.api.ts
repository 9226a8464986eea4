import type { ViewFilters } from './release-view.api.js';

/** Views that everybody has; the console gives them their names. */
export const standingViews = {
  drafted: { mine: 'drafted' },
  waiting: { mine: 'waiting' },
  dueToday: { clock: 'today' },
  inConflict: { conflict: 'open' },
  marked: { mine: 'marked' },
} as const satisfies Readonly<Record<string, ViewFilters>>;
export type StandingView = keyof typeof standingViews;
