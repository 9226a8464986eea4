import type { PersonStore } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { escaped } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';

/** Tells the press officers that somebody does not want their mail any more. */
export class TellOfLeaving {
  constructor(
    private readonly parts: {
      readonly people: Pick<PersonStore, 'withRole'>;
      readonly notifier: Pick<Notifier, 'notify'>;
      readonly consoleUrl: string;
    },
  ) {}

  /** `list`: what it left; null: all mail. In the caller's transaction. */
  async perform(queries: Queries, address: string, list: string | null): Promise<void> {
    const { people, notifier, consoleUrl } = this.parts;
    const coordinators = await people.withRole(queries, 'coordinator', null);
    const sentence =
      list === null
        ? `${address} 已退订，不再收到发给媒体的任何邮件。`
        : `${address} 已退订邮件名单“${list}”，其他名单照常寄送。`;
    const link = list === null ? '/media?tab=stops' : '/media?tab=lists';
    await notifier.notify(queries, {
      ...{ personIds: coordinators.map(({ id }) => id), kind: 'mediaLeft', link },
      subject: `【媒体退订】${address}`,
      html: `<p>${escaped(sentence)}</p><p><a href="${consoleUrl}${link}">查看</a></p>`,
      text: `${sentence}\n${consoleUrl}${link}`,
    });
  }
}
