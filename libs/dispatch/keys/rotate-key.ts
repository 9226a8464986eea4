import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import type { SecretBox } from '../secret-box.js';
import { HouseKey } from './house-key.sql.js';
import { KeyReaders, type KeyReader } from './key-readers.sql.js';
import { countStale, resealSome, sealedColumns } from './sealed-columns.sql.js';

export interface RotateKeyParts {
  readonly database: Database;
  readonly audit: AuditTrail;
  readonly box: SecretBox;
  /** How long the other processes get to learn of a key. They look every few seconds. */
  readonly waitMs: number;
  readonly pause: (ms: number) => Promise<void>;
}

export interface Rotated {
  readonly key: string;
  readonly resealed: number;
  /** Whether anything was left to do. */
  readonly anew: boolean;
}

/** A clerk's save waits for no more rows than this. */
const mostAtOnce = 100;
const lookEveryMs = 500;

/**
 * Seals everything with the successor of the key. Each step commits by itself and may be repeated: whoever is killed in the
 * middle leaves a database that both keys open, and the next run goes on from there.
 */
export class RotateKey {
  readonly #key = new HouseKey();
  readonly #readers = new KeyReaders();

  constructor(private readonly parts: RotateKeyParts) {}

  /** @throws Problem `badInput` without a successor, `unavailable` while a process does not know it */
  async perform(): Promise<Rotated> {
    const { database, box, audit } = this.parts;
    if (!box.hasSuccessor) throw new Problem('badInput', [noSuccessor]);
    const [former, key = ''] = box.names;
    await this.#key.follow(database.queries, box);
    const begins = box.sealsWith !== key;
    if (begins) {
      await this.#untilAll(({ keys }) => keys.includes(key));
      await database.transaction(async (queries) => {
        await this.#key.hand(queries, box);
        await audit.record(queries, {
          ...{ actor, action: 'secretKey.replace', subjectKind: 'house', subjectId: 'secretKey' },
          detail: { from: former, to: key },
        });
      });
    }
    let resealed = await this.#sweep();
    await this.#untilAll(({ sealsWith }) => sealsWith === key);
    resealed += await this.#sweep();
    return { key, resealed, anew: (await this.#finish(resealed)) || begins };
  }

  async #sweep(): Promise<number> {
    let resealed = 0;
    for (const of of sealedColumns)
      for (let after: string | null = ''; after !== null;) {
        const from: string = after;
        const done = await this.parts.database.transaction((queries) =>
          resealSome(queries, this.parts.box, { of, after: from, most: mostAtOnce }),
        );
        resealed += done.resealed;
        after = done.through;
      }
    return resealed;
  }

  /** Only when nothing is left that the former key is needed for. */
  #finish(resealed: number): Promise<boolean> {
    const { database, box, audit } = this.parts;
    return database.transaction(async (queries) => {
      const stale = await countStale(queries, box);
      if (stale > 0) throw new Problem('unavailable', [stillSealed(stale)]);
      const was = await this.#key.finish(queries);
      if (was)
        await audit.record(queries, {
          ...{ actor, action: 'secretKey.replaced', subjectKind: 'house', subjectId: 'secretKey' },
          detail: { key: box.sealsWith, resealed },
        });
      return was;
    });
  }

  async #untilAll(holds: (reader: KeyReader) => boolean): Promise<void> {
    const { database, waitMs, pause } = this.parts;
    for (let waited = 0; ; waited += lookEveryMs) {
      const present = await this.#readers.present(database.queries);
      const without = present.filter((reader) => !holds(reader));
      if (without.length === 0) return;
      if (waited >= waitMs) throw new Problem('unavailable', [unknownTo(without)]);
      await pause(lookEveryMs);
    }
  }
}

const actor = 'system:rotate-key';

const noSuccessor: Reason = {
  code: 'noSuccessor',
  message:
    '没有接替的密钥：请把 KOUJING_SECRET_KEY 设为“旧密钥,新密钥”，逐个重启各进程，再运行 koujing rotate-key。新密钥可用 openssl rand -base64 32 生成。',
  messageEn:
    'There is no successor: set KOUJING_SECRET_KEY to "former,new", restart the processes one after another, then run koujing rotate-key. A new key comes from openssl rand -base64 32.',
  field: 'KOUJING_SECRET_KEY',
};

const unknownTo = (readers: readonly KeyReader[]): Reason => {
  const names = readers.map(({ process }) => process).join('、');
  return {
    code: 'keyUnknown',
    message: `还有进程不知道新密钥：${names}。请给它们两把密钥并重启，再运行一次；到那时什么都没有丢，两把密钥都能解密。`,
    messageEn: `These processes do not know the new key yet: ${names}. Give them both keys, restart them and run this again; until then both keys open everything.`,
    field: 'KOUJING_SECRET_KEY',
  };
};

const stillSealed = (count: number): Reason => ({
  code: 'stillSealed',
  message: `还有 ${count} 项由旧密钥加密，请再运行一次 koujing rotate-key，旧密钥先不要删除。`,
  messageEn: `${count} values are still sealed with the former key; run koujing rotate-key again and keep that key until then.`,
});
