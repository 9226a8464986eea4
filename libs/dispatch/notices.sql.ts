import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { StoppedAccount } from './breaker-store.sql.js';
import type { Change } from './change.js';
import type { Delivery } from './delivery.js';

/** What `@koujing/notify` does with a message to persons: rows in the same transaction. */
export interface NotifierPort {
  notify(queries: Queries, message: PersonMessage): Promise<void>;
}

export interface PersonMessage {
  readonly personIds: readonly string[];
  readonly kind: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly link: string;
}

interface Told {
  readonly row: Pick<Delivery, 'id'>;
  readonly change: Pick<Change, 'to'>;
}

interface Facts {
  readonly id: string;
  readonly release_id: string;
  readonly organ_id: string;
  readonly drafted_by: string;
  readonly title: string;
  readonly account: string;
  readonly recipient: string;
  readonly state: string;
  readonly last_message: string | null;
  readonly last_code: string | null;
}

/** Tells named persons in the transaction in which a row comes to need one (DESIGN: within 60 s). */
export class Notices {
  constructor(private readonly notifier: NotifierPort) {}

  async tell(queries: Queries, finished: readonly Told[], stopped: readonly StoppedAccount[]): Promise<void> {
    const ids = finished
      .filter(({ change }) => change.to === 'needsPerson' || change.to === 'rejected')
      .map(({ row }) => row.id);
    for (const facts of await factsOf(queries, ids)) await this.#tellOf(queries, facts);
    for (const account of stopped) await this.#tellStopped(queries, account);
  }

  async tellOfRow(queries: Queries, id: string): Promise<void> {
    for (const facts of await factsOf(queries, [id])) await this.#tellOf(queries, facts);
  }

  async #tellOf(queries: Queries, facts: Facts): Promise<void> {
    const where = facts.recipient === '' ? facts.account : `${facts.account} → ${facts.recipient}`;
    const detail = [facts.last_code, facts.last_message].filter((part) => part !== null).join(' ');
    const needsPerson = facts.state === 'needsPerson';
    await this.notifier.notify(queries, {
      personIds: await personsOf(queries, facts),
      kind: needsPerson ? 'deliveryNeedsPerson' : 'deliveryRejected',
      subject: needsPerson ? `【待人工核实】${facts.title}` : `【渠道退回】${facts.title}`,
      ...bodyOf(
        needsPerson
          ? `《${facts.title}》发往“${where}”的结果无法自动确定，系统不会再次发送，请人工核实后处理。`
          : `《${facts.title}》被“${where}”退回。`,
        needsPerson
          ? `The outcome of "${facts.title}" on ${where} cannot be told automatically. Nothing will be sent again until a person decides.`
          : `"${facts.title}" was rejected by ${where}.`,
        detail,
      ),
      link: `/releases/${facts.release_id}`,
    });
  }

  async #tellStopped(queries: Queries, account: StoppedAccount): Promise<void> {
    await this.notifier.notify(queries, {
      personIds: await operators(queries),
      kind: 'accountStopped',
      subject: `【账号停用】${account.name}`,
      ...bodyOf(
        `账号“${account.name}”已停止发送，等待运维人员处理。`,
        `The account "${account.name}" sends nothing until an operator has seen to it.`,
        account.message,
      ),
      link: '/accounts',
    });
  }
}

const factsOf = async (queries: Queries, ids: readonly string[]): Promise<readonly Facts[]> => {
  if (ids.length === 0) return [];
  const { rows } = await sql<Facts>`
    select d.id, d.release_id, r.organ_id, r.drafted_by, r.title, a.name as account, d.recipient, d.state,
      d.last_message, d.last_code
    from delivery d join release r on r.id = d.release_id join account a on a.id = d.account_id
    where d.id = any(${[...ids]})`.execute(queries);
  return rows;
};

/** The drafter, and whoever coordinates for the organ or for the whole city. */
const personsOf = async (
  queries: Queries,
  facts: Pick<Facts, 'organ_id' | 'drafted_by'>,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ person_id: string }>`
    select distinct g.person_id from role_grant g left join organ o on o.id = g.organ_id
    where g.role = 'coordinator' and (g.organ_id is null or g.organ_id = ${facts.organ_id} or o.is_office)`.execute(
    queries,
  );
  return [...new Set([facts.drafted_by, ...rows.map((row) => row.person_id)])];
};

const operators = async (queries: Queries): Promise<readonly string[]> => {
  const { rows } = await sql<{ person_id: string }>`
    select distinct g.person_id from role_grant g left join organ o on o.id = g.organ_id
    where g.role in ('administrator', 'coordinator') and (g.organ_id is null or o.is_office)`.execute(
    queries,
  );
  return rows.map((row) => row.person_id);
};

const bodyOf = (zh: string, en: string, detail: string) => ({
  text: [zh, detail, en].filter((line) => line !== '').join('\n'),
  html: [zh, detail, en]
    .filter((line) => line !== '')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join(''),
});

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
