import { GiveFirstPasswords, PeopleRegister, PersonStore, SessionStore } from '@koujing/access';
import { AuditTrail } from '@koujing/audit';
import { Problem, SystemClock } from '@koujing/kernel';
import { Command } from 'commander';
import { BadInput } from './bad-input.js';
import { openExisting, placeOf } from './open-data.js';
import { print } from './print.js';

interface FirstPasswordOptions {
  readonly data?: string;
}

/** `koujing first-password`: a random password for each of these persons, shown once, to be changed within a week. */
export const firstPasswordCommand = (): Command =>
  new Command('first-password')
    .description(
      '给这些人各发一个随机的初始密码，只显示一次 (give each of these persons a random first password, shown once)',
    )
    .argument('<username...>', '用户名 (user names)')
    .option(
      '--data <directory>',
      '嵌入式数据库的目录（先停止服务）；默认是 npm start 所用的数据库 (embedded database, the server stopped; default: the one that npm start uses)',
    )
    .exitOverride()
    .action(run);

async function run(usernames: readonly string[], { data }: FirstPasswordOptions): Promise<void> {
  const database = await openExisting(placeOf(data, process.env, process.cwd()));
  try {
    const clock = new SystemClock();
    const given = await new GiveFirstPasswords({
      ...{ database, clock, people: new PersonStore(), register: new PeopleRegister() },
      ...{ sessions: new SessionStore(), audit: new AuditTrail(clock) },
    }).perform(usernames);
    await print(
      [
        ...given.map(({ username, name, password, until }) => [username, name, password, until].join('\t')),
        '只显示这一次，有效期如上；登录后必须换成自己的。此人以前的密码和登录都已作废。',
        'Shown this once, for as long as it says; another must be chosen at the sign-in. The password before, and every session, are over.',
        '',
      ].join('\n'),
    );
  } catch (error) {
    if (error instanceof Problem) throw new BadInput(error.message);
    throw error;
  } finally {
    await database.close();
  }
}
