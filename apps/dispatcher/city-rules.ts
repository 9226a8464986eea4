import { isAbsolute, join } from 'node:path';
import { loadCalendar, type WorkingCalendar } from '@koujing/calendar';
import { conferenceSection } from '@koujing/conference';
import { deadlinesSection } from '@koujing/deadline';
import { accreditationSection, interviewsSection } from '@koujing/media';
import { incidentsSection } from '@koujing/incident';
import { organKindsSection } from '@koujing/organ';
import { reportsSection, violationsSection } from '@koujing/report';
import { rosterSection } from '@koujing/roster';
import { contentSection } from '@koujing/content';
import { signOffSection } from '@koujing/signoff';
import {
  CityNumbers,
  provenanceOf,
  readSettings,
  type SettingLeaf,
  type SettingsOf,
} from '@koujing/settings';
import { projectRoot } from './project-root.js';
import { readTogether } from './read-together.js';
import { referenceMistakes } from './rule-references.js';

const sections = [
  deadlinesSection,
  accreditationSection,
  interviewsSection,
  incidentsSection,
  organKindsSection,
  rosterSection,
  conferenceSection,
  violationsSection,
  reportsSection,
  signOffSection,
  contentSection,
] as const;

/** The numbers of the measures as this city has them, and the days they count in. */
export interface CityRules extends SettingsOf<typeof sections> {
  readonly calendar: WorkingCalendar;
  /** Every number of the files with its article, and whether the city's own sets it or inherits it. */
  readonly provenance: readonly SettingLeaf[];
  /** What the office may set in the console over the files, and has set. */
  readonly numbers: CityNumbers;
}

const measures = join(projectRoot, 'config', 'rules', 'measures.yaml');
const calendars = join(projectRoot, 'config', 'calendars');

/**
 * `named`: a file in `config/rules` without its ending, or a path. Its numbers win; the rest is inherited from the measures.
 * The mistakes of the rules and of the year tables are told together.
 */
export const loadCityRules = (named: string, calendarFolder = calendars): CityRules => {
  const own =
    isAbsolute(named) || named.endsWith('.yaml')
      ? named
      : join(projectRoot, 'config', 'rules', `${named}.yaml`);
  const paths = own === measures ? [measures] : [measures, own];
  const [{ settings, sources }, calendar] = readTogether<
    [ReturnType<typeof readSettings<typeof sections>>, WorkingCalendar]
  >(
    () =>
      readSettings(sections, { paths, environment: {}, closed: ['deadlines'], across: referenceMistakes }),
    () => loadCalendar(calendarFolder),
  );
  const numbers = new CityNumbers(sections, settings);
  return { ...numbers.over(settings), calendar, numbers, provenance: provenanceOf(settings, sources) };
};
