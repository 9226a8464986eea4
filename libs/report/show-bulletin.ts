import { visibilityOf, type Actor } from '@koujing/access';
import { civilDayOf, periodOf, spanOf, type Span } from '@koujing/calendar';
import { ruleOfKind, type Organ } from '@koujing/organ';
import { countOf, type Filter, type Measure } from './figures/figure.js';
import type { RoutineDutyRow } from '../conference/routine-duty.api.js';
import type { Bulletin, BulletinQuery, OrganTally } from './tally.api.js';
import { countsBy, tallied, type TallyParts } from './tally-parts.js';

/** Everything that is counted of a half-year, before it is dealt out to the organs. */
type Sheet = Awaited<ReturnType<ShowBulletin['sheet']>>;

/** The half-yearly bulletin on the city's release work (Art.42): its numbers, an organ a line. The document is made elsewhere. */
export class ShowBulletin {
  constructor(private readonly parts: TallyParts) {}

  /** The office sees the city, everybody else their own organs. */
  async show({ day }: BulletinQuery, actor: Actor): Promise<Bulletin> {
    const { database, organs, reports, clock } = this.parts;
    const today = civilDayOf(clock.now());
    const { key, first, last } = periodOf(day ?? today, 'halfYear');
    const seen = visibilityOf(actor);
    const shown = (await organs.all(database.queries)).filter(
      ({ id, kind }) => kind !== 'imported' && (seen.all || seen.organIds.includes(id)),
    );
    const sheet = await this.sheet(spanOf({ from: first, to: last }), last < today ? last : today);
    return {
      ...{ article: reports.bulletin.article, period: key, firstDay: first, lastDay: last },
      provisional: last >= today,
      items: shown.map((organ) => this.#line(organ, sheet)),
    };
  }

  /** `day` is the last one that the routine duties are counted to. */
  async sheet(span: Span, day: string) {
    const counted = await tallied(this.parts, span, [
      ...(['release', 'conference', 'limit', 'rosterLimit', 'finding'] as const),
      ...(['interview', 'directive', 'violation'] as const),
    ]);
    const rows = await this.parts.routine.rows(day);
    return { counted, routine: new Map<string, RoutineDutyRow>(rows.map((row) => [row.organ.id, row])) };
  }

  #line(organ: Organ, { counted, routine }: Sheet): OrganTally {
    const { id, name, shortName, kind } = organ;
    const kinds = (measure: Measure) => countsBy('kind', counted, { organ: id, measure });
    const count = (filter: Filter) => countOf(counted, { organ: id, ...filter });
    const limits = (measure: 'limit' | 'rosterLimit') =>
      timelinessOf(countsBy('outcome', counted, { organ: id, measure }));
    const { accepted = 0, refused = 0, waiting = 0 } = kinds('interview');
    return {
      organ: { id, name, shortName },
      byReference: ruleOfKind(this.parts.kinds, kind).byReference,
      releases: kinds('release'),
      conferences: count({ measure: 'conference' }),
      timeliness: limits('limit'),
      violations: kinds('violation'),
      conflicts: kinds('finding'),
      interviews: { received: accepted + refused + waiting, answered: accepted + refused, refused },
      directives: {
        received: count({ measure: 'directive' }),
        fulfilled: count({ measure: 'directive', kind: 'fulfilled' }),
      },
      roster: limits('rosterLimit'),
      routine: routine.get(id)?.duties ?? null,
    };
  }
}

const timelinessOf = ({ inTime = 0, late = 0, overdue = 0 }: Readonly<Record<string, number>>) => ({
  ...{ inTime, late, overdue },
});
