import { z } from 'zod';
import { answerFormSchema } from '../../../libs/media/answer/answer.api.js';
import { interviewFormSchema, interviewViaSchema } from '../../../libs/media/interview/interview.api.js';
import { listRuleSchema } from '../../../libs/media/media.api.js';

const matterRef = z.strictObject({ owner: z.string(), title: z.string() });
const asked = {
  subject: z.string(),
  organ: z.string(),
  /** By mail address. */
  reporter: z.string(),
  matter: matterRef.exactOptional(),
  at: z.string(),
};

/** `config/demo/press.yaml`. */
export const pressFile = z.strictObject({
  reporters: z.array(
    z.strictObject({
      outlet: z.string(),
      name: z.string(),
      address: z.string(),
      beat: z.string(),
      credential: z.string().exactOptional(),
      number: z.string().default(''),
      register: z.string().default('originalSeen'),
      /** From the first start on; negative: it has ended. */
      validDays: z.int().exactOptional(),
      ledBy: z.string().exactOptional(),
    }),
  ),
  lists: z.array(
    z.strictObject({ name: z.string(), accredited: z.boolean().default(false), rule: listRuleSchema }),
  ),
  interviews: z.array(
    z.strictObject({
      ...asked,
      via: interviewViaSchema,
      questions: z.string(),
      arranged: z
        .strictObject({ form: interviewFormSchema, at: z.string(), place: z.string(), person: z.string() })
        .exactOptional(),
      refusal: z.strictObject({ reason: z.string(), text: z.string() }).exactOptional(),
    }),
  ),
  answers: z.array(
    z.strictObject({
      ...asked,
      form: answerFormSchema,
      question: z.string(),
      answer: z.string(),
      answeredBy: z.string(),
    }),
  ),
});

export type DemoPress = z.infer<typeof pressFile>;
