import type { ConferencePlan } from './conference.js';
import type { ConferenceSettings, LimitName } from './conference-settings.js';

/** One number of Art.33 held against the plan. */
export interface LimitStanding {
  readonly name: LimitName;
  readonly title: string;
  readonly titleEn: string;
  readonly limit: number;
  readonly planned: number;
  readonly article: string;
  readonly hardness: 'hard' | 'soft';
  readonly exceeded: boolean;
  readonly reason: string;
}

/** What Art.33 looks at. */
export type Planned = Pick<
  ConferencePlan,
  'totalMinutes' | 'leadMinutes' | 'rostrumPersons' | 'jointOrganIds' | 'limitReasons' | 'questionSession'
>;

const names: readonly LimitName[] = ['totalMinutes', 'leadMinutes', 'rostrumPersons'];

/** What the city has no number for, and what does not apply to this conference, is left out. */
export const limitsOf = ({ limits }: Pick<ConferenceSettings, 'limits'>, plan: Planned): LimitStanding[] =>
  names.flatMap((name) => {
    const { limit, jointOnly, ...rest } = limits[name];
    if (limit === null || (jointOnly && plan.jointOrganIds.length === 0)) return [];
    const reason = plan.limitReasons[name] ?? '';
    return [{ name, ...rest, limit, planned: plan[name], exceeded: plan[name] > limit, reason }];
  });
