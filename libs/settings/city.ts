import { z } from 'zod';
import { accentColour } from './accent-colour.js';
import { cityPortal } from './city-portal.js';
import { section } from './section.js';

/** Who the city is: names, identifiers and the zone that all civil times are told in. */
export const citySection = section(
  'city',
  z.strictObject({
    name: z.string().min(1),
    /** IANA zone of due times and of the tick. */
    timeZone: z
      .string()
      .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'IANA 时区名，如 Asia/Shanghai'),
    /** Its rules file: a name in `config/rules`, or a path. */
    rules: z.string().min(1).default('measures'),
    /** The office under its two names (Art.4). */
    office: z.strictObject({ party: z.string().min(1), government: z.string().min(1) }),
    /** Prefix of release numbers, e.g. 滨新发. */
    numberPrefix: z.string().min(1),
    /** Main colour of the console; the usual blue where it is left out. */
    accent: accentColour.optional(),
    portal: cityPortal,
  }),
);
