import type { PersonStore } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { escaped, type PersonId } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';

export interface TellParts {
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly consoleUrl: string;
}

/** One sentence to persons, and where they read on. */
export interface Told {
  readonly personIds: readonly PersonId[];
  readonly kind: 'approval' | 'returned' | 'remark';
  readonly subject: string;
  readonly sentence: string;
  /** Path in the console. */
  readonly link: string;
}

export const tellPersons = async (
  { notifier, consoleUrl }: TellParts,
  queries: Queries,
  { personIds, kind, subject, sentence, link }: Told,
): Promise<void> =>
  notifier.notify(queries, {
    ...{ personIds, kind, subject, link },
    html: `<p>${escaped(sentence)}</p><p><a href="${consoleUrl}${link}">查看</a></p>`,
    text: `${sentence}\n${consoleUrl}${link}`,
  });

/** Where a signer decides; everybody else reads the release itself. */
export const approvalLink = (releaseId: string): string => `/approvals/${releaseId}`;
