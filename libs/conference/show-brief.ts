import type { Actor } from '@koujing/access';
import { Problem, type Clock } from '@koujing/kernel';
import { makeSheet, sheetTypes } from '@koujing/template';
import { briefSheet } from './brief-sheet.js';
import type { BriefFormat } from './conference.api.js';
import { conferenceRefusal } from './refusal.js';
import type { ShowConferences } from './show-conferences.js';

/** The brief of a conference as a file, for the office's archive (Art.35). */
export class ShowBrief {
  constructor(
    private readonly conferences: Pick<ShowConferences, 'one'>,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem `notFound` where there is no conference to see, or no brief yet */
  async file(
    id: string,
    format: BriefFormat,
    actor: Actor,
  ): Promise<{ readonly name: string; readonly mimeType: string; readonly bytes: Uint8Array }> {
    const conference = await this.conferences.one(id, actor);
    const sheet = briefSheet(conference, { madeBy: actor.name, madeAt: this.clock.now() });
    if (sheet === null) throw new Problem('notFound', [conferenceRefusal.noBrief]);
    const name = `${sheet.title.replace(/[\\/:：*?"<>|]+/gu, ' ')}.${format}`;
    return { name, mimeType: sheetTypes[format], bytes: await makeSheet(sheet, format) };
  }
}
