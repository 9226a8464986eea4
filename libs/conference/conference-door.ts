import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { ConferenceDoor } from '@koujing/media';
import type { ConferenceStore } from './conference-store.sql.js';
import { mayPrepare } from './may-act.js';
import { visibleConference } from './visible-conference.js';

/** Who keeps the door of a conference: whoever releases there, and the office. */
export class DoorOfConference implements ConferenceDoor {
  constructor(private readonly conferences: ConferenceStore) {}

  async reasons(queries: Queries, conferenceId: string, actor: Actor): Promise<readonly Reason[]> {
    // Who is not concerned does not even learn that there is one.
    const { organId } = await visibleConference(this.conferences, queries, actor, conferenceId);
    return mayPrepare(actor, organId);
  }
}
