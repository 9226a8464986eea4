import { refuseIfAny, type Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import type { ShowAccreditations } from '../accreditation/show-accreditations.js';
import { mayReadMedia } from '../may-edit-media.js';
import type { DecideAtDesk } from './decide-at-desk.js';
import type { RegistrationList, RegistrationQuery } from './registration.api.js';
import type { RegistrationParts } from './registration-parts.js';

/** Who comes to a conference, and how they stand today. */
export class ShowRegistrations {
  constructor(
    private readonly parts: Omit<RegistrationParts, 'audit' | 'clock'> & {
      readonly showAccreditations: ShowAccreditations;
      readonly decide: DecideAtDesk;
    },
  ) {}

  async page(conferenceId: string, query: RegistrationQuery, actor: Actor): Promise<RegistrationList> {
    refuseIfAny(mayReadMedia(actor));
    const { database, registrations, accreditations, showAccreditations, decide, door } = this.parts;
    const { queries } = database;
    const { items, total } = await registrations.of(queries, conferenceId, query);
    const standings = await accreditations.standings(
      queries,
      items.map(({ reporterId }) => reporterId),
    );
    const barred = await door.reasons(queries, conferenceId, actor);
    const shown: RegistrationList['items'] = [];
    for (const registration of items) {
      const standing = standings.get(registration.reporterId);
      const [view] = standing === undefined ? [] : await showAccreditations.standings(queries, [standing]);
      if (standing === undefined || view === undefined) continue;
      shown.push({
        ...view,
        id: registration.id,
        registration: registration.state,
        note: registration.note,
        registeredBy: { id: registration.registeredBy, name: registration.registeredByName },
        registeredAt: civilTime(registration.registeredAt),
        decidedAt: registration.decidedAt === null ? null : civilTime(registration.decidedAt),
        actions: {
          admit: { reasons: [...barred, ...decide.admitReasons(registration, standing)] },
          turnAway: { reasons: [...barred, ...decide.turnAwayReasons(registration)] },
        },
      });
    }
    return {
      ...{ items: shown, total, page: query.page, pageSize: query.pageSize },
      counts: await registrations.counts(queries, conferenceId),
      actions: { register: { reasons: [...barred] } },
    };
  }
}
