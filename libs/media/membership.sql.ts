import { sql } from 'kysely';

/**
 * Whether reporter `r` of outlet `o` is on list `l`: named there, or fitting its rule on this civil day, and not gone from it
 * of their own will. The standing is
 * asked for once for all reporters, not once for each: the inner query names none of them.
 */
export const isOn = (today: string) => sql<boolean>`((
  exists (select from mailing_list_member m where m.list_id = l.id and m.reporter_id = r.id)
  or (l.rule is not null
    and (jsonb_array_length(l.rule -> 'kinds') = 0 or jsonb_exists(l.rule -> 'kinds', o.kind))
    and (l.rule ->> 'beat' = '' or position(lower(l.rule ->> 'beat') in lower(r.beat)) > 0)
    and (l.rule ->> 'accredited' <> 'true'
      or r.id in (select s.reporter_id from reporter_standing s where s.until >= ${today}))))
  and not exists (select from list_departure d
    where d.list_id = l.id and d.address_key = r.address_key and d.lifted_at is null))`;
