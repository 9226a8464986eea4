import { BreakGlassStore, PersonStore, SealBreakGlass, SessionStore } from '@koujing/access';
import { AuditTrail } from '@koujing/audit';
import { SystemClock } from '@koujing/kernel';
import { Command } from 'commander';
import { openExisting, placeOf } from './open-data.js';
import { print } from './print.js';

interface BreakGlassOptions {
  readonly data?: string;
}

/** `koujing break-glass`: a new password for the sealed emergency account, shown once. */
export const breakGlassCommand = (): Command =>
  new Command('break-glass')
    .description(
      '封存应急账号：换一个新密码，只显示一次 (seal the emergency account with a new password, shown once)',
    )
    .option(
      '--data <directory>',
      '嵌入式数据库的目录（先停止服务）；默认是 npm start 所用的数据库 (embedded database, the server stopped; default: the one that npm start uses)',
    )
    .exitOverride()
    .action(run);

async function run({ data }: BreakGlassOptions): Promise<void> {
  const database = await openExisting(placeOf(data, process.env, process.cwd()));
  try {
    const clock = new SystemClock();
    const { username, password } = await new SealBreakGlass({
      ...{ database, clock, people: new PersonStore(), sessions: new SessionStore() },
      ...{ audit: new AuditTrail(clock), breakGlass: new BreakGlassStore() },
    }).perform();
    await print(
      [
        `用户名 (user name)  ${username}`,
        `密码 (password)     ${password}`,
        '只显示这一次。抄在纸上，封入信封，两人签封，放进保险柜；以前的密码已经作废。',
        '登录时须填写理由，所有管理员和统筹员立即收到警报；只能用一次，三十分钟后退出，用后请再封存一次。',
        'Shown this once: write it down, seal it in an envelope and lock it away. The one before opens nothing any more.',
        'A sign-in asks for a reason and tells all administrators and coordinators at once. It works once, for thirty minutes; seal it anew afterwards.',
        '',
      ].join('\n'),
    );
  } finally {
    await database.close();
  }
}
