import type { Span } from '@koujing/calendar';
import { within, type Queries } from '@koujing/database';
import { sql } from 'kysely';

/** How many of one kind an organ has. */
export interface Counted {
  readonly organId: string;
  readonly kind: string;
  readonly count: number;
}

const ofRows = async (
  queries: Queries,
  query: ReturnType<typeof sql<Counted>>,
): Promise<readonly Counted[]> =>
  (await query.execute(queries)).rows.map((row) => ({ ...row, count: Number(row.count) }));

/** What the ledgers tell of a span. Every line is counted where its organ stands; the order of lines means nothing. */
export class TallyStore {
  /** Imported ones were not released here. A release counts once, for the hour at which it first went out. */
  releases(queries: Queries, span: Span): Promise<readonly Counted[]> {
    return ofRows(
      queries,
      sql<Counted>`
        select organ_id as "organId", kind, count(*)::int as count from release
        where ${within('released_at', span)} and released_version is not null
          and imported_from is null
        group by 1, 2`,
    );
  }

  /** Releases of the span that were declared to explain something (Art.12(3)). */
  explaining(queries: Queries, span: Span): Promise<readonly Counted[]> {
    return ofRows(
      queries,
      sql<Counted>`
        select r.organ_id as "organId", 'explaining' as kind, count(*)::int as count
        from release r join release_version v on v.release_id = r.id and v.version = r.released_version
        where ${within('r.released_at', span)} and r.imported_from is null
          and v.declaration -> 'triggers' @> '["needsExplanation"]'::jsonb
        group by 1`,
    );
  }

  conferences(queries: Queries, span: Span): Promise<readonly Counted[]> {
    return ofRows(
      queries,
      sql<Counted>`
        select organ_id as "organId", kind, count(*)::int as count from conference
        where ${within('held_at', span)} group by 1, 2`,
    );
  }

  /** `inTime`, `late`, `overdue`; what was cancelled or exempt was no duty. A rule alone, or all but it. */
  limits(
    queries: Queries,
    span: Span,
    asked: { readonly only?: string; readonly but?: string; readonly now: Date },
  ): Promise<readonly Counted[]> {
    const wanted =
      asked.only === undefined
        ? sql<boolean>`rule <> ${asked.but ?? ''}`
        : sql<boolean>`rule = ${asked.only}`;
    return ofRows(
      queries,
      sql<Counted>`
        select organ_id as "organId",
          case state when 'met' then 'inTime' when 'metLate' then 'late' else 'overdue' end as kind,
          count(*)::int as count
        from deadline
        where ${wanted} and (
          (state in ('met', 'metLate') and ${within('settled_at', span)})
          or (state = 'running' and ${within('due_at', span)} and due_at <= ${asked.now}))
        group by 1, 2`,
    );
  }

  /** Findings by the organ whose release raised them; what was ruled to be no conflict is none. */
  conflicts(queries: Queries, span: Span): Promise<readonly Counted[]> {
    return ofRows(
      queries,
      sql<Counted>`
        select r.organ_id as "organId", f.kind, count(*)::int as count
        from finding f join release r on r.id = f.raised_by_release
        where ${within('f.raised_at', span)} and r.imported_from is null
          and not exists (select 1 from ruling u where u.finding_id = f.id and u.ruling = 'notAConflict')
        group by 1, 2`,
    );
  }

  interviews(queries: Queries, span: Span): Promise<readonly Counted[]> {
    return ofRows(
      queries,
      sql<Counted>`
        select organ_id as "organId", k.kind, count(*)::int as count
        from interview i cross join lateral (values
          ('received', true), ('answered', i.replied_at is not null),
          ('refused', jsonb_typeof(i.refusal) = 'object' and i.replied_at is not null and i.accepted is null),
          ('held', jsonb_typeof(i.held) = 'object')) as k (kind, counts)
        where ${within('i.received_at', span)} and k.counts
        group by 1, 2`,
    );
  }

  directives(queries: Queries, span: Span): Promise<readonly Counted[]> {
    return ofRows(
      queries,
      sql<Counted>`
        select to_organ_id as "organId", k.kind, count(*)::int as count
        from directive d cross join lateral (values
          ('received', d.state <> 'withdrawn'), ('fulfilled', d.state = 'fulfilled')) as k (kind, counts)
        where ${within('d.issued_at', span)} and k.counts
        group by 1, 2`,
    );
  }

  /** What reached its channel, an address each for mail. */
  deliveries(queries: Queries, span: Span): Promise<readonly Counted[]> {
    return ofRows(
      queries,
      sql<Counted>`
        select r.organ_id as "organId", d.channel as kind, count(*)::int as count
        from delivery d join release r on r.id = d.release_id
        where ${within('r.released_at', span)} and d.operation = 'send'
          and d.state in ('delivered', 'verified', 'correcting', 'corrected')
        group by 1, 2`,
    );
  }

  answers(queries: Queries, span: Span): Promise<readonly Counted[]> {
    return ofRows(
      queries,
      sql<Counted>`
        select organ_id as "organId", form as kind, count(*)::int as count from media_answer
        where ${within('answered_at', span)} group by 1, 2`,
    );
  }

  /** Experts' interpretations that were recorded and stand (Art.11). */
  interpretations(queries: Queries, span: Span): Promise<readonly Counted[]> {
    return ofRows(
      queries,
      sql<Counted>`
        select organ_id as "organId", 'interpretation' as kind, count(*)::int as count from register_entry
        where register = 'expertInterpretation' and retired_at is null
          and ${within('recorded_at', span)}
        group by 1`,
    );
  }
}
