import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql } from 'kysely';
import type { Act, ActSource } from './act.js';
import { perLook } from './per-look.js';

interface Stray {
  readonly accountId: string;
  readonly account: string;
  readonly organId: string;
  readonly remoteId: string;
  readonly text: string;
  readonly url: string | null;
  readonly publishedAt: Date | null;
  readonly foundAt: Date;
}

const longest = 40;

/** Art.39(4): what stands on an account of ours and no release put there, as the outward watch found it. */
export class StrayActs implements ActSource {
  async acts(queries: Queries): Promise<readonly Act[]> {
    const { rows } = await sql<Stray>`
      select p.account_id as "accountId", a.name as account, coalesce(a.organ_id, office.id) as "organId",
        p.remote_id as "remoteId", p.text, p.url, p.published_at as "publishedAt", p.found_at as "foundAt"
      from stray_post p join account a on a.id = p.account_id
        left join lateral (select id from organ where is_office order by id limit 1) office on true
      where coalesce(a.organ_id, office.id) is not null and not exists (select 1 from violation v
        where v.act_key = 'stray:' || p.account_id || ':' || p.remote_id)
      order by p.found_at limit ${perLook}`.execute(queries);
    return rows.map(actOf);
  }
}

/** Whose account it is has to answer for it; the city's own accounts are the office's. */
const actOf = (stray: Stray): Act => {
  const at = stray.publishedAt ?? stray.foundAt;
  const [line = ''] = stray.text.split('\n');
  return {
    kind: 'unauthorised',
    key: `stray:${stray.accountId}:${stray.remoteId}`,
    organId: stray.organId,
    subject: { kind: 'account', id: stray.accountId },
    title: line.length > longest ? `${line.slice(0, longest)}…` : line,
    link: '/accounts',
    act: `“${stray.account}”上有一条内容不是由审定的发布稿发出的。`,
    actEn: `Something stands on "${stray.account}" that no approved release put there.`,
    occurredAt: at,
    evidence: [
      {
        ...{ kind: 'post', id: stray.remoteId, text: stray.text, at: civilTime(at) },
        detail: { account: stray.account, url: stray.url, foundAt: civilTime(stray.foundAt) },
      },
    ],
  };
};
