import type { Queries } from '@koujing/database';
import { sql, type RawBuilder } from 'kysely';

/** What a thing is called now, and where the console shows it. */
export interface SubjectTitle {
  readonly title: string;
  readonly link: string;
}

interface Kind {
  readonly rows: (ids: RawBuilder<unknown>) => RawBuilder<{ id: string; title: string; page?: string }>;
  readonly link?: (id: string) => string;
}

const plain = (table: string, title: string, link?: (id: string) => string): Kind => ({
  rows: (ids) => sql`select id, ${sql.ref(title)} as title from ${sql.table(table)} where id = any(${ids})`,
  ...(link === undefined ? {} : { link }),
});

const kinds: Readonly<Record<string, Kind>> = {
  release: {
    rows: (ids) => sql`select id, number || ' ' || title as title from release where id = any(${ids})`,
    link: (id) => `/releases/${id}`,
  },
  delivery: {
    rows: (
      ids,
    ) => sql`select d.id, a.name || ' · ' || r.title || case d.recipient when '' then '' else ' → ' || d.recipient end
        as title, d.release_id as page
      from delivery d join release r on r.id = d.release_id join account a on a.id = d.account_id
      where d.id = any(${ids})`,
    link: (id) => `/releases/${id}/progress`,
  },
  person: plain('person', 'name'),
  apiKey: plain('api_key', 'name'),
  subscription: plain('event_subscription', 'name', () => '/settings?tab=events'),
  organ: plain('organ', 'name'),
  account: plain('account', 'name', () => '/settings?tab=channels'),
  chatDestination: plain('chat_destination', 'name', () => '/settings?tab=chats'),
  matter: plain('matter', 'title', (id) => `/matters/${id}`),
  directive: plain('directive', 'title', (id) => `/directives/${id}`),
  periodPlan: plain('period_plan', 'title', (id) => `/plans/periods/${id}`),
  incident: plain('incident', 'title', (id) => `/incidents/${id}`),
  conference: plain('conference', 'name', (id) => `/conferences/${id}`),
  violation: plain('violation', 'title', (id) => `/violations/${id}`),
  interview: plain('interview', 'subject', (id) => `/interviews/${id}`),
  mediaAnswer: plain('media_answer', 'question'),
  outlet: plain('media_outlet', 'name'),
  reporter: plain('media_reporter', 'name'),
  mailingList: plain('mailing_list', 'name'),
  plan: plain('release_plan', 'item', (id) => `/plans/${id}`),
  findingGroup: plain('finding_group', 'title', (id) => `/conflicts/groups/${id}`),
  finding: {
    rows: (ids) => sql`select f.id, coalesce(string_agg(r.title, ' / ' order by fr.position), '') as title
      from finding f left join finding_release fr on fr.finding_id = f.id left join release r on r.id = fr.release_id
      where f.id = any(${ids}) group by f.id`,
    link: (id) => `/conflicts/${id}`,
  },
  authorisation: {
    rows: (ids) =>
      sql`select t.id, p.name as title from authorisation t join person p on p.id = t.grantee_id where t.id = any(${ids})`,
  },
  delegation: {
    rows: (ids) =>
      sql`select t.id, p.name as title from delegation t join person p on p.id = t.to_person_id where t.id = any(${ids})`,
  },
};

/** By kind and id; what is gone or has no name is left out. One question for each kind on the page. */
export const subjectTitles = async (
  queries: Queries,
  subjects: readonly { readonly subjectKind: string; readonly subjectId: string }[],
): Promise<ReadonlyMap<string, SubjectTitle>> => {
  const titles = new Map<string, SubjectTitle>();
  for (const [name, kind] of Object.entries(kinds)) {
    const ids = new Set(
      subjects.filter(({ subjectKind }) => subjectKind === name).map((each) => each.subjectId),
    );
    if (ids.size === 0) continue;
    const { rows } = await kind.rows(sql`${[...ids]}::text[]`).execute(queries);
    for (const { id, title, page = id } of rows)
      titles.set(`${name} ${id}`, { title, link: kind.link?.(page) ?? '' });
  }
  return titles;
};
