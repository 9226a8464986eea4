import { section } from '@koujing/settings';
import { z } from 'zod';

const kindRule = {
  article: z.string({ error: '所依据的条文，如 第三十九条第一项 (the article it rests on)' }).min(1),
  /** Rules of `deadlines` whose passing is an act of this kind. */
  deadlines: z.array(z.string().min(1)).default([]),
};

/** What establishes each of the six kinds of Art.39 in this city. */
export const violationsSection = section(
  'violations',
  z.strictObject({
    notReleased: z.strictObject(kindRule),
    interviewRefused: z.strictObject(kindRule),
    emergencyMishandled: z.strictObject(kindRule),
    unauthorised: z.strictObject(kindRule),
    directiveDisobeyed: z.strictObject(kindRule),
    reviewMissing: z.strictObject({
      ...kindRule,
      /** Hits in a published text that count: what the reviewer is only asked about (telephones) does not. */
      scan: z.array(
        z.enum(['classificationMark', 'internalMark', 'identityCard', 'bankCard', 'phone'], {
          error: 'classificationMark、internalMark、identityCard、bankCard 或 phone',
        }),
      ),
    }),
  }),
);

export type ViolationRules = z.infer<typeof violationsSection.schema>;
