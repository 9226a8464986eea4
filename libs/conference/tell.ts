import type { Queries } from '@koujing/database';
import { escaped } from '@koujing/kernel';
import type { Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';

type TellParts = Pick<ConferenceParts, 'notifier' | 'people' | 'consoleUrl'>;

/** What somebody is told of a conference. */
export interface News {
  readonly conference: Conference;
  readonly subject: string;
  readonly sentence: string;
}

/** Whoever planned it hears what became of it. */
export const tellPlanner = async (parts: TellParts, queries: Queries, news: News): Promise<void> =>
  tell(parts, queries, { personIds: [news.conference.createdBy], news });

/** The office's coordinators (Art.4). */
export const tellOffice = async (parts: TellParts, queries: Queries, news: News): Promise<void> => {
  const coordinators = await parts.people.withRole(queries, 'coordinator', null);
  await tell(parts, queries, { personIds: coordinators.map(({ id }) => id), news });
};

const tell = async (
  { notifier, consoleUrl }: TellParts,
  queries: Queries,
  to: { readonly personIds: readonly string[]; readonly news: News },
): Promise<void> => {
  const { conference, subject, sentence } = to.news;
  const link = `/conferences/${conference.id}`;
  await notifier.notify(queries, {
    ...{ personIds: to.personIds, kind: 'conference', subject, link },
    html: `<p>${escaped(sentence)}</p><p><a href="${consoleUrl}${link}">查看</a></p>`,
    text: `${sentence}\n${consoleUrl}${link}`,
  });
};
