import { readFileSync } from 'node:fs';
import { firstPasswordsIn } from '../../apps/dispatcher/first-password-list.js';

/** By user name, what the list that a start left in this data directory says. */
export const firstPasswords = (directory: string): ReadonlyMap<string, string> => {
  const [, ...lines] = readFileSync(firstPasswordsIn(directory), 'utf8').trimEnd().split('\n');
  return new Map(
    lines.map((line) => line.split('\t')).map(([name = '', , password = '']) => [name, password]),
  );
};

export const firstPasswordOf = (directory: string, username: string): string => {
  const password = firstPasswords(directory).get(username);
  if (password === undefined) throw new Error(`no first password of ${username} in ${directory}`);
  return password;
};
