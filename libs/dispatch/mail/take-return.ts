import { createHash } from 'node:crypto';
import type { AuditTrail } from '@koujing/audit';
import {
  bounceOf,
  readDeliveryReport,
  type DeliveryReport,
  type RecipientReport,
} from '@koujing/channels/email';
import type { Database, Queries } from '@koujing/database';
import { mailboxKey, newId, type Clock } from '@koujing/kernel';
import type { SuppressAddress } from '@koujing/media';
import type { AccountStore } from '../account-store.sql.js';
import type { Delivery } from '../delivery.js';
import { walk } from '../delivery.js';
import type { DeliveryStore } from '../delivery-store.sql.js';
import type { MailReturnStore } from './mail-return-store.sql.js';
import { isStillOpen, returned, type MailReturn } from './mail-return.js';
import {
  isReturnAddress,
  mailKeysOf,
  namedDelivery,
  returnedRelease,
  speaksOf,
  type MailKeys,
} from './return-address.js';
import { mailsOf, writeReturned } from './returned-row.sql.js';

export interface ReturnParts {
  readonly database: Database;
  readonly accounts: AccountStore;
  readonly deliveries: DeliveryStore;
  readonly returns: MailReturnStore;
  readonly suppress: SuppressAddress;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** A mail that came to the return address. */
export interface IncomingMail {
  readonly raw: Uint8Array;
  /** The envelope's recipients. */
  readonly recipients: readonly string[];
}

const actor = 'system:returns';
const pendingAtOnce = 100;

/** Reads what comes back, finds the delivery, settles its row, and stops an address that is bad for good. */
export class TakeReturn {
  constructor(private readonly parts: ReturnParts) {}

  /** Is this address one of our return addresses? Mail for anybody else is refused at the door. */
  async accepts(address: string): Promise<boolean> {
    const { database, accounts } = this.parts;
    return isReturnAddress(address, mailKeysOf(await accounts.all(database.queries)));
  }

  /** Committed when it resolves: the sending server may then forget the mail. Taking it twice changes nothing. */
  async perform(mail: IncomingMail): Promise<void> {
    const { database, accounts } = this.parts;
    await database.transaction(async (queries) => {
      const keys = mailKeysOf(await accounts.all(queries));
      const report = readDeliveryReport(mail.raw);
      if (report === null) return void (await this.#keep(queries, await this.#other(queries, mail, keys)));
      for (const recipient of report.recipients) {
        const row = await this.#rowOf(queries, { mail, report, recipient, keys });
        await this.#keep(queries, this.#returnOf(report, recipient, row));
      }
    });
  }

  /** A report can come before the outcome of its own sending is committed; asked again and again. */
  async applyPending(): Promise<void> {
    const { database, returns } = this.parts;
    await database.transaction(async (queries) => {
      for (const one of await returns.pending(queries, pendingAtOnce)) await this.#apply(queries, one);
    });
  }

  async #keep(queries: Queries, one: MailReturn): Promise<void> {
    if (await this.parts.returns.add(queries, one)) await this.#apply(queries, one);
  }

  async #apply(queries: Queries, one: MailReturn): Promise<void> {
    const { deliveries, returns, suppress, clock } = this.parts;
    const row = one.deliveryId === null ? null : await deliveries.lock(queries, one.deliveryId);
    if (row !== null && one.bounce !== 'other' && isStillOpen(row.state)) return;
    if (row !== null) await this.#settle(queries, row, one);
    if (row !== null && one.bounce === 'hard')
      await suppress.apply(queries, {
        address: row.recipient,
        cause: 'hardBounce',
        detail: [one.status, one.diagnostic].join(' ').trim(),
        by: actor,
      });
    await returns.applied(queries, one.id, clock.now());
  }

  async #settle(queries: Queries, row: Delivery, one: MailReturn): Promise<void> {
    const change = returned(row.state, one);
    if (change === null) return;
    walk(row.state, change.to);
    await writeReturned(queries, row, change, one.status);
    await this.parts.audit.record(queries, {
      actor,
      action: `delivery.${change.to}`,
      subjectKind: 'delivery',
      subjectId: row.id,
      digest: row.renditionDigest,
      detail: { from: row.state, cause: 'mailReturn', bounce: one.bounce, status: one.status },
    });
  }

  async #rowOf(queries: Queries, { mail, report, recipient, keys }: Seen): Promise<Delivery | null> {
    const named = namedDelivery(mail.recipients, keys);
    if (named !== null) return this.parts.deliveries.find(queries, named);
    const release = returnedRelease(report);
    if (release === null) return null;
    const addresses = [recipient.recipient, recipient.originalRecipient ?? recipient.recipient];
    const rows = await mailsOf(queries, { ...release, addresses });
    return rows.find((row) => speaksOf(report, row, keys)) ?? null;
  }

  #returnOf(report: DeliveryReport, recipient: RecipientReport, row: Delivery | null): MailReturn {
    const address = mailboxKey(row?.recipient ?? recipient.originalRecipient ?? recipient.recipient);
    const { action, status, diagnostic } = recipient;
    return {
      id: newId(),
      mark: digest([report.messageId, report.original.messageId ?? '', address, action, status]),
      receivedAt: this.parts.clock.now(),
      deliveryId: row?.id ?? null,
      ...{ address, status, bounce: bounceOf(recipient) },
      diagnostic: diagnostic.slice(0, 500),
      subject: report.subject.slice(0, 200),
    };
  }

  /** An automatic answer, or a person who wrote to the wrong address: kept to be seen, without any effect. */
  async #other(
    queries: Queries,
    { raw, recipients }: IncomingMail,
    keys: readonly MailKeys[],
  ): Promise<MailReturn> {
    const text = Buffer.from(raw).toString('utf8');
    const header = (name: string): string =>
      new RegExp(`^${name}:[ \\t]*(.*)$`, 'imu').exec(text.split(/\r?\n\r?\n/u)[0] ?? '')?.[1]?.trim() ?? '';
    const named = namedDelivery(recipients, keys);
    const row = named === null ? null : await this.parts.deliveries.find(queries, named);
    return {
      id: newId(),
      mark: digest([text]),
      receivedAt: this.parts.clock.now(),
      deliveryId: row?.id ?? null,
      address: mailboxKey(row?.recipient ?? /<?([^\s<>]+@[^\s<>]+)>?/u.exec(header('From'))?.[1] ?? ''),
      bounce: 'other',
      status: '',
      diagnostic: '',
      subject: header('Subject').slice(0, 200),
    };
  }
}

interface Seen {
  readonly mail: IncomingMail;
  readonly report: DeliveryReport;
  readonly recipient: RecipientReport;
  readonly keys: readonly MailKeys[];
}

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('hex');
