import type { FirstPassword } from '@koujing/access';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOwn } from './own-file.js';

export const firstPasswordsIn = (directory: string): string => join(directory, 'first-passwords.tsv');

const head = ['用户名 username', '姓名 name', '初始密码 first password', '有效期到 until'].join('\t');

/** Adds to the list that only the operator can read, to be handed out person by person and then deleted. */
export const firstPasswordList =
  (directory: string, say: (line: string) => void) =>
  (given: readonly FirstPassword[]): void => {
    const path = firstPasswordsIn(directory);
    mkdirSync(directory, { recursive: true });
    const former = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n').slice(1) : [];
    // Whoever stands there already was never let in: the start ended between the list and the database.
    const others = former.filter((line) => !given.some(({ username }) => line.startsWith(`${username}\t`)));
    const lines = given.map(({ username, name, password, until }) =>
      [username, name, password, until].join('\t'),
    );
    writeOwn(path, `${[head, ...others, ...lines].join('\n')}\n`);
    say(
      `新来的 ${given.length} 人的初始密码在 ${path}（只有本账号可读）：一周有效，请逐人交付，然后删去。\nFirst passwords of ${given.length} newcomers are in that file, for a week: hand each to its person, then delete it.`,
    );
  };
