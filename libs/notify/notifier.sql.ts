import type { Queries } from '@koujing/database';
import { digestOf, newId, type Clock, type PersonId } from '@koujing/kernel';

/** A message to persons: shown in the console, and mailed to those who have an address. */
export interface Notice {
  readonly personIds: readonly PersonId[];
  /** What it is about, e.g. `inconsistencyReport`. */
  readonly kind: string;
  /** What makes it the same notice: told twice under one key, a person gets one. Absent: always a new one. */
  readonly key?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Path in the console. */
  readonly link: string;
}

/** Told of every notice in its transaction: what goes elsewhere than to persons is planned by whoever keeps that. */
export interface NoticeFollower {
  told(
    queries: Queries,
    notice: { readonly kind: string; readonly key: string; readonly link: string },
    to: { readonly personIds: readonly PersonId[]; readonly now: Date },
  ): Promise<void>;
}

/** Writes notices in the transaction that caused them; a worker mails them after the commit. */
export class Notifier {
  constructor(
    private readonly clock: Clock,
    /** Right side of the Message-ID, e.g. `koujing.binhai.gov.example`. */
    private readonly mailDomain: string,
    private readonly followers: readonly NoticeFollower[] = [],
  ) {}

  async notify(queries: Queries, notice: Notice): Promise<void> {
    if (notice.personIds.length === 0) return;
    const at = this.clock.now();
    const key = notice.key ?? newId();
    const rows = [...new Set(notice.personIds)].map((personId) => ({
      id: newId(),
      person_id: personId,
      kind: notice.kind,
      subject: notice.subject,
      html: notice.html,
      text: notice.text,
      link: notice.link,
      state: 'planned',
      // Deterministic: the same notice to the same person always carries the same identifier.
      message_id: `<${digestOf({ kind: notice.kind, key, personId }).slice(0, 32)}@${this.mailDomain}>`,
      attempts: 0,
      next_at: at,
      lease_until: null,
      last_message: null,
      created_at: at,
      read_at: null,
    }));
    await queries
      .insertInto('notification')
      .values(rows)
      .onConflict((conflict) => conflict.column('message_id').doNothing())
      .execute();
    const { kind, link, personIds } = notice;
    for (const follower of this.followers)
      await follower.told(queries, { kind, key, link }, { personIds, now: at });
  }
}
