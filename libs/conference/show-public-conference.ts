import type { Queries } from '@koujing/database';
import { civilTime, Problem } from '@koujing/kernel';
import type { PublicConference } from './conference-view.api.js';
import type { ConferenceParts } from './conference-parts.js';
import { conferenceRefusal } from './refusal.js';
import { standingOfNumber } from './standing-of-number.js';

const statusTexts = {
  approved: '经批准的新闻发布会',
  held: '经批准，已举行',
  voided: '此文号已作废，不得据此报道',
  cancelled: '已取消',
} as const;

/** Whether a number stands for an approved conference: what media may rely on, and no word more (Art.40). */
export class ShowPublicConference {
  constructor(
    private readonly parts: Pick<ConferenceParts, 'database' | 'registrations' | 'conferences' | 'organs'>,
  ) {}

  /** @throws Problem `notFound` for numbers nobody was given */
  async byNumber(number: string): Promise<PublicConference> {
    const { database, registrations, conferences, organs } = this.parts;
    const { queries } = database;
    const found = await registrations.byNumber(queries, number.trim());
    const conference = found === null ? null : await conferences.find(queries, found.conferenceId);
    if (found === null || conference === null)
      throw new Problem('notFound', [conferenceRefusal.numberNotFound]);
    const status = standingOfNumber(conference, found.voidedAt !== null);
    return {
      ...{ number: found.number, status, statusText: statusTexts[status] },
      ...{ name: found.name, theme: found.theme, place: found.place },
      organ: await nameOf(organs, queries, conference.organId),
      startsAt: civilTime(found.startsAt),
      approvedAt: civilTime(found.approvedAt),
      voidedAt: found.voidedAt === null ? null : civilTime(found.voidedAt),
    };
  }
}

const nameOf = async (organs: ConferenceParts['organs'], queries: Queries, id: string): Promise<string> =>
  (await organs.find(queries, id))?.name ?? '';
