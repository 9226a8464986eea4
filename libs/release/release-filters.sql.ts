import { sql } from 'kysely';
import type { Visibility } from '@koujing/access';
import { addDays, civilDayOf, spanOf, type Span } from '@koujing/calendar';
import { within, type Queries } from '@koujing/database';
import type { Trigger } from './declaration.api.js';
import type { ReleaseQuery } from './release.api.js';

const daysOfAWeek = 7;

/** Who asks for a list that is about themselves. */
export interface Asker {
  readonly personId: string;
  /** Ids of the releases that wait for this person; needed by `mine: waiting` and `toDo` alone. */
  readonly waiting?: readonly string[];
}

export interface AskedReleases extends ReleaseQuery {
  readonly by?: Asker;
}

interface Asked {
  readonly visibility: Visibility;
  readonly query: AskedReleases;
  readonly now: Date;
}

/** The releases of a list, before anything is selected of them. */
export const filtered = (queries: Queries, { visibility, query, now }: Asked) => {
  let found = queries.selectFrom('release');
  if (!visibility.all) found = found.where(visible(visibility.organIds));
  if (query.state !== undefined)
    found = query.state === 'released' ? found.where(out) : found.where('release.state', '=', query.state);
  if (query.organ !== undefined) found = found.where('release.organ_id', '=', query.organ);
  if (query.q !== undefined && query.q.trim() !== '') found = found.where(mentions(query.q.trim()));
  if (query.channel !== undefined) found = found.where(goesTo(query.channel));
  if (query.dispatch !== undefined) found = found.where(hasDeliveries(query.dispatch));
  if (query.conflict !== undefined) found = found.where(hasOpenFinding(query.conflict === 'open'));
  if (query.clock !== undefined) {
    found = found.where(hasClock(query.clock, now));
    if (!visibility.all) found = found.where(concerns(visibility.organIds));
  }
  if (query.mine !== undefined) found = found.where(isMine(query.mine, query.by));
  if (query.kind !== undefined) found = found.where('release.kind', '=', query.kind);
  if (query.trigger !== undefined) found = found.where(declares(query.trigger));
  if (query.from !== undefined || query.to !== undefined) found = found.where(wentOut(spanOf(query)));
  return found;
};

/** The same rule as the counted reports (libs/report/figures/measure.sql.ts): once, for the hour at which it first went out. */
const wentOut = (span: Span) => sql<boolean>`(release.imported_from is null
  and release.released_version is not null and ${within('release.released_at', span)})`;

const declares = (trigger: Trigger) => sql<boolean>`exists (
  select 1 from release_version version
  where version.release_id = release.id and version.version = release.released_version
    and version.declaration -> 'triggers' @> ${JSON.stringify([trigger])}::jsonb)`;

/** The time that the list shows beside a release: when it is or was to go out, else its last change. */
export const shownTime = sql`coalesce(release.released_at, release.scheduled_at, release.updated_at)`;

const hasDeliveries = (wanted: NonNullable<ReleaseQuery['dispatch']>) =>
  wanted === 'open'
    ? sql<boolean>`exists (select 1 from delivery where delivery.release_id = release.id
        and delivery.state not in ('delivered', 'verified', 'corrected', 'withdrawn', 'superseded', 'cancelled'))`
    : sql<boolean>`${wanted === 'sent'}::boolean = exists (
        select 1 from delivery where delivery.release_id = release.id)`;

/** The same rule as `isOut` in release.ts: a release that is being corrected is still before the public. */
const out = sql<boolean>`(release.released_version is not null and release.state <> 'withdrawn')`;

/** The first condition is the one that the index of shown times answers. */
export const wasOut = (span: Span) => sql<boolean>`(${shownTime} >= ${span.from} and ${shownTime} < ${span.to}
  and ${out} and ${within('release.released_at', span)})`;

/** One that the gate held at its hour stays where it was due. */
export const toGoOut = (span: Span) => sql<boolean>`(release.state in ('scheduled', 'heldByGate')
  and ${within('release.scheduled_at', span)})`;

/** The same rule as `sees` in libs/access/visibility.ts, as a condition; a test holds the two together. */
export const visible = (organIds: readonly string[]) => sql<boolean>`(${out} or ${concerns(organIds)})`;

export const concerns = (organIds: readonly string[]) => sql<boolean>`(
  release.organ_id = any(${[...organIds]}::text[])
  or release.superior_organ_id = any(${[...organIds]}::text[])
  or exists (select 1 from jsonb_array_elements_text(release.joint_organ_ids) joint where joint = any(${[...organIds]}::text[])))`;

const mentions = (words: string) => {
  const pattern = `%${words.replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
  return sql<boolean>`(release.title like ${pattern} or release.number like ${pattern})`;
};

const goesTo = (channel: string) => sql<boolean>`exists (
  select 1 from release_version version, jsonb_array_elements_text(version.account_ids) chosen, account
  where version.release_id = release.id and version.version = release.version
    and account.id = chosen and account.channel = ${channel})`;

const hasOpenFinding = (wanted: boolean) => sql<boolean>`${wanted}::boolean = exists (
  select 1 from finding_release named join finding on finding.id = named.finding_id
  where named.release_id = release.id and finding.state in ('open', 'coordinating'))`;

/** A clock of the release itself that nothing has ended yet; one that stands still is neither late nor due on a day. */
const hasClock = (clock: NonNullable<ReleaseQuery['clock']>, now: Date) => {
  const today = civilDayOf(now);
  const open = sql`select subject_id from deadline
    where subject_kind = 'release' and state in ('running', 'paused')`;
  switch (clock) {
    case 'none':
      return sql<boolean>`release.id not in (${open})`;
    case 'running':
      return sql<boolean>`release.id in (${open})`;
    case 'overdue':
      return sql<boolean>`release.id in (${open} and state = 'running' and due_at <= ${now})`;
    case 'today':
      return sql<boolean>`release.id in (${open} and state = 'running'
        and ${within('due_at', spanOf({ from: today, to: today }))})`;
    case 'week':
      return sql<boolean>`release.id in (${open} and state = 'running' and due_at > ${now}
        and ${within('due_at', spanOf({ from: today, to: addDays(today, daysOfAWeek - 1) }))})`;
  }
};

const isMine = (mine: NonNullable<ReleaseQuery['mine']>, by: Asker | undefined) => {
  // A list of one's own that nobody asks for is empty, never everybody's.
  const { personId, waiting = [] } = by ?? { personId: '' };
  switch (mine) {
    case 'drafted':
      return sql<boolean>`release.drafted_by = ${personId}`;
    case 'waiting':
    case 'toDo':
      return sql<boolean>`release.id = any(${[...waiting]}::text[])`;
    case 'marked':
      return sql<boolean>`release.id in (select release_id from release_mark where person_id = ${personId})`;
  }
};
