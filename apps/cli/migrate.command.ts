import { Command } from 'commander';
import { prepareDatabase } from '../dispatcher/prepare-database.js';
import { BadInput } from './bad-input.js';
import { nameOf, told } from './open-data.js';
import { print } from './print.js';

/** `koujing migrate`: tables by one account, so that the one that runs day and night can change none. */
export const migrateCommand = (): Command =>
  new Command('migrate')
    .description(
      '用 DATABASE_MIGRATE_URL 的账号建立或升级数据库结构，并只给 DATABASE_URL 的账号读写数据的权限 (make or upgrade the tables, and let the running account read and write rows only)',
    )
    .exitOverride()
    .action(run);

/** undefined_object */
const noSuchRole = '42704';

const userOf = (address: string): string => {
  const user = URL.canParse(address) ? decodeURIComponent(new URL(address).username) : '';
  if (user !== '') return user;
  throw new BadInput(
    `地址里没有用户名：${nameOf({ kind: 'postgres', at: address })}。应为 postgres://用户名:密码@主机/数据库。\nThe address names no user; it has to be postgres://user:password@host/database.`,
  );
};

async function run(): Promise<void> {
  const { DATABASE_MIGRATE_URL: owner = '', DATABASE_URL: running = '' } = process.env;
  if (owner === '' || running === '')
    throw new BadInput(
      '请同时设置 DATABASE_MIGRATE_URL（能改表的账号）和 DATABASE_URL（运行的账号）；只用一个账号的不需要这条命令，启动时自动升级。\nSet DATABASE_MIGRATE_URL (the account that may change tables) and DATABASE_URL (the one that runs). With one account this command is not needed: the start upgrades by itself.',
    );
  const role = userOf(running);
  if (role === userOf(owner))
    throw new BadInput(
      `两个地址是同一个账号 ${role}，它能改表；请另建一个运行的账号。\nBoth addresses name the account ${role}, which may change tables; make another one to run with.`,
    );
  try {
    await prepareDatabase(owner, role);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === noSuchRole)
      throw new BadInput(
        `没有账号 ${role}，请先建立：create role "${role}" login password '…'。结构已经升级，建好以后再运行一次。\nThere is no account ${role}: create role "${role}" login password '…', then run this once more; the schema is upgraded already.`,
      );
    throw told(error);
  }
  await print(
    `数据库结构已是最新，账号 ${role} 可以读写数据，不能改表。\nThe schema is up to date; the account ${role} reads and writes rows and can change no table.\n`,
  );
}
