import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '@koujing/kernel';
import type { Rotated } from '@koujing/dispatch';
import { Command } from 'commander';
import { hasKeyFile, keyFromFile } from '../dispatcher/key-file.js';
import { orderKey, rotateKey } from '../dispatcher/key-rotation.js';
import { keyFromEnvironment, proveKey } from '../dispatcher/secret-key.js';
import { BadInput } from './bad-input.js';
import { directoryOf, openExisting, placeOf, told, type Place } from './open-data.js';
import { print } from './print.js';

interface RotateOptions {
  readonly data?: string;
  readonly json?: true;
}

/** As for a backup: a server that does not look for so long is none. */
const takenWithinMs = 20_000;

/** `koujing rotate-key`: another key for everything that is kept sealed, while the system runs. */
export const rotateKeyCommand = (): Command =>
  new Command('rotate-key')
    .description(
      '更换加密密钥：用新密钥重新加密全部渠道凭据，系统可以照常运行 (replace the key that credentials are sealed with)',
    )
    .option(
      '--data <directory>',
      '嵌入式数据库的目录；默认是 npm start 所用的数据库 (embedded database; default: the one that npm start uses)',
    )
    .option('--json', '输出 JSON (JSON)')
    .exitOverride()
    .action(run);

async function run({ data, json }: RotateOptions): Promise<void> {
  const place = placeOf(data, process.env, process.cwd());
  const done = await rotated(place);
  const fromFile = keyFromEnvironment(process.env) === null;
  await print(json ? `${JSON.stringify(done)}\n` : report(done, fromFile));
}

/** Through the running server where it holds the directory, else by opening the database. */
async function rotated(place: Place): Promise<Rotated> {
  if (place.kind === 'embedded' && existsSync(join(place.at, 'koujing.lock'))) {
    const answer = await orderKey(place.at, takenWithinMs);
    if (answer !== null) {
      if ('done' in answer) return answer.done;
      throw new BadInput(
        answer.reasons.map(({ message, messageEn }) => `${message}\n${messageEn}`).join('\n'),
      );
    }
  }
  const given = keyFromEnvironment(process.env);
  const directory = place.kind === 'embedded' ? place.at : directoryOf(process.env, process.cwd());
  if (given === null && !hasKeyFile(directory))
    throw new BadInput(
      `没有密钥：请设置 KOUJING_SECRET_KEY，或把 secret.key 放回 ${directory}。\nThere is no key; set KOUJING_SECRET_KEY or put secret.key back into ${directory}.`,
    );
  const database = await openExisting(place);
  try {
    const box = given ?? keyFromFile(directory);
    await proveKey(database, box);
    const source = { box, directory: given === null ? directory : null };
    return await rotateKey(database, source, { clock: new SystemClock() });
  } catch (error) {
    throw told(error);
  } finally {
    await database.close();
  }
}

const report = ({ key, resealed, anew }: Rotated, fromFile: boolean): string =>
  [
    anew
      ? `密钥已更换 (the key was replaced)：${resealed} 项凭据改由新密钥 ${key} 加密 (values are sealed with the new key)。`
      : `没有要做的：全部凭据已由密钥 ${key} 加密。 Nothing was left to do: everything is sealed with the key ${key}.`,
    fromFile
      ? '  secret.key 里现在只有新密钥，请立即另外保管一份；旧密钥移到 secret.key.former，只在恢复以前的备份时需要。'
      : '  请把 KOUJING_SECRET_KEY 改为只有新密钥，逐个重启各进程；旧密钥只在恢复以前的备份时需要。',
    fromFile
      ? '  secret.key holds the new key alone: keep a copy elsewhere now. The former one is in secret.key.former, for backups of before.'
      : '  Set KOUJING_SECRET_KEY to the new key alone and restart the processes one after another. The former one is needed for backups of before only.',
    '',
  ].join('\n');
