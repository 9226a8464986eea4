import { z } from 'zod';

/** GET /api/rules: every number in force, with its article. */
export const rulesViewSchema = z.object({
  items: z.array(
    z.object({
      /** `deadlines.routineRelease.limit` */
      key: z.string(),
      value: z.unknown(),
      /** The provision it rests on; '' if the file names none. */
      article: z.string(),
      /** `city`: its own file sets it; `measures`: inherited from the measures; `default`: neither speaks of it. */
      origin: z.enum(['city', 'measures', 'default']),
    }),
  ),
});
export type RulesView = z.infer<typeof rulesViewSchema>;
