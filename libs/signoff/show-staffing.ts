import { inOffice, may, refuseIfAny, type Actor, type PersonStore } from '@koujing/access';
import type { Database } from '@koujing/database';
import type { OrganStore } from '@koujing/organ';
import { signoffRefusal } from './refusal.js';
import type { SignOffRules } from './sign-off-rules.js';
import { leadersOf, staffingGaps } from './staffing.js';
import type { StaffingList } from './staffing.api.js';

export interface StaffingParts {
  readonly database: Database;
  readonly organs: OrganStore;
  readonly people: PersonStore;
  readonly rules: { readonly signOff: SignOffRules };
}

/** Organs whose releases nobody could sign to the end, and organs with more main leaders than one. */
export class ShowStaffing {
  constructor(private readonly parts: StaffingParts) {}

  /** For whoever looks after the whole city. @throws Problem `forbidden` */
  async list(actor: Actor): Promise<StaffingList> {
    const { database, organs, people, rules } = this.parts;
    if (!inOffice(actor, 'coordinator') && !inOffice(actor, 'administrator'))
      refuseIfAny(may(actor, 'coordinator', ''));
    const { queries } = database;
    const persons = await people.actors(queries);
    const items = (await organs.all(queries))
      .filter(({ kind }) => kind !== 'imported')
      .map((organ) => {
        const leaders = leadersOf(organ, persons);
        const many = leaders.length > 1 ? [signoffRefusal.manyLeaders(organ.name, leaders.length)] : [];
        return {
          organ: { id: organ.id, name: organ.name, shortName: organ.shortName },
          gaps: [...staffingGaps(rules.signOff.chains, organ, persons), ...many],
          leaders: leaders.length > 1 ? leaders.map(({ personId: id, name }) => ({ id, name })) : [],
        };
      });
    return {
      items: items.filter(({ gaps }) => gaps.length > 0),
      actions: { settleLeader: { reasons: [...leaderReasons(actor)] } },
    };
  }
}

/** Who the main leader is stands in the organ's papers; the office's administrator enters it. */
export const leaderReasons = (actor: Actor) =>
  inOffice(actor, 'administrator') ? [] : may(actor, 'administrator', '');
