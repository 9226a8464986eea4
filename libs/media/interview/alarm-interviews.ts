import type { PersonStore } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { escaped, minuteInWords } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';
import { inBrackets } from '@koujing/text';
import type { Interview } from './interview.js';
import type { InterviewParts } from './interview-parts.js';

/** So many in one transaction. */
const batch = 200;
const hourMs = 3_600_000;

/** Tells the coordinators and the organ's spokespersons of requests that nobody has answered (Art.39(2)), each once. */
export class AlarmInterviews {
  constructor(
    private readonly parts: Pick<
      InterviewParts,
      'database' | 'interviews' | 'interviewRules' | 'audit' | 'clock'
    > & { readonly people: PersonStore; readonly notifier: Notifier; readonly consoleUrl: string },
  ) {}

  /** How many were told of. Mark and notice commit together: none is missed or doubled, wherever a process dies. */
  async tick(): Promise<number> {
    const { database, interviews, interviewRules, clock } = this.parts;
    return database.transaction(async (queries) => {
      const since = new Date(clock.now().getTime() - interviewRules.ageAlarm.hours * hourMs);
      const waiting = await interviews.unanswered(queries, since, batch);
      if (waiting.length === 0) return 0;
      for (const interview of waiting) await this.#tell(queries, interview);
      const ids = waiting.map(({ id }) => id);
      await interviews.alarmed(queries, ids, clock.now());
      await this.parts.audit.recordAll(
        queries,
        ids.map((id) => ({
          actor: 'system:interviews',
          action: 'interview.alarm',
          subjectKind: 'interview',
          subjectId: id,
          detail: { ...interviewRules.ageAlarm },
        })),
      );
      return waiting.length;
    });
  }

  async #tell(queries: Queries, interview: Interview): Promise<void> {
    const { people, notifier, consoleUrl, interviewRules } = this.parts;
    const coordinators = await people.withRole(queries, 'coordinator', null);
    const spokespersons = await people.withRole(queries, 'spokesperson', interview.organId);
    const { hours, article } = interviewRules.ageAlarm;
    const sentence = `采访申请“${interview.subject}”于 ${minuteInWords(interview.receivedAt)} 收到，逾 ${hours} 小时仍未答复${inBrackets(article)}。`;
    const link = `/interviews/${interview.id}`;
    await notifier.notify(queries, {
      personIds: [...coordinators, ...spokespersons].map(({ id }) => id),
      kind: 'interviewUnanswered',
      key: interview.id,
      subject: `【采访申请未答复】${interview.subject}`,
      html: `<p>${escaped(sentence)}</p><p><a href="${consoleUrl}${link}">查看</a></p>`,
      text: `${sentence}\n${consoleUrl}${link}`,
      link,
    });
  }
}
