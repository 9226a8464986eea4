import type { PersonStore, Role } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reminder, ReminderSink } from '@koujing/deadline';
import { escaped, civilTime } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';

/** Turns the roles that a rule names into the persons who hold them in the organ (coordinators: in the office). */
export class DeadlineReminders implements ReminderSink {
  constructor(
    private readonly parts: {
      readonly people: PersonStore;
      readonly notifier: Notifier;
      readonly consoleUrl: string;
    },
  ) {}

  async remind(queries: Queries, reminders: readonly Reminder[]): Promise<void> {
    const { people, notifier, consoleUrl } = this.parts;
    const asked = new Map<string, Promise<readonly string[]>>();
    const holders = (role: Role, organId: string): Promise<readonly string[]> => {
      const organ = role === 'coordinator' ? null : organId;
      const key = `${role}@${organ ?? ''}`;
      const known = asked.get(key) ?? people.withRole(queries, role, organ).then(ids);
      asked.set(key, known);
      return known;
    };
    for (const { deadline, percent, roles } of reminders) {
      const personIds = (await Promise.all(roles.map((role) => holders(role, deadline.organId)))).flat();
      const due = civilTime(deadline.dueAt).slice(0, 16).replace('T', ' ');
      const { title: duty, article } = deadline.terms;
      const sentence =
        percent >= 100
          ? `《${deadline.title}》的“${duty}”已于 ${due} 到期，尚未完成（${article}）。`
          : `《${deadline.title}》的“${duty}”应于 ${due} 前完成（${article}），时限已过 ${percent}%。`;
      await notifier.notify(queries, {
        personIds,
        kind: 'deadline',
        key: `${deadline.id}:${percent}`,
        subject: `【${percent >= 100 ? '已逾期' : '时限提醒'}】${deadline.title}`,
        html: `<p>${escaped(sentence)}</p><p><a href="${consoleUrl}${deadline.link}">查看</a></p>`,
        text: `${sentence}\n${consoleUrl}${deadline.link}`,
        link: deadline.link,
      });
    }
  }
}

const ids = (persons: readonly { readonly id: string }[]): readonly string[] => persons.map(({ id }) => id);
