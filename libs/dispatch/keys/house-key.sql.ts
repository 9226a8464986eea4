import type { Queries } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import { unreadable, type SecretBox } from '../secret-box.js';

const proof = 'secretKeyProof';
const root = 'derivationKey';
const underway = 'keyRotation';

const valueOf = async (queries: Queries, name: string): Promise<string | null> =>
  (await queries.selectFrom('house').select('value').where('name', '=', name).executeTakeFirst())?.value ??
  null;

const put = async (queries: Queries, name: string, value: string): Promise<void> => {
  await queries
    .insertInto('house')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
};

/** Which key the database is sealed with: a word that only that key opens. */
export class HouseKey {
  /**
   * The first start seals the word; every later one must be able to open it. Otherwise a process with another key
   * would seal the accounts anew and shut the others out. @throws Problem `unavailable`
   */
  async prove(queries: Queries, box: SecretBox): Promise<void> {
    await queries
      .insertInto('house')
      .values({ name: proof, value: box.seal('koujing', proof) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await this.follow(queries, box);
    if (!box.hasSuccessor && (await this.isUnderway(queries))) throw unfinished();
    const kept = await valueOf(queries, root);
    box.deriveFrom(kept === null ? null : box.open(kept, root));
  }

  /** Seals with what the database is sealed with now. @throws Problem `unavailable` for a key that is not at hand */
  async follow(queries: Queries, box: SecretBox): Promise<void> {
    if (!box.settleOn((await valueOf(queries, proof)) ?? '', proof)) throw unreadable();
  }

  async isUnderway(queries: Queries): Promise<boolean> {
    return (await valueOf(queries, underway)) !== null;
  }

  /** From this commit on the successor seals. */
  async hand(queries: Queries, box: SecretBox): Promise<void> {
    const kept = box.root;
    box.settleOnSuccessor();
    await put(queries, root, box.seal(kept, root));
    await put(queries, proof, box.seal('koujing', proof));
    await put(queries, underway, box.sealsWith);
  }

  async finish(queries: Queries): Promise<boolean> {
    const { numDeletedRows } = await queries
      .deleteFrom('house')
      .where('name', '=', underway)
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }
}

const unfinished = (): Problem =>
  new Problem('unavailable', [
    {
      code: 'keyRotationUnfinished',
      message:
        '更换密钥还没有完成：有的凭据仍由旧密钥加密。请把两把密钥都给出（旧的在前），再运行 koujing rotate-key。',
      messageEn:
        'The key is still being replaced and some credentials are sealed with the former one. Give both keys (the former first), then run koujing rotate-key.',
      field: 'KOUJING_SECRET_KEY',
    },
  ]);
