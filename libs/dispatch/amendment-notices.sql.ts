import { rolesThatMay } from '@koujing/access';
import { escaped } from '@koujing/kernel';
import type { Queries } from '@koujing/database';
import type { Release } from '@koujing/release';
import { sql } from 'kysely';
import type { NotifierPort } from './notices.sql.js';

/** Who took it back and why. */
export interface ToldWithdrawal {
  readonly reason: string;
  readonly emergency: boolean;
  readonly by: string;
}

/** Tells the people who answer for a release that it was taken back. */
export class AmendmentNotices {
  constructor(private readonly notifier: NotifierPort) {}

  async tellOfWithdrawal(
    queries: Queries,
    release: Release,
    { reason, emergency, by }: ToldWithdrawal,
  ): Promise<void> {
    const zh = emergency
      ? `${by}紧急撤回了《${release.title}》，请审批领导事后审核。`
      : `${by}撤回了《${release.title}》，各渠道正在处理。`;
    const en = emergency
      ? `${by} withdrew "${release.title}" in an emergency; an approver is asked to review it.`
      : `${by} withdrew "${release.title}"; every channel is being dealt with.`;
    const lines = [zh, `理由：${reason}`, en];
    await this.notifier.notify(queries, {
      personIds: await answerable(queries, release),
      kind: emergency ? 'emergencyWithdrawal' : 'releaseWithdrawn',
      subject: `${emergency ? '【紧急撤回，待审核】' : '【撤回】'}${release.title}`,
      text: lines.join('\n'),
      html: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
      link: `/releases/${release.id}`,
    });
  }
}

/** The drafter, the organ's approvers and spokespersons, and whoever coordinates. */
const answerable = async (queries: Queries, release: Release): Promise<readonly string[]> => {
  const { rows } = await sql<{ person_id: string }>`
    select distinct g.person_id from role_grant g left join organ o on o.id = g.organ_id
    where (g.role = any(${[...rolesThatMay('approver'), 'spokesperson']}::text[]) and g.organ_id = ${release.organId})
      or (g.role = 'coordinator' and (g.organ_id is null or g.organ_id = ${release.organId} or o.is_office))`.execute(
    queries,
  );
  return [...new Set([release.draftedBy, ...rows.map((row) => row.person_id)])];
};
