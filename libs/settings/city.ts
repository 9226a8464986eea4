import { z } from 'zod';
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
    portal: z.strictObject({
      siteName: z.string().min(1),
      siteDomain: z.string().min(1),
      /** 政府网站标识码, ten characters (CHANNELS.md D2). */
      siteIdCode: z.string().regex(/^[a-z0-9]{10}$/u, '十位标识码'),
      icp: z.string(),
      policeRecord: z.string(),
      host: z.string().min(1),
      contact: z.string(),
      /** WebSub hub that is told of new entries (CHANNELS.md D1); none where it is left out. */
      hub: z.url({ protocol: /^https?$/u }).optional(),
      /** Main colour of the site. */
      accent: z
        .string()
        .regex(/^#[0-9a-f]{6}$/iu, '颜色，如 #a8151b (a colour)')
        .optional(),
    }),
  }),
);
