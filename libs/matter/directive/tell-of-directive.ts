import type { Queries } from '@koujing/database';
import { escaped, minuteInWords } from '@koujing/kernel';
import type { Directive } from './directive.js';
import type { DirectiveParts } from './directive-parts.js';

/** Everybody of the ordered organ who may acknowledge it is told at once. */
export const tellOfDirective = async (
  { people, notifier, organs }: Pick<DirectiveParts, 'people' | 'notifier' | 'organs'>,
  queries: Queries,
  directive: Directive,
): Promise<void> => {
  const persons = [];
  for (const role of ['approver', 'spokesperson', 'drafter'] as const)
    persons.push(...(await people.withRole(queries, role, directive.toOrganId)));
  const from = (await organs.find(queries, directive.fromOrganId))?.name ?? directive.fromOrganId;
  const sentence = `${from}下达指令：“${directive.title}”。请于${minuteInWords(directive.acknowledgeBy)}前签收，${minuteInWords(directive.dueAt)}前办结。`;
  await notifier.notify(queries, {
    personIds: persons.map(({ id }) => id),
    kind: 'directive',
    key: directive.id,
    subject: `【上级指令】${directive.title}`,
    html: `<p>${escaped(sentence)}</p><p>${escaped(directive.text)}</p>`,
    text: `${sentence}\n${directive.text}`,
    link: `/directives/${directive.id}`,
  });
};
