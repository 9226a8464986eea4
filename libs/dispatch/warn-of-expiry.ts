import type { Channel } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { counted, civilTime } from '@koujing/kernel';
import type { AccountHealthStore, EndingToken } from './account-health-store.sql.js';
import { htmlOf } from './notice-text.js';
import type { NotifierPort } from './notices.sql.js';
import { operators } from './persons-to-tell.sql.js';

/** A web app has no refresh token (CHANNELS B1): a week leaves time to find the person who may authorise. */
export const warnDays = [7, 3, 1, 0] as const;

/** Tells the operators days ahead that an authorisation ends which only a person can renew; once per step. */
export class WarnOfExpiry {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly channels: readonly Channel[];
      readonly health: AccountHealthStore;
      readonly notifier: NotifierPort;
    },
  ) {}

  async perform(): Promise<void> {
    const { database, channels, health } = this.parts;
    const named = channels.filter(({ manifest }) => manifest.renewal === 'person');
    const ending = await health.endingTokens(
      database.queries,
      named.map(({ manifest }) => manifest.channel),
      warnDays[0],
    );
    for (const token of ending) await this.#warn(token);
  }

  #warn(token: EndingToken): Promise<void> {
    const step = warnDays.findLast((days) => token.daysLeft <= days) ?? warnDays[0];
    const at = civilTime(token.expiresAt);
    const isOver = token.daysLeft <= 0;
    const lines = isOver
      ? [
          `账号“${token.name}”的授权已于 ${at} 到期，须由人重新授权，之前不能发布。`,
          `The authorisation of "${token.name}" ended at ${at}; a person must renew it.`,
        ]
      : [
          `账号“${token.name}”的授权将于 ${at} 到期，还剩 ${Math.ceil(token.daysLeft)} 天，须由人重新授权。`,
          `The authorisation of "${token.name}" ends at ${at}, in ${counted(Math.ceil(token.daysLeft), 'day')}; a person must renew it.`,
        ];
    return this.parts.database.transaction(async (queries) => {
      await this.parts.notifier.notify(queries, {
        personIds: (await operators(queries)).map(({ id }) => id),
        kind: 'credentialEnds',
        key: [token.accountId, token.expiresAt.toISOString(), step].join(' '),
        subject: `【授权${isOver ? '已到期' : '即将到期'}】${token.name}`,
        text: lines.join('\n'),
        html: htmlOf(lines),
        link: '/accounts',
      });
    });
  }
}
