import { AuditTrail, openAuditKey, type Signer } from '@koujing/audit';
import { ExportBundle } from '@koujing/bundle';
import type { Database } from '@koujing/database';
import { SystemClock, type Clock } from '@koujing/kernel';
import { ReleaseStore } from '@koujing/release';
import { hasKeyFile, keyFromFile } from '../dispatcher/key-file.js';
import { auditKeyFrom, cryptoSuiteFrom, keyFromEnvironment, proveKey } from '../dispatcher/secret-key.js';
import { BadInput } from './bad-input.js';
import { directoryOf, openExisting, placeOf, told } from './open-data.js';

/** What signs evidence on the command line, with the key that signs the record's checkpoints. */
export interface Bundles {
  readonly database: Database;
  readonly clock: Clock;
  readonly signer: Signer;
  readonly bundles: ExportBundle;
}

/** @throws BadInput where there is no key, or no database. */
export const withBundles = async <T>(
  data: string | undefined,
  use: (open: Bundles) => Promise<T>,
): Promise<T> => {
  const place = placeOf(data, process.env, process.cwd());
  const directory = place.kind === 'embedded' ? place.at : directoryOf(process.env, process.cwd());
  const clock = new SystemClock();
  const database = await openExisting(place);
  try {
    const given = keyFromEnvironment(process.env);
    if (given === null && !hasKeyFile(directory))
      throw new BadInput(
        '没有密钥，不能签名：请设置 KOUJING_SECRET_KEY。\nThere is no key to sign with; set KOUJING_SECRET_KEY.',
      );
    const box = given ?? keyFromFile(directory);
    await proveKey(database, box);
    const audit = new AuditTrail(clock);
    const key = { given: auditKeyFrom(process.env), suite: cryptoSuiteFrom(process.env) };
    const signer = await openAuditKey({ ...{ database, audit, clock, box }, ...key });
    const parts = { database, audit, clock, signer, releases: new ReleaseStore() };
    return await use({ database, clock, signer, bundles: new ExportBundle(parts) });
  } catch (error) {
    throw told(error);
  } finally {
    await database.close();
  }
};
