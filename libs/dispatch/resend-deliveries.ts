import { refuseIfAny, type Actor } from '@koujing/access';
import type { Channel } from '@koujing/channel';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { Account } from './account.js';
import type { AskAgain, Found } from './ask-again.js';
import { againReasons, doDeed, mayHandle, type DeedParts } from './delivery-deed.js';
import type { Delivery } from './delivery.js';
import { dispatchRefusal } from './refusal.js';
import { RESEND_LIMIT, type ResendInput, type ResendResult, type ResentRow } from './resend.api.js';
import { rowsToResend } from './resend-rows.sql.js';

export interface ResendParts extends DeedParts {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly ask: AskAgain;
}

interface Chosen {
  readonly rows: readonly Delivery[];
  readonly total: number;
  readonly refused: readonly Reason[];
}

/** Questions at the same time: enough that a person does not wait, few enough for a platform's rate. */
const atOnce = 4;

/**
 * Bulk resend that is safe: every row is asked about afresh, and only what the platform refused or does not have is
 * planned anew, each in its own transaction. What is there is recorded as delivered; what nobody can tell stays.
 */
export class ResendDeliveries {
  constructor(private readonly parts: ResendParts) {}

  /** Why nothing of this choice may be sent again by this person. */
  async reasons(
    queries: Queries,
    filter: Omit<ResendInput, 'reason'>,
    actor: Actor,
  ): Promise<readonly Reason[]> {
    return (await this.#choose(queries, filter, actor)).refused;
  }

  /** @throws Problem `refused` */
  async perform({ reason, ...filter }: ResendInput, actor: Actor): Promise<ResendResult> {
    const { database, accounts, audit } = this.parts;
    const { queries } = database;
    const { rows, total, refused } = await this.#choose(queries, filter, actor);
    refuseIfAny(refused);
    const known = await accounts.find(queries, [...new Set(rows.map(({ accountId }) => accountId))]);
    const byId = new Map(known.map((account) => [account.id, account]));
    const results: ResentRow[] = [];
    for (let start = 0; start < rows.length; start += atOnce)
      results.push(
        ...(await Promise.all(
          rows
            .slice(start, start + atOnce)
            .map((row) => this.#one(row, byId.get(row.accountId), { reason, actor })),
        )),
      );
    const result = tallied(results, total - rows.length);
    await audit.record(queries, {
      actor: actor.personId,
      action: 'delivery.resendBulk',
      subjectKind: filter.releaseId === undefined ? 'account' : 'release',
      subjectId: filter.releaseId ?? filter.accountId ?? '',
      detail: { ...filter, reason, resent: result.resent, found: result.found },
    });
    return result;
  }

  /** Only rows of releases that the person may handle are chosen at all. */
  async #choose(queries: Queries, filter: Omit<ResendInput, 'reason'>, actor: Actor): Promise<Chosen> {
    const { rows, total } = await rowsToResend(queries, filter, RESEND_LIMIT);
    const barred = new Map<string, readonly Reason[]>();
    for (const id of new Set(rows.map(({ releaseId }) => releaseId))) {
      const release = await this.parts.releases.find(queries, id);
      barred.set(id, release === null ? [dispatchRefusal.deliveryNotFound] : mayHandle(actor, release));
    }
    const allowed = rows.filter(({ releaseId }) => barred.get(releaseId)?.length === 0);
    if (allowed.length > 0)
      return { rows: allowed, total: total - (rows.length - allowed.length), refused: [] };
    const [first] = [...barred.values()];
    return { rows: [], total: 0, refused: first ?? [dispatchRefusal.nothingToResend] };
  }

  async #one(
    row: Delivery,
    account: Account | undefined,
    order: { readonly reason: string; readonly actor: Actor },
  ): Promise<ResentRow> {
    const channel = this.parts.channels.get(row.channel);
    if (channel === undefined || account === undefined)
      throw new Error(`no channel ${row.channel} is installed for the delivery ${row.id}`);
    const answer = await this.parts.ask.about(row, channel, account);
    const found = await this.parts.database.transaction((queries) => this.#act(queries, row, answer, order));
    const resent = found === 'rejected' || found === 'absent';
    const { id, releaseId, recipient } = row;
    const message = found === answer.found ? answer.message : '';
    return {
      deliveryId: id,
      releaseId,
      accountName: account.name,
      channel: row.channel,
      recipient,
      found,
      resent,
      message,
    };
  }

  /** The row may have moved while the platform was asked: then the answer is about another row, and nothing is done. */
  async #act(
    queries: Queries,
    row: Delivery,
    { found, outcome }: Found,
    { reason, actor }: { readonly reason: string; readonly actor: Actor },
  ): Promise<ResentRow['found']> {
    const held = await this.parts.deliveries.lock(queries, row.id);
    if (held === null || held.epoch !== row.epoch || held.state !== row.state) return 'changed';
    const action = 'delivery.resend';
    if (found === 'rejected' || found === 'absent') {
      if ((await againReasons(this.parts, queries, held)).length > 0) return 'barred';
      const message = `核实为${found === 'absent' ? '平台上没有' : '平台已拒绝'}，由 ${actor.name} 重发：${reason} (sent again after asking: ${found})`;
      await doDeed(this.parts, queries, held, { to: 'planned', action, message, actor });
    } else if (found === 'present' && outcome?.kind === 'present' && held.state === 'needsPerson') {
      const message = `向平台核实：已在平台上，不重发 (found on the platform; not sent again)`;
      await doDeed(this.parts, queries, held, {
        to: 'delivered',
        action,
        message,
        actor,
        receipt: outcome.receipt,
      });
    }
    return found;
  }
}

const tallied = (rows: readonly ResentRow[], remaining: number): ResendResult => {
  const found: Record<string, number> = {};
  for (const row of rows) found[row.found] = (found[row.found] ?? 0) + 1;
  return { rows: [...rows], resent: rows.filter(({ resent }) => resent).length, found, remaining };
};
