import { randomBytes } from 'node:crypto';
import type { Queries } from '@koujing/database';
import { escaped, Problem } from '@koujing/kernel';
import { holds } from '../actor.js';
import { hashPassword } from '../password.js';
import type { PeopleParts } from '../people/people-parts.js';
import type { Person } from '../person.js';
import { accessRefusal } from '../refusal.js';
import type { From } from '../session.js';
import { breakGlassId } from './break-glass.js';
import type { BreakGlassStore } from './break-glass-store.sql.js';

export type OpenParts = Pick<PeopleParts, 'database' | 'people' | 'audit' | 'clock' | 'notifier'> & {
  readonly breakGlass: BreakGlassStore;
};

/** The seal is broken: the password opens nothing a second time, and all administrators and coordinators hear of it at once. */
export class OpenBreakGlass {
  constructor(private readonly parts: OpenParts) {}

  isSealed(): Promise<boolean> {
    return this.parts.breakGlass.isSealed(this.parts.database.queries);
  }

  /** What takes the password's place; made before the transaction, since it takes its time. */
  nothingOpens(): Promise<string> {
    return hashPassword(randomBytes(32).toString('hex'));
  }

  /** In the transaction that opens the session. @throws Problem `unauthenticated` if somebody was faster */
  async perform(
    queries: Queries,
    person: Person,
    { reason, from, passwordHash }: { reason: string; from: From; passwordHash: string },
  ): Promise<void> {
    const { people, breakGlass, audit, notifier, clock } = this.parts;
    const now = clock.now();
    if (!(await breakGlass.open(queries, now, reason)))
      throw new Problem('unauthenticated', [accessRefusal.signInFailed]);
    await people.save(queries, { ...person, passwordHash, disabled: false });
    await audit.record(queries, {
      ...{
        actor: breakGlassId,
        action: 'session.breakGlass',
        subjectKind: 'person',
        subjectId: breakGlassId,
      },
      detail: { reason, address: from.address },
    });
    const all = await people.actors(queries);
    const told = all.filter(
      (actor) =>
        actor.personId !== breakGlassId && (holds(actor, 'administrator') || holds(actor, 'coordinator')),
    );
    const lines = [
      `应急账号刚刚从 ${from.address} 登录，理由：${reason}。它有全市的管理员和统筹员角色，三十分钟后自动退出，每一步都在审计里。不是约好的，请立即在“设置 › 审计”核对。`,
      `The emergency account was just used from ${from.address}. It reaches over the whole city and ends after thirty minutes; every act is in the record. If this was not agreed on, look at the record at once.`,
    ];
    await notifier.notify(queries, {
      personIds: told.map(({ personId }) => personId),
      ...{ kind: 'breakGlass', key: now.toISOString(), link: '/settings?tab=audit' },
      subject: '【警报】应急账号已启用',
      html: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
      text: lines.join('\n\n'),
    });
  }
}
