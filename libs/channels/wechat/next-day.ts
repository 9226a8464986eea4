const dayMs = 86_400_000;
const beijingOffsetMs = 8 * 3_600_000;
/** The reset hour is documented nowhere (00:00, unverified): a little after midnight costs nothing. */
const marginMs = 5 * 60_000;

/** Milliseconds until the platform's next day has surely begun, Beijing time. */
export const untilNextDay = (now: Date): number =>
  dayMs - ((now.getTime() + beijingOffsetMs) % dayMs) + marginMs;
