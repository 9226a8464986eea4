/** Whoever was registered once the conference had begun was added at the door; both times carry their offset. */
export const isLate = (registeredAt: string, startsAt: string): boolean =>
  Date.parse(registeredAt) >= Date.parse(startsAt);
