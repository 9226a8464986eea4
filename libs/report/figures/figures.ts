import type { RoutineStanding, ShowRoutineDuties } from '@koujing/conference';
import { addDays, civilDayOf } from '@koujing/calendar';
import type { Queries, Rows } from '@koujing/database';
import type { Clock } from '@koujing/kernel';
import type { KindRules, OrganStore } from '@koujing/organ';
import { lacksOf, type RosterRules, type RosterStore } from '@koujing/roster';
import type { Counted, FigureRow, Filter, Measure } from './figure.js';
import type { FigureStore } from './figure-store.sql.js';
import { given, ledgers, type Asked } from './measure.sql.js';

export interface FigureParts {
  readonly organs: OrganStore;
  readonly roster: RosterStore;
  readonly rosterRules: RosterRules;
  readonly kinds: KindRules;
  readonly routine: Pick<ShowRoutineDuties, 'standings'>;
  readonly clock: Clock;
  readonly store: FigureStore;
}

/** Every measure as rows, wherever they come from. */
export class Figures {
  constructor(private readonly parts: FigureParts) {}

  async rowsOf(queries: Queries, measure: Measure, asked: Asked): Promise<Rows> {
    if (measure === 'lack') return given(await this.#lacks(queries, lastDayOf(asked)));
    if (measure === 'routine')
      return given((await this.parts.routine.standings(queries, lastDayOf(asked))).flatMap(rowsOfStanding));
    return ledgers[measure](asked);
  }

  async count(
    queries: Queries,
    measure: Measure,
    of: { readonly asked: Asked; readonly filter?: Filter },
  ): Promise<readonly Counted[]> {
    const rows = await this.rowsOf(queries, measure, of.asked);
    return this.parts.store.count(queries, measure, { rows, filter: of.filter ?? {} });
  }

  /** What the organs lacked on a day (Art.6–8); whether there is a release unit is told as it is now. */
  async #lacks(queries: Queries, day: string): Promise<readonly FigureRow[]> {
    const entries = await this.parts.roster.entries(queries);
    return (await this.parts.organs.all(queries)).flatMap((organ) => {
      const own = entries.filter(({ organId }) => organId === organ.id);
      return lacksOf(this.parts, organ, own, day).map((kind) => ({
        ...{ id: `${organ.id}:${kind}`, organId: organ.id, at: null, title: organ.name, note: '' },
        ...{ link: `/settings?tab=roster&organ=${organ.id}`, kind, outcome: '', part: '' },
      }));
    });
  }
}

/** What is told of a day is told of the last one asked for, and of today where that lies ahead. */
const lastDayOf = ({ span, now }: Asked): string => {
  const today = civilDayOf(now);
  const last = span.to === null ? today : addDays(civilDayOf(span.to), -1);
  return last < today ? last : today;
};

/** A row for each time that it was done, and one for each that is missing: so both can be counted and looked at (Art.29). */
const rowsOfStanding = (standing: RoutineStanding): readonly FigureRow[] => {
  const { organId, rule, title, period, required, doneBy } = standing;
  const own = { organId, kind: rule, part: period, note: `${title}（${period}）` };
  const done = doneBy.map(({ id, theme, heldAt }) => ({
    ...{ ...own, id: `${rule}:${organId}:${id}`, at: heldAt, title: theme, link: `/conferences/${id}` },
    outcome: 'done',
  }));
  const missing = Array.from({ length: Math.max(0, required - doneBy.length) }, (_, at) => ({
    ...{ ...own, id: `${rule}:${organId}:${period}:${at + 1}`, at: null, title, link: '/conferences' },
    outcome: 'missing',
  }));
  return [...done, ...missing];
};
