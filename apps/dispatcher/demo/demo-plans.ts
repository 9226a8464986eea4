import { z } from 'zod';
import { directiveInputSchema } from '../../../libs/matter/directive/directive.api.js';
import { releaseLevelSchema } from '../../../libs/matter/plan/plan.api.js';
import { releaseFormSchema } from '../../../libs/matter/plan/release-form.api.js';

const terms = z.strictObject({ level: releaseLevelSchema, form: releaseFormSchema });

/** `config/demo/plans.yaml`; times are days from the start and an hour. */
export const plansFile = z.strictObject({
  plan: z.strictObject({
    meetingOrgan: z.string(),
    meeting: z.string(),
    met: z.string(),
    item: z.string(),
    lead: z.string(),
    outline: z.string(),
    proposed: terms,
    decided: terms,
    note: z.string(),
    due: z.string(),
    parts: z.array(
      z.strictObject({ kind: z.enum(['release', 'conference']), organ: z.string(), title: z.string() }),
    ),
  }),
  year: z.strictObject({
    title: z.string(),
    keyContent: z.string(),
    items: z.array(
      z.strictObject({
        organ: z.string(),
        topic: z.string(),
        monthsFromNow: z.int(),
        form: releaseFormSchema,
        /** To a release of that organ that is out. */
        link: z.boolean().default(false),
      }),
    ),
  }),
  directives: z.array(
    z.strictObject({
      to: z.string(),
      title: z.string(),
      text: z.string(),
      issued: z.string(),
      acknowledgeBy: z.string().optional(),
      due: z.string(),
      line: directiveInputSchema.shape.line,
      acknowledged: z.boolean().default(false),
    }),
  ),
});

export type DemoPlans = z.infer<typeof plansFile>;
