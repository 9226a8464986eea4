import type { Visibility } from '@koujing/access';
import type { Span } from '@koujing/calendar';
import { visibleFinding } from '@koujing/conflict';
import { json, within, type Rows } from '@koujing/database';
import { sql } from 'kysely';
import type { FigureRow, Measure } from './figure.js';

/** Of which days, as of when, and as far as whom. */
export interface Asked {
  readonly span: Span;
  readonly now: Date;
  readonly seen: Visibility;
}

/** The rows of each measure that the ledgers hold, all of one shape: id, organ_id, at, title, link, note, kind, outcome, part. */
export type LedgerMeasure = Exclude<Measure, 'lack' | 'routine'>;

/** A finding's organ: the one whose release raised it; of a gap, the one whose duty it was. */
const raisedBy = sql`coalesce(r.organ_id, f.owner_organ_id, m.owner_organ_id, '')`;
const findings = sql`finding f left join release r on r.id = f.raised_by_release left join matter m on m.id = f.matter`;
const visible = ({ seen }: Asked) =>
  seen.all ? sql`true` : sql`f.id in (select finding.id from finding where ${visibleFinding(seen.organIds)})`;
/** Imported texts were not released here: nothing is counted for them. */
const ofHere = sql`(r.id is null or r.imported_from is null)`;

/**
 * As a person reads the ledger: what reached its channel, what was taken back, what failed, what nobody knows, what is under way.
 * What cannot be taken back has failed: the public still reads it.
 */
const reach = sql`case
  when d.state in ('delivered', 'verified', 'corrected', 'withdrawn')
    then case when d.operation in ('withdraw', 'recall') then 'takenBack' else 'reached' end
  when d.state in ('rejected', 'abandoned', 'notWithdrawable') then 'failed'
  when d.state in ('unknown', 'needsPerson') then 'uncertain'
  when d.state in ('superseded', 'cancelled') then 'calledOff'
  else 'underWay' end`;

/** Limits that ended in the span, or passed in it undone; what was cancelled or exempt was no duty (Art.42). */
const limits = ({ span, now }: Asked, rule: Rows): Rows => sql`
  select id, organ_id, coalesce(settled_at, due_at) as at, title, link, terms ->> 'title' as note, rule as kind,
    case state when 'met' then 'inTime' when 'metLate' then 'late' else 'overdue' end as outcome, '' as part
  from deadline where ${rule} and (
    (state in ('met', 'metLate') and ${within('settled_at', span)})
    or (state = 'running' and ${within('due_at', span)} and due_at <= ${now}))`;

export const ledgers: Readonly<Record<LedgerMeasure, (asked: Asked) => Rows>> = {
  /** What was ruled to be no conflict is none. */
  finding: (asked) => sql`
    select f.id, ${raisedBy} as organ_id, f.raised_at as at, left(f.explanation, 600) as title, '/conflicts/' || f.id as link,
      '' as note, f.kind, f.state as outcome, f.severity as part
    from ${findings}
    where ${within('f.raised_at', asked.span)} and ${ofHere} and ${visible(asked)}
      and not exists (select 1 from ruling u where u.finding_id = f.id and u.ruling = 'notAConflict')`,
  /** What a coordinator decided; a ruling that was only remembered for the same text is no new one. */
  ruling: (asked) => sql`
    select u.id, ${raisedBy} as organ_id, u.ruled_at as at, left(f.explanation, 600) as title,
      '/conflicts/' || f.id as link, u.reason as note, u.ruling as kind, f.kind as outcome, '' as part
    from ruling u join finding f on f.id = u.finding_id left join release r on r.id = f.raised_by_release
      left join matter m on m.id = f.matter
    where ${within('u.ruled_at', asked.span)} and ${ofHere} and ${visible(asked)} and u.follows is null`,
  correctionDuty: ({ span }) => sql`
    select c.id, c.organ_id, c.imposed_at as at, r.title, '/conflicts/' || c.finding_id as link, c.demand as note, c.kind,
      case when c.ended_at is null then 'owed' else 'ended' end as outcome, '' as part
    from correction_duty c join release r on r.id = c.release_id where ${within('c.imposed_at', span)}`,
  limit: (asked) => limits(asked, sql`rule <> 'rosterChange'`),
  rosterLimit: (asked) => limits(asked, sql`rule = 'rosterChange'`),
  violation: ({ span }) => sql`
    select id, organ_id, occurred_at as at, title, '/violations/' || id as link, act as note, kind, state as outcome, '' as part
    from violation where ${within('occurred_at', span)} and state <> 'dismissed'`,
  /**
   * A row for each account, and for mail each address, of what first went out in the span: the last thing that was done there.
   * What corrects or takes back is a row of its own in the ledger, and one release would count twice.
   */
  delivery: ({ span }) => sql`
    select d.id, r.organ_id, r.released_at as at, r.title, '/releases/' || r.id || '/progress' as link,
      concat_ws(' · ', nullif(d.recipient, ''), d.last_message) as note, d.channel as kind, ${reach} as outcome,
      coalesce(d.fix, '') as part
    from (select distinct on (release_id, account_id, lower(recipient)) * from delivery
        where release_id in (select id from release where ${within('released_at', span)})
        order by release_id, account_id, lower(recipient), state in ('superseded', 'cancelled'), version desc, seq desc) d
      join release r on r.id = d.release_id`,
  /** A release counts once, for the hour at which it first went out. */
  release: ({ span }) => sql`
    select r.id, r.organ_id, r.released_at as at, r.title, '/releases/' || r.id as link, r.number as note, r.kind,
      case when v.declaration -> 'triggers' @> '["needsExplanation"]'::jsonb then 'explaining' else 'plain' end as outcome,
      '' as part
    from release r join release_version v on v.release_id = r.id and v.version = r.released_version
    where ${within('r.released_at', span)} and r.imported_from is null`,
  signature: ({ span }) => sql`
    select s.id, s.organ_id, s.signed_at as at, r.title, '/releases/' || r.id as link, coalesce(p.name, '') as note,
      s.step as kind, s.decision as outcome, '' as part
    from signature s join release r on r.id = s.release_id left join person p on p.id = s.person_id
    where ${within('s.signed_at', span)}`,
  answer: ({ span }) => sql`
    select id, organ_id, answered_at as at, subject as title, '/media-answers' as link, answered_by as note, form as kind,
      '' as outcome, '' as part
    from media_answer where ${within('answered_at', span)}`,
  interview: ({ span }) => sql`
    select id, organ_id, received_at as at, subject as title, '/interviews/' || id as link, '' as note,
      case when replied_at is null then 'waiting'
        when jsonb_typeof(refusal) = 'object' and accepted is null then 'refused' else 'accepted' end as kind,
      case when jsonb_typeof(held) = 'object' then 'held' else 'notHeld' end as outcome, '' as part
    from interview where ${within('received_at', span)}`,
  directive: ({ span }) => sql`
    select id, to_organ_id as organ_id, issued_at as at, title, '/directives/' || id as link, '' as note,
      case when state = 'fulfilled' then 'fulfilled' else 'open' end as kind, '' as outcome, '' as part
    from directive where ${within('issued_at', span)} and state <> 'withdrawn'`,
  /** Experts' interpretations that were recorded and stand (Art.11). */
  interpretation: ({ span }) => sql`
    select e.id, e.organ_id, e.recorded_at as at, coalesce(r.title, '') as title,
      case when r.id is null then '/settings?tab=other' else '/releases/' || r.id end as link,
      coalesce(e.detail ->> 'note', '') as note, '' as kind, '' as outcome, '' as part
    from register_entry e left join release r on r.id = e.release_id
    where e.register = 'expertInterpretation' and e.retired_at is null and ${within('e.recorded_at', span)}`,
  conference: ({ span }) => sql`
    select id, organ_id, held_at as at, theme as title, '/conferences/' || id as link, coalesce(number, '') as note, kind,
      case when jsonb_typeof(brief) = 'object' then 'briefed' else 'briefOwed' end as outcome, '' as part
    from conference where ${within('held_at', span)}`,
};

/** Rows that were worked out in memory, as a statement like the others. */
export const given = (rows: readonly FigureRow[]): Rows => sql`
  select * from jsonb_to_recordset(${json(
    rows.map(({ organId, at, ...row }) => ({ ...row, organ_id: organId, at: at?.toISOString() ?? null })),
  )}) as given (id text, organ_id text, at timestamptz, title text, link text, note text, kind text, outcome text, part text)`;
