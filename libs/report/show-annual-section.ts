import { visibilityOf, type Actor } from '@koujing/access';
import { civilDayOf, periodOf, spanOf } from '@koujing/calendar';
import { Problem } from '@koujing/kernel';
import { reportRefusal } from './refusal.js';
import type { AnnualQuery, AnnualSection } from './tally.api.js';
import { countsOf, totalOf, type TallyParts } from './tally-parts.js';

/** The section of the annual disclosure report on release work: conferences, publicity, interpretation (Art.38). */
export class ShowAnnualSection {
  constructor(private readonly parts: TallyParts) {}

  /** @throws Problem `notFound` for an organ that is not there for this person */
  async show({ year, organ: organId }: AnnualQuery, actor: Actor): Promise<AnnualSection> {
    const { database, organs, tally, reports, clock } = this.parts;
    const { queries } = database;
    const seen = visibilityOf(actor);
    const organ = organId === undefined ? null : await organs.find(queries, organId);
    const theirs = organId === undefined ? seen.all : seen.all || seen.organIds.includes(organId);
    if (!theirs || (organId !== undefined && organ === null))
      throw new Problem('notFound', [reportRefusal.reportNotFound]);
    const { first, last } = periodOf(`${year}-01-01`, 'year');
    const span = spanOf({ from: first, to: last });
    const of = async (rows: Promise<Parameters<typeof countsOf>[0]>) => countsOf(await rows, organId);
    const interviews = await of(tally.interviews(queries, span));
    return {
      ...{ article: reports.annualSection.article, year },
      organ: organ === null ? null : { id: organ.id, name: organ.name, shortName: organ.shortName },
      provisional: last >= civilDayOf(clock.now()),
      conferences: await of(tally.conferences(queries, span)),
      publicity: {
        releases: await of(tally.releases(queries, span)),
        deliveries: await of(tally.deliveries(queries, span)),
        answers: await of(tally.answers(queries, span)),
        interviews: interviews['held'] ?? 0,
      },
      interpretation: {
        releases: totalOf(await of(tally.explaining(queries, span))),
        experts: totalOf(await of(tally.interpretations(queries, span))),
      },
    };
  }
}
