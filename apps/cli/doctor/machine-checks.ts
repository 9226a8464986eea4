import { accessSync, constants, existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { firstPasswordsIn } from '../../dispatcher/first-password-list.js';
import { ill, warning, well, type Diagnosis } from './diagnosis.js';

const leastNode = [22, 12] as const;

export const checkNode = (version: string): Diagnosis => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])
    ? well('node', `Node ${version} 可用。`, `Node ${version} will do.`)
    : ill(
        'node',
        `Node ${version} 太旧，至少要 22.12；请用 npm start 和 npx koujing，它们自带 Node 24。`,
        `Node ${version} is too old, at least 22.12 is needed; use npm start and npx koujing, which bring Node 24 along.`,
      );
};

/** Less than this and a day of releases with pictures may fill it; PostgreSQL stops for good on a full disk. */
const leastFree = { ill: 200_000_000, warning: 2_000_000_000 };

/** The nearest folder that exists: a directory that is made at the first start has its parent's disk. */
const standing = (directory: string): string =>
  existsSync(directory) ? directory : standing(dirname(directory));

export const checkDisk = (directory: string): Diagnosis => {
  const { bavail, bsize } = statfsSync(standing(directory));
  const free = bavail * bsize;
  const amount = `${(free / 1e9).toFixed(1)} GB`;
  if (free >= leastFree.warning)
    return well(
      'disk',
      `数据目录所在磁盘还剩 ${amount}。`,
      `The disk of the data directory has ${amount} left.`,
    );
  const advice = [
    `数据目录所在磁盘只剩 ${amount}，请腾出空间或换一块磁盘（KOUJING_DATA）；磁盘写满后系统会拒绝一切写入。`,
    `The disk of the data directory has only ${amount} left; make room or choose another one (KOUJING_DATA). On a full disk every write is refused.`,
  ] as const;
  return free < leastFree.ill ? ill('disk', ...advice) : warning('disk', ...advice);
};

/** Who else may read what the house keeps to itself. */
export const checkDirectory = (directory: string): readonly Diagnosis[] => {
  if (!existsSync(directory))
    return [
      well(
        'directory',
        `数据目录 ${directory} 还没有，第一次启动时建立。`,
        `The data directory ${directory} is not there yet; the first start makes it.`,
      ),
    ];
  return [
    checkWritable(directory),
    ...checkSecretFile(directory),
    ...checkFirstPasswords(firstPasswordsIn(directory)),
  ];
};

const checkFirstPasswords = (path: string): readonly Diagnosis[] =>
  existsSync(path)
    ? [
        warning(
          'firstPasswords',
          `初始密码还在 ${path}，一周有效；请逐人交付，然后删去这个文件。`,
          `First passwords still stand in ${path}, for a week: hand each to its person, then delete the file.`,
        ),
      ]
    : [];

const checkWritable = (directory: string): Diagnosis => {
  try {
    accessSync(directory, constants.R_OK | constants.W_OK | constants.X_OK);
    readdirSync(directory);
    return well(
      'directory',
      `数据目录 ${directory} 可以读写。`,
      `The data directory ${directory} can be written.`,
    );
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    return ill(
      'directory',
      `数据目录 ${directory} 不能读写（${code}）；请让运行服务的用户拥有它，或换一个目录（KOUJING_DATA）。`,
      `The data directory ${directory} cannot be written (${code}); give it to the user that the service runs as, or choose another one (KOUJING_DATA).`,
    );
  }
};

const checkSecretFile = (directory: string): readonly Diagnosis[] => {
  const path = join(directory, 'secret.key');
  if (!existsSync(path)) return [];
  const mode = statSync(path).mode & 0o777;
  return (mode & 0o077) === 0
    ? [well('secretFile', `密钥文件 ${path} 只有属主能读。`, `Only its owner can read the key file ${path}.`)]
    : [
        ill(
          'secretFile',
          `密钥文件 ${path} 的权限是 ${mode.toString(8)}，别人也能读；请执行 chmod 600 ${path}。`,
          `The key file ${path} has the mode ${mode.toString(8)}, others can read it; run chmod 600 ${path}.`,
        ),
      ];
};

/** A taken port is no mistake while our own server has it. */
export const checkPort = async (
  host: string,
  port: number,
  { name, running }: { readonly name: readonly [string, string]; readonly running: boolean },
): Promise<Diagnosis> => {
  const [zh, en] = name;
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (code === null)
    return well('port', `${zh}端口 ${port} 空着。`, `The port ${port} of the ${en} is free.`);
  if (code === 'EADDRINUSE' && running)
    return well(
      'port',
      `${zh}端口 ${port} 有程序在用，服务正在运行。`,
      `The port ${port} of the ${en} is in use; the server is running.`,
    );
  return ill(
    'port',
    `${zh}端口 ${port} 不能用（${code}）；请停止占用它的程序，或在配置里改端口。`,
    `The port ${port} of the ${en} cannot be used (${code}); stop the program that holds it, or configure another one.`,
  );
};
