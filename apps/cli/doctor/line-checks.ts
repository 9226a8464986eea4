import { lineOf, type Line } from '@koujing/database';
import { isLoopbackHost } from '@koujing/kernel';
import { ill, warning, well, type Diagnosis } from './diagnosis.js';

const clear: Readonly<Record<Exclude<Line, 'local' | 'verified'>, readonly [string, string]>> = {
  plain: [
    '数据库在另一台机器上，地址里写明不用 TLS（sslmode=disable）：口令和未公开的稿件明文走网络。只在这段网络可信时这样，否则删去它，并在数据库上打开 TLS。',
    'The database is on another machine and its address says that TLS is not used (sslmode=disable): the password and texts that are not out cross the network in clear. Only where that network is trusted; otherwise strike it out and turn TLS on.',
  ],
  unverified: [
    '数据库的证书没有人核对（地址里的 sslmode）：中间的人可以冒充它。请改为 sslmode=verify-full，内部的证书用 sslrootcert 指定 CA。',
    'Nobody looks at the certificate of the database (sslmode in its address): whoever stands between can pass for it. Say sslmode=verify-full, and name an internal CA with sslrootcert.',
  ],
};

/** How what goes to the database, or to its replica, is guarded on the way. */
export const checkDatabaseLine = (address: string): Diagnosis => {
  const line = lineOf(address);
  if (line === 'unverified') return ill('databaseLine', ...clear.unverified);
  if (line === 'plain') return warning('databaseLine', ...clear.plain);
  return line === 'local'
    ? well(
        'databaseLine',
        '数据库在本机，不经网络。',
        'The database is on this machine; no network lies between.',
      )
    : well(
        'databaseLine',
        '去数据库用 TLS，并核对证书。',
        'The database is reached by TLS, with its certificate looked at.',
      );
};

/** Which mail goes over the network in clear because the settings say that it may. */
export const checkMailLine = (
  server: { readonly host: string; readonly secure: boolean; readonly plainText: boolean },
  accounts: readonly string[],
): Diagnosis => {
  const notices = server.plainText && !server.secure && !isLoopbackHost(server.host) ? ['mail.server'] : [];
  const named = [...notices, ...accounts];
  return named.length === 0
    ? well('mailLine', '发信不经网络，或用 TLS。', 'Mail goes by TLS, or meets no network.')
    : warning(
        'mailLine',
        `写明了可以明文发信（plainText）：${named.join('、')}。发信服务器支持 TLS 以后请删去。`,
        `Mail may go in clear (plainText): ${named.join(', ')}. Strike it out once the server knows TLS.`,
      );
};
