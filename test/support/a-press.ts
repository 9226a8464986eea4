import type { Actor } from '@koujing/access';
import type { Database } from '@koujing/database';
import { PlainRenditions } from '@koujing/release';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';
import { interviewCasesOf, type InterviewCases } from '../../apps/dispatcher/interview-cases.js';
import { mediaCasesOf, type MediaCases } from '../../apps/dispatcher/media-cases.js';
import {
  accreditationInputSchema,
  type AccreditationInput,
} from '../../libs/media/accreditation/accreditation.api.js';
import { interviewInputSchema, type InterviewInput } from '../../libs/media/interview/interview.api.js';
import { outletInputSchema, reporterInputSchema } from '../../libs/media/media.api.js';
import { aCity, type City } from './a-city.js';

/** A small city with one outlet and whoever of it a test needs. */
export interface Press {
  readonly city: City;
  readonly media: MediaCases;
  readonly interviews: InterviewCases;
  readonly outletId: string;
  readonly coordinator: Actor;
  /** A new active reporter of the outlet; its id. */
  reporter(name: string): Promise<string>;
  /** A request of the outlet to the water organ. */
  asked(changes?: Partial<InterviewInput>): Promise<string>;
  /** One look at one credential; every default is a valid press card. */
  checked(reporterId: string, changes?: Partial<AccreditationInput>): Promise<string>;
}

let named = 0;

/** `rulesName`: a file of `config/rules`, or a path. */
export const aPress = async (database: Database, rulesName: string): Promise<Press> => {
  const rules = loadCityRules(rulesName);
  const city = await aCity(database, new PlainRenditions(), rulesName);
  const consoleUrl = 'http://127.0.0.1:3000';
  const media = mediaCasesOf(city.cases, { rules, consoleUrl });
  const interviews = interviewCasesOf({ cases: city.cases, media, rules, consoleUrl });
  const coordinator = await city.actor('office', 'coordinator');
  const outlet = outletInputSchema.parse({ name: '滨海晨报（虚构）', kind: 'newspaper' });
  const outletId = await media.saveOutlet.perform(null, outlet, coordinator);
  return {
    ...{ city, media, interviews, outletId, coordinator },
    reporter: async (name) => {
      named += 1;
      const input = reporterInputSchema.parse({ outletId, name, address: `r${named}@chenbao.example` });
      return media.saveReporter.perform(null, input, coordinator);
    },
    asked: (changes = {}) => {
      const input = interviewInputSchema.parse({
        ...{ outletId, organId: 'water', via: 'email' },
        ...{ subject: '城区供水管网冲洗', questions: '冲洗期间是否停水？' },
        ...changes,
      });
      return interviews.register.perform(input, coordinator);
    },
    checked: async (reporterId, changes = {}) => {
      const input = accreditationInputSchema.parse({
        ...{ credential: 'pressCard', number: 'K21000000000001', register: 'originalSeen' },
        ...{ confirmed: true, validTo: '2028-12-31' },
        ...changes,
      });
      return media.checkAccreditation.perform(reporterId, input, coordinator);
    },
  };
};
