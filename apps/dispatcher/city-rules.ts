import { isAbsolute, join } from 'node:path';
import { loadCalendar, type WorkingCalendar } from '@koujing/calendar';
import { deadlinesSection } from '@koujing/deadline';
import { accreditationSection } from '@koujing/media';
import { organKindsSection } from '@koujing/organ';
import { rosterSection } from '@koujing/roster';
import { loadSettings, type SettingsOf } from '@koujing/settings';
import { projectRoot } from './project-root.js';

const sections = [deadlinesSection, accreditationSection, organKindsSection, rosterSection] as const;

/** The numbers of the measures as this city has them, and the days they count in. */
export interface CityRules extends SettingsOf<typeof sections> {
  readonly calendar: WorkingCalendar;
}

const measures = join(projectRoot, 'config', 'rules', 'measures.yaml');

/** `named`: a file in `config/rules` without its ending, or a path. Its numbers win; the rest is inherited from the measures. */
export const loadCityRules = (named: string): CityRules => {
  const own =
    isAbsolute(named) || named.endsWith('.yaml')
      ? named
      : join(projectRoot, 'config', 'rules', `${named}.yaml`);
  const paths = own === measures ? [measures] : [measures, own];
  return {
    ...loadSettings(sections, { paths, environment: {} }),
    calendar: loadCalendar(join(projectRoot, 'config', 'calendars')),
  };
};
