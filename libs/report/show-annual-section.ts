import { visibilityOf, type Actor } from '@koujing/access';
import { civilDayOf, periodOf, spanOf } from '@koujing/calendar';
import { Problem } from '@koujing/kernel';
import { countOf, type Filter } from './figures/figure.js';
import { reportRefusal } from './refusal.js';
import type { AnnualQuery, AnnualSection } from './tally.api.js';
import { countsBy, tallied, type TallyParts } from './tally-parts.js';

/** The section of the annual disclosure report on release work: conferences, publicity, interpretation (Art.38). */
export class ShowAnnualSection {
  constructor(private readonly parts: TallyParts) {}

  /** @throws Problem `notFound` for an organ that is not there for this person */
  async show({ year, organ: organId }: AnnualQuery, actor: Actor): Promise<AnnualSection> {
    const { database, organs, reports, clock } = this.parts;
    const { queries } = database;
    const seen = visibilityOf(actor);
    const organ = organId === undefined ? null : await organs.find(queries, organId);
    const theirs = organId === undefined ? seen.all : seen.all || seen.organIds.includes(organId);
    if (!theirs || (organId !== undefined && organ === null))
      throw new Problem('notFound', [reportRefusal.reportNotFound]);
    const { first, last } = periodOf(`${year}-01-01`, 'year');
    const counted = await tallied(this.parts, spanOf({ from: first, to: last }), [
      ...(['conference', 'release', 'delivery', 'answer', 'interview', 'interpretation'] as const),
    ]);
    const own = organId === undefined ? {} : { organ: organId };
    const kinds = (filter: Filter) => countsBy('kind', counted, { ...own, ...filter });
    return {
      ...{ article: reports.annualSection.article, year },
      organ: organ === null ? null : { id: organ.id, name: organ.name, shortName: organ.shortName },
      provisional: last >= civilDayOf(clock.now()),
      conferences: kinds({ measure: 'conference' }),
      publicity: {
        releases: kinds({ measure: 'release' }),
        deliveries: kinds({ measure: 'delivery', outcome: 'reached' }),
        answers: kinds({ measure: 'answer' }),
        interviews: countOf(counted, { ...own, measure: 'interview', outcome: 'held' }),
      },
      interpretation: {
        releases: countOf(counted, { ...own, measure: 'release', outcome: 'explaining' }),
        experts: countOf(counted, { ...own, measure: 'interpretation' }),
      },
    };
  }
}
