import { visibilityOf, type Actor } from '@koujing/access';
import { civilDayOf, periodOf, spanOf, type Span } from '@koujing/calendar';
import { ruleOfKind, type Organ } from '@koujing/organ';
import type { RoutineDutyRow } from '../conference/routine-duty.api.js';
import type { Bulletin, BulletinQuery, OrganTally } from './tally.api.js';
import { countsOf, totalOf, type TallyParts } from './tally-parts.js';
import type { Counted } from './tally.sql.js';

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
    const { database, tally, violations, routine, clock } = this.parts;
    const { queries } = database;
    const now = clock.now();
    return {
      releases: await tally.releases(queries, span),
      conferences: await tally.conferences(queries, span),
      limits: await tally.limits(queries, span, { but: 'rosterChange', now }),
      roster: await tally.limits(queries, span, { only: 'rosterChange', now }),
      conflicts: await tally.conflicts(queries, span),
      interviews: await tally.interviews(queries, span),
      directives: await tally.directives(queries, span),
      violations: await violations.countsOf(queries, span),
      routine: new Map<string, RoutineDutyRow>((await routine.rows(day)).map((row) => [row.organ.id, row])),
    };
  }

  #line(organ: Organ, sheet: Sheet): OrganTally {
    const { id, name, shortName, kind } = organ;
    const of = (rows: readonly Counted[]) => countsOf(rows, id);
    const { received = 0, answered = 0, refused = 0 } = of(sheet.interviews);
    const ordered = of(sheet.directives);
    return {
      organ: { id, name, shortName },
      byReference: ruleOfKind(this.parts.kinds, kind).byReference,
      releases: of(sheet.releases),
      conferences: totalOf(of(sheet.conferences)),
      timeliness: timelinessOf(of(sheet.limits)),
      violations: of(sheet.violations),
      conflicts: of(sheet.conflicts),
      interviews: { received, answered, refused },
      directives: { received: ordered['received'] ?? 0, fulfilled: ordered['fulfilled'] ?? 0 },
      roster: timelinessOf(of(sheet.roster)),
      routine: sheet.routine.get(id)?.duties ?? null,
    };
  }
}

const timelinessOf = ({ inTime = 0, late = 0, overdue = 0 }: Readonly<Record<string, number>>) => ({
  ...{ inTime, late, overdue },
});
