import { serverNow } from '../../api/server-clock.js';

const hourMs = 3_600_000;

/** The next full hour that is at least half an hour away. */
export const nextHour = (): Date => new Date(Math.ceil((serverNow() + hourMs / 2) / hourMs) * hourMs);
