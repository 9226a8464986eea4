import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { Act, ActSource } from './act.js';
import { actOfGap, actsOfFinding, type OpenGap, type PublishedFinding } from './acts-of-findings.js';
import { perLook } from './per-look.js';

/** What the conflict board holds open that is an act of Art.39: gaps, and texts that went out against what was known. */
export class FindingActs implements ActSource {
  async acts(queries: Queries): Promise<readonly Act[]> {
    const gaps = (await openGaps(queries)).map(actOfGap);
    const published = (await publishedFindings(queries)).flatMap(actsOfFinding);
    return [...gaps, ...published];
  }
}

const openGaps = async (queries: Queries): Promise<readonly OpenGap[]> => {
  // A matter that was opened for an order: it is the order that was not carried out, and no second act. Gaps of duties are told
  // by their own clocks.
  const { rows } = await sql<OpenGap>`
    select f.id as "findingId", f.explanation, f.explanation_en as "explanationEn", f.raised_at as "raisedAt", m.id as "matterId", m.title as "matterTitle",
      m.owner_organ_id as "ownerOrganId", m.due_at as "dueAt"
    from finding f join matter m on m.id = f.matter
    where f.kind = 'gap' and f.state in ('open', 'coordinating') and m.due_at is not null and f.key not like 'duty:%'
      and not exists (select 1 from directive d where d.matter_id = m.id and d.opened_matter)
      and not exists (select 1 from violation v where v.act_key = 'matter:' || m.id)
    order by f.raised_at limit ${perLook}`.execute(queries);
  return rows;
};

const publishedFindings = async (queries: Queries): Promise<readonly PublishedFinding[]> => {
  const { rows } = await sql<PublishedFinding>`
    select * from (
      select f.id as "findingId", f.explanation, f.explanation_en as "explanationEn", f.facts, f.raised_at as "raisedAt", r.id as "releaseId",
        r.title as "releaseTitle", r.organ_id as "organId", r.released_at as "releasedAt",
        r.kind = 'emergency' as emergency,
        exists (select 1 from agreed_line l where l.matter_id = f.matter and l.owner_organ_id = r.organ_id
          and l.changed_at <= r.released_at) as "againstOwnLine",
        f.facts @> '[{"a": {"source": "前一版本"}}]'::jsonb as backwards,
        (select d.id from directive d where d.matter_id = f.matter and d.to_organ_id = r.organ_id
          and d.line_id is not null and d.state <> 'withdrawn' order by d.id limit 1) as "directiveId"
      from finding f join finding_release fr on fr.finding_id = f.id join release r on r.id = fr.release_id
      where f.kind = 'inconsistent' and f.state in ('open', 'coordinating')
        and r.released_version is not null and r.state <> 'withdrawn' and r.imported_from is null
        and fr.version <= r.released_version
        and not exists (select 1 from violation v where v.finding_id = f.id)
    ) found
    where (emergency and ("againstOwnLine" or backwards)) or "directiveId" is not null
    order by "raisedAt" limit ${perLook}`.execute(queries);
  return rows;
};
