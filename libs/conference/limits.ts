import type { Reason } from '@koujing/kernel';
import type { ConferencePlan } from './conference.js';
import type { ConferenceSettings } from './conference-settings.js';
import { limitsOf, type Planned } from './limit-standing.js';
import { conferenceRefusal } from './refusal.js';

/** Soft ones (原则上, 一般) are passed over with a reason; the question session (要设置) is not. */
export const limitReasons = (
  settings: Pick<ConferenceSettings, 'limits' | 'questionSession'>,
  plan: Planned,
): readonly Reason[] => {
  const questions = settings.questionSession;
  const asked = (plan.limitReasons['questionSession'] ?? '') !== '';
  const lacking = questions.required && !plan.questionSession && (questions.hardness === 'hard' || !asked);
  return [
    ...limitsOf(settings, plan).flatMap((limit) => {
      if (!limit.exceeded) return [];
      if (limit.hardness === 'hard') return [conferenceRefusal.overLimit(limit)];
      return limit.reason === '' ? [conferenceRefusal.limitReasonNeeded(limit)] : [];
    }),
    ...(lacking ? [conferenceRefusal.noQuestions(questions.article)] : []),
  ];
};

/** Whether it is held is decided by theme, content and the attention that it has (Art.28); in an emergency Art.23 decides. */
export const justificationReasons = (
  { justification: asked }: Pick<ConferenceSettings, 'justification'>,
  { justification, emergency }: Pick<ConferencePlan, 'justification' | 'emergency'>,
): readonly Reason[] =>
  asked.required && !emergency && justification === ''
    ? [conferenceRefusal.justificationMissing(asked.article)]
    : [];
