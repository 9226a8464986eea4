import {
  actNouns,
  sentenceOf,
  subjectTitles,
  type AuditReading,
  type AuditTrail,
  type ChainStanding,
  type CheckChain,
  type StoredEntry,
} from '@koujing/audit';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import type { AuditEntryView, AuditPage, AuditQuery, ChainView } from '../../audit/audit.api.js';
import type { AccessParts } from '../access-parts.js';
import type { Actor } from '../actor.js';
import { refuseIfAny } from '../refuse.js';
import { readReasons, recordReach, verifyReasons } from './who-may-read.js';

export interface RecordParts extends Pick<AccessParts, 'database' | 'people'> {
  readonly audit: AuditTrail;
  readonly reading: AuditReading;
  readonly check: CheckChain;
}

/** The record of who did what, for whoever may read it. */
export class ShowRecord {
  constructor(private readonly parts: RecordParts) {}

  async page(query: AuditQuery, actor: Actor): Promise<AuditPage> {
    refuseIfAny(readReasons(actor));
    const { database, reading } = this.parts;
    const reach = recordReach(actor);
    const { rows, older, newer } = await reading.page(database.queries, query, reach);
    return {
      items: [...(await this.named(database.queries, rows))],
      older,
      newer,
      nouns: Object.entries(actNouns).map(([key, words]) => ({ key, ...words })),
      ownOnly: !reach.all,
      chain: await this.chain(actor),
      actions: { verify: { reasons: [...verifyReasons(actor)] } },
    };
  }

  /** Verifies the next entries. */
  async verify(actor: Actor, fromStart: boolean): Promise<ChainView> {
    refuseIfAny(verifyReasons(actor));
    await this.parts.check.step(actor.personId, fromStart);
    return this.chain(actor);
  }

  async chain(actor: Actor): Promise<ChainView> {
    const { check, database, people } = this.parts;
    const { queries } = database;
    const standing = await check.standing();
    const names = await people.names(queries, standing.checkedBy === null ? [] : [standing.checkedBy]);
    return {
      sealed: standing.head.sequence,
      head: standing.head.hash,
      unsealed: standing.unsealed,
      verified: standing.reached.sequence,
      checkedAt: standing.checkedAt === null ? null : civilTime(standing.checkedAt),
      checkedBy: names.get(standing.checkedBy ?? '') ?? standing.checkedBy,
      fault: standing.fault,
      faultEntry: recordReach(actor).all ? await this.#faultEntry(queries, standing) : null,
      done: standing.done,
    };
  }

  async #faultEntry(queries: Queries, { fault }: ChainStanding): Promise<ChainView['faultEntry']> {
    if (fault?.entryId == null) return null;
    const row = await this.parts.reading.find(queries, fault.entryId);
    const [entry] = await this.named(queries, row === null ? [] : [row]);
    return entry === undefined ? null : { at: entry.at, sentence: entry.sentence };
  }

  /** Entries with the names of persons and things as they are now. */
  async named(queries: Queries, rows: readonly StoredEntry[]): Promise<readonly AuditEntryView[]> {
    const actors = [...new Set(rows.map(({ actor }) => actor))];
    const names = await this.parts.people.names(queries, actors);
    const subjects = rows.map((row) => ({ subjectKind: row.subject_kind, subjectId: row.subject_id }));
    const titles = await subjectTitles(queries, subjects);
    return rows.map((row) => {
      const { title = '', link = '' } = titles.get(`${row.subject_kind} ${row.subject_id}`) ?? {};
      const actorName = names.get(row.actor) ?? '';
      return {
        id: row.id,
        at: civilTime(row.at),
        action: row.action,
        sentence: sentenceOf({
          ...{ actor: row.actor, actorName, action: row.action },
          ...{ subjectKind: row.subject_kind, subjectId: row.subject_id, subjectTitle: title },
        }),
        actor: { id: row.actor, name: actorName },
        subject: { kind: row.subject_kind, id: row.subject_id, title, link },
        digest: row.digest,
        detail: row.detail as AuditEntryView['detail'],
        seal:
          row.seal_seq === null || row.seal_hash === null
            ? null
            : { sequence: row.seal_seq, hash: row.seal_hash },
      };
    });
  }
}
