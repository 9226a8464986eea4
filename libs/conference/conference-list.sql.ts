import type { Visibility } from '@koujing/access';
import { spanOf, type Span } from '@koujing/calendar';
import { within, type Queries } from '@koujing/database';
import type { DeadlineStore } from '@koujing/deadline';
import { civilTime } from '@koujing/kernel';
import { organRefs } from '@koujing/organ';
import { sql } from 'kysely';
import type { OrganRef } from '../organ/organ.api.js';
import { clockView, currentClocks, mostUrgent } from './clock-view.js';
import type { ConferenceList, ConferenceSummary } from './conference-view.api.js';
import type { ConferenceQuery } from './conference.api.js';
import type { Conference } from './conference.js';
import type { ConferenceSettings } from './conference-settings.js';
import { conferenceOf } from './conference-store.sql.js';

/** Narrow read model of the conference pages. */
export class ConferenceListing {
  constructor(
    private readonly deadlines: DeadlineStore,
    private readonly settings: Pick<ConferenceSettings, 'kinds'>,
  ) {}

  async page(
    queries: Queries,
    visibility: Visibility,
    of: { readonly query: ConferenceQuery; readonly now: Date },
  ): Promise<Omit<ConferenceList, 'actions'>> {
    const { query, now } = of;
    let found = queries.selectFrom('conference');
    if (!visibility.all) found = found.where(concerns(visibility.organIds));
    if (query.state !== undefined) found = found.where('state', '=', query.state);
    if (query.kind !== undefined) found = found.where('kind', '=', query.kind);
    if (query.organ !== undefined) found = found.where('organ_id', '=', query.organ);
    if (query.q !== undefined && query.q.trim() !== '') found = found.where(mentions(query.q.trim()));
    found = found.where(within('held_at', spanOf(query)));
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found
      .selectAll()
      // What lies ahead comes first, the nearest hour on top; then what was, the latest on top.
      .orderBy(sql`state in ('held', 'evaluated', 'cancelled')`)
      .orderBy(sql`case when state in ('held', 'evaluated', 'cancelled') then null else starts_at end`)
      .orderBy('starts_at', 'desc')
      .orderBy('id')
      .limit(query.pageSize)
      .offset((query.page - 1) * query.pageSize)
      .execute();
    const items = await this.summaries(queries, rows.map(conferenceOf), now);
    return { items, total: Number(total), page: query.page, pageSize: query.pageSize };
  }

  /** Those that begin in the span and were not called off, in the order of their hours; so many at most. */
  async between(
    queries: Queries,
    visibility: Visibility,
    of: { readonly span: Span; readonly limit: number; readonly now: Date },
  ): Promise<{ readonly items: readonly ConferenceSummary[]; readonly total: number }> {
    let found = queries
      .selectFrom('conference')
      .where('state', '<>', 'cancelled')
      .where(within('starts_at', of.span));
    if (!visibility.all) found = found.where(concerns(visibility.organIds));
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found.selectAll().orderBy('starts_at').orderBy('id').limit(of.limit).execute();
    return { items: await this.summaries(queries, rows.map(conferenceOf), of.now), total: Number(total) };
  }

  private async summaries(
    queries: Queries,
    conferences: readonly Conference[],
    now: Date,
  ): Promise<ConferenceSummary[]> {
    const ids = conferences.map(({ id }) => id);
    const deadlines = await this.deadlines.ofSubjects(queries, 'conference', ids);
    const organ = await organRefs(
      queries,
      conferences.map(({ organId }) => organId),
    );
    return conferences.map((conference) => {
      const own = deadlines.filter(({ subject }) => subject.id === conference.id);
      const urgent = mostUrgent(currentClocks(own, conference));
      return {
        ...headOf(conference, organ, this.settings),
        clock: urgent === null ? null : clockView(urgent, conference, now),
      };
    });
  }
}

/** What list and page say alike. */
export const headOf = (
  conference: Conference,
  organ: (id: string) => OrganRef,
  settings: Pick<ConferenceSettings, 'kinds'>,
): Omit<ConferenceSummary, 'clock'> => ({
  id: conference.id,
  kind: conference.kind,
  kindTitle: settings.kinds[conference.kind].title,
  state: conference.state,
  theme: conference.theme,
  name: conference.name,
  host: conference.host,
  organ: organ(conference.organId),
  startsAt: civilTime(conference.startsAt),
  place: conference.place,
  emergency: conference.emergency,
  major: conference.major,
  number: conference.number,
});

/** The same rule as `organsOf`. */
const concerns = (organIds: readonly string[]) => sql<boolean>`(
  organ_id = any(${[...organIds]}::text[]) or joint_organ_ids ?| ${[...organIds]}::text[]
  or exists (select 1 from jsonb_array_elements(speakers) as s
    where s ->> 'organId' = any(${[...organIds]}::text[])))`;

const mentions = (words: string) =>
  sql<boolean>`theme like ${`%${words.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`}`;
