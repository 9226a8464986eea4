import { isPeriod, periodUnits, type ConferenceSettings } from '@koujing/conference';
import type { DeadlineRules } from '@koujing/deadline';
import type { ViolationRules } from '@koujing/report';
import type { SettingMistake } from '@koujing/settings';

/** The sections that name clocks of another section; one that could not be read is missing here. */
interface Named {
  readonly deadlines?: DeadlineRules;
  readonly violations?: ViolationRules;
  readonly conference?: ConferenceSettings;
}

/**
 * Clocks are named by their entry in `deadlines`. A misspelt one would establish nothing and say nothing (violations),
 * or stop the application of every conference of its kind: a chain that nobody completes.
 */
export const referenceMistakes = ({
  deadlines,
  violations,
  conference,
}: Named): readonly SettingMistake[] => {
  if (deadlines === undefined) return [];
  const known = Object.keys(deadlines);
  const named = [...clocksOfViolations(violations), ...clocksOfConferences(conference)];
  return [
    ...named
      .filter(({ clock }) => !known.includes(clock))
      .map(({ path }) => ({ path, allowed: `deadlines 中的一项 (one of deadlines): ${known.join(', ')}` })),
    ...unitsOfRoutine(deadlines, conference),
  ];
};

/** So often in a period (Art.29): a duty that counts by anything else has no period to be done in. */
const unitsOfRoutine = (
  deadlines: DeadlineRules,
  conference: ConferenceSettings | undefined,
): readonly SettingMistake[] =>
  Object.keys(conference?.routineDuty.duties ?? {})
    .filter((clock) => deadlines[clock] !== undefined && !isPeriod(deadlines[clock].unit))
    .map((clock) => ({
      path: ['deadlines', clock, 'unit'],
      allowed: `按周期计的单位 (a period): ${periodUnits.join(', ')}`,
    }));

interface NamedClock {
  readonly path: readonly PropertyKey[];
  readonly clock: string;
}

const clocksOfViolations = (rules: ViolationRules | undefined): readonly NamedClock[] =>
  Object.entries(rules ?? {}).flatMap(([kind, rule]) =>
    rule.deadlines.map((clock, at) => ({ path: ['violations', kind, 'deadlines', at], clock })),
  );

const clocksOfConferences = (settings: ConferenceSettings | undefined): readonly NamedClock[] => {
  if (settings === undefined) return [];
  const { kinds, brief, routineDuty } = settings;
  return [
    ...Object.entries(kinds).flatMap(([kind, { application, answer, materials }]) => {
      const path = ['conference', 'kinds', kind];
      return [
        { path: [...path, 'application', 'rule'], clock: application.rule },
        { path: [...path, 'answer'], clock: answer },
        ...materials.map((clock, at) => ({ path: [...path, 'materials', at], clock })),
      ];
    }),
    { path: ['conference', 'brief', 'rule'], clock: brief.rule },
    ...Object.keys(routineDuty.duties).map((clock) => ({
      path: ['conference', 'routineDuty', 'duties', clock],
      clock,
    })),
  ];
};
