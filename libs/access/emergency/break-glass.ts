import { readableSecret } from '../readable-secret.js';

/** The one emergency account: as a person and as a user name. */
export const breakGlassId = 'break-glass';

/** Long enough to let somebody in again, short enough that nobody works in it. */
export const BREAK_GLASS_MS = 30 * 60_000;

/** 138 bits: it lies in an envelope for years. */
export const newBreakGlassPassword = (): string => readableSecret(7);
