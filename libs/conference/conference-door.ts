import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { ConferenceDoor } from '@koujing/media';
import type { ConferenceStore } from './conference-store.sql.js';
import { mayPrepare } from './may-act.js';
import { conferenceRefusal } from './refusal.js';

/** Who keeps the door of a conference: whoever releases there, and the office. */
export class DoorOfConference implements ConferenceDoor {
  constructor(private readonly conferences: ConferenceStore) {}

  async reasons(queries: Queries, conferenceId: string, actor: Actor): Promise<readonly Reason[]> {
    const conference = await this.conferences.find(queries, conferenceId);
    return conference === null ? [conferenceRefusal.notFound] : mayPrepare(actor, conference.organId);
  }
}
