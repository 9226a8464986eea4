/** The tabs of 事项 and where each lies; a new kind of duty is one line here and one word beside it. */
export const duties = {
  matters: '/matters',
  conferences: '/conferences',
  interviews: '/interviews',
  answers: '/media-answers',
  incidents: '/incidents',
  plans: '/plans',
  directives: '/directives',
  violations: '/violations',
} as const;

export type Duty = keyof typeof duties;

/** Which tab an address belongs to, the pages below it included. */
export const dutyAt = (pathname: string): Duty | undefined =>
  (Object.keys(duties) as Duty[]).find(
    (duty) => pathname === duties[duty] || pathname.startsWith(`${duties[duty]}/`),
  );
