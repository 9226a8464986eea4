import type { Alternative } from '@koujing/channel';
import { json, type Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { sql } from 'kysely';
import type { StoppedAccount } from './breaker-store.sql.js';
import type { Change } from './change.js';
import type { Delivery } from './delivery.js';
import { htmlOf, noticeText } from './notice-text.js';
import { operators, responsible, type Named } from './persons-to-tell.sql.js';

/** What `@koujing/notify` does with a message to persons: rows in the same transaction. */
export interface NotifierPort {
  notify(queries: Queries, message: PersonMessage): Promise<void>;
}

export interface PersonMessage {
  readonly personIds: readonly string[];
  readonly kind: string;
  /** Told twice under one key, a person gets it once. Absent: always a new one. */
  readonly key?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly link: string;
}

/** States in which a row goes no further without a person. */
const needy: ReadonlySet<string> = new Set(['needsPerson', 'rejected', 'notWithdrawable']);

interface Settled {
  readonly row: Pick<Delivery, 'id'>;
  readonly change: Pick<Change, 'to' | 'postponed'>;
}

interface Facts {
  readonly id: string;
  readonly release_id: string;
  readonly version: number;
  readonly account_id: string;
  readonly organ_id: string;
  readonly drafted_by: string;
  readonly title: string;
  readonly account: string;
  readonly recipient: string;
  readonly state: string;
  readonly generation: number;
  readonly message: string | null;
  readonly code: string | null;
  readonly fix: string | null;
  readonly field: string | null;
  readonly beyond: string | null;
  readonly alternatives: readonly Alternative[] | null;
  readonly next_at: Date;
}

/** Tells named persons in the transaction in which a row comes to need one (DESIGN: within 60 s). */
export class Notices {
  constructor(private readonly notifier: NotifierPort) {}

  async tell(
    queries: Queries,
    finished: readonly Settled[],
    stopped: readonly StoppedAccount[],
  ): Promise<void> {
    const ids = finished
      .filter(({ change }) => needy.has(change.to) || change.postponed)
      .map(({ row }) => row.id);
    for (const facts of await factsOf(queries, ids)) await this.#tellOf(queries, facts);
    for (const account of stopped) await this.#tellStopped(queries, account);
  }

  async tellOfRow(queries: Queries, id: string): Promise<void> {
    for (const facts of await factsOf(queries, [id])) await this.#tellOf(queries, facts);
  }

  async #tellOf(queries: Queries, facts: Facts): Promise<void> {
    const persons = await personsOf(queries, facts);
    const { kind, subject, lines } = noticeText({
      ...facts,
      alternatives: facts.alternatives ?? [],
      nextAt: civilTime(facts.next_at),
    });
    const key = keyOf(facts);
    await this.notifier.notify(queries, {
      personIds: persons.map(({ id }) => id),
      kind,
      ...(key === null ? {} : { key }),
      subject,
      text: lines.join('\n'),
      html: htmlOf(lines),
      link: `/releases/${facts.release_id}/progress`,
    });
    await remember(queries, facts.id, persons);
  }

  async #tellStopped(queries: Queries, account: StoppedAccount): Promise<void> {
    const lines = [
      `账号“${account.name}”已停止发送，等待运维人员处理。`,
      ...(account.message === '' ? [] : [account.message]),
      `The account "${account.name}" sends nothing until an operator has seen to it.`,
    ];
    await this.notifier.notify(queries, {
      personIds: (await operators(queries)).map(({ id }) => id),
      kind: 'accountStopped',
      subject: `【账号停用】${account.name}`,
      text: lines.join('\n'),
      html: htmlOf(lines),
      link: '/accounts',
    });
  }
}

/**
 * What needs a person is told each time. Three hundred mailboxes that one mailing found closed are told once,
 * and so is a quota that stays closed: the ledger has the rows, and a storm of notices would hide the others.
 */
const keyOf = (facts: Facts): string | null => {
  const { release_id, version, account_id, state, code, generation } = facts;
  if (state === 'needsPerson' || (state === 'rejected' && facts.recipient === '')) return null;
  return [release_id, version, account_id, state, code, facts.recipient === '' ? generation : ''].join(' ');
};

const factsOf = async (queries: Queries, ids: readonly string[]): Promise<readonly Facts[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Facts>`
    select d.id, d.release_id, d.version, d.account_id, r.organ_id, r.drafted_by, r.title, a.name as account,
      d.recipient, d.state, d.generation, d.last_message as message, d.last_code as code, d.fix, d.field, d.beyond,
      d.alternatives, d.next_at
    from delivery d join release r on r.id = d.release_id join account a on a.id = d.account_id
    where d.id = any(${[...ids]})`.execute(queries);
  return rows;
};

/** What no drafter can mend goes to the operators as well. */
const personsOf = async (queries: Queries, facts: Facts): Promise<readonly Named[]> => {
  const persons = await responsible(queries, facts);
  const isTechnical = facts.fix === 'operator' || facts.fix === 'credential';
  if (!isTechnical && persons.length > 0) return persons;
  const more = await operators(queries);
  return [...new Map([...persons, ...more].map((person) => [person.id, person])).values()];
};

/** The row itself says who was told, so that whoever looks at it knows whom to ask. */
const remember = async (queries: Queries, id: string, persons: readonly Named[]): Promise<void> => {
  await sql`
    update delivery set told = jsonb_build_object('at', to_jsonb(clock_timestamp()), 'persons', ${json(persons)})
    where id = ${id}`.execute(queries);
};
