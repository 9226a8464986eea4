import type { Queries } from '@koujing/database';
import type { ConferenceRegister, NumberedConference } from '@koujing/matter';
import { organsOf } from './conference.js';
import { conferenceOf } from './conference-store.sql.js';
import { standingOfNumber } from './standing-of-number.js';

/** Every number that was ever given, with what became of it; a voided one stays (Art.40). */
export class RegisterOfConferences implements ConferenceRegister {
  async numbered(queries: Queries, numbers: readonly string[]): Promise<readonly NumberedConference[]> {
    if (numbers.length === 0) return [];
    const rows = await queries
      .selectFrom('conference_approval')
      .innerJoin('conference', 'conference.id', 'conference_approval.conference_id')
      .selectAll('conference')
      .select(['conference_approval.number as given', 'conference_approval.voided_at'])
      .where('conference_approval.number', 'in', [...new Set(numbers)])
      .execute();
    return rows.map((row) => {
      const conference = conferenceOf(row);
      return {
        ...{ number: row.given, conferenceId: conference.id, theme: conference.theme },
        organIds: organsOf(conference),
        standing: standingOfNumber(conference, row.voided_at !== null),
      };
    });
  }
}
