import { mayAlter, migrationNames, type Database } from '@koujing/database';
import { HouseKey, type SecretBox } from '@koujing/dispatch';
import { civilTime, SystemClock } from '@koujing/kernel';
import { sql } from 'kysely';
import { ill, warning, well, type Diagnosis } from './diagnosis.js';

/** As the workers have it: beyond it they send nothing. */
const mostSkewMs = 5_000;
/** What the house is tested on. */
const leastPostgres = 14;

export const checkServer = async ({ queries, engine }: Database): Promise<readonly Diagnosis[]> => {
  const { rows } = await sql<{ version: number; ctype: string }>`
    select current_setting('server_version_num')::int as version, datctype as ctype
    from pg_database where datname = current_database()`.execute(queries);
  const { version = 0, ctype = '' } = rows[0] ?? {};
  const major = Math.floor(version / 10_000);
  const kind =
    engine.kind === 'embedded' ? ['嵌入式数据库', 'the embedded database'] : ['数据库', 'the database'];
  const found = well(
    'database',
    `${kind[0]}可用，PostgreSQL ${major}，LC_CTYPE ${ctype}。`,
    `${kind[1]} answers: PostgreSQL ${major}, LC_CTYPE ${ctype}.`,
  );
  if (major >= leastPostgres) return [found];
  return [
    ill(
      'database',
      `PostgreSQL ${major} 太旧，请升级到 ${leastPostgres} 以上。`,
      `PostgreSQL ${major} is too old; upgrade it to ${leastPostgres} or later.`,
    ),
  ];
};

export const checkClock = async (database: Database): Promise<Diagnosis> => {
  const clock = new SystemClock();
  const before = clock.now().getTime();
  const there = (await database.now()).getTime();
  const skew = there - (before + clock.now().getTime()) / 2;
  const seconds = (Math.abs(skew) / 1_000).toFixed(1);
  return Math.abs(skew) <= mostSkewMs
    ? well(
        'clock',
        `本机时钟与数据库相差 ${seconds} 秒。`,
        `This machine and the database differ by ${seconds} s.`,
      )
    : ill(
        'clock',
        `本机时钟与数据库相差 ${seconds} 秒，超过 5 秒时什么都不发送；请在两台机器上启用 NTP（如 chrony）。`,
        `This machine and the database differ by ${seconds} s; beyond 5 s nothing is sent. Run NTP (e.g. chrony) on both.`,
      );
};

/** Whether who breaks into a running process could change tables as well as rows. */
export const checkRunningRole = async ({ queries, engine }: Database): Promise<readonly Diagnosis[]> => {
  if (engine.kind === 'embedded') return [];
  return [
    (await mayAlter(queries))
      ? warning(
          'runningRole',
          'DATABASE_URL 的账号能改表。请另建一个只读写数据的账号来运行，结构由 koujing migrate 升级（见 docs/administrator.md）。',
          'The account of DATABASE_URL may change tables. Run with another one that reads and writes rows only, and upgrade by koujing migrate (docs/administrator.md).',
        )
      : well(
          'runningRole',
          'DATABASE_URL 的账号只读写数据，不能改表。',
          'The account of DATABASE_URL reads and writes rows and can change no table.',
        ),
  ];
};

/** Accounts of mail whose settings say that it may cross the network in clear. */
export const mailInClear = async ({ queries }: Database): Promise<readonly string[]> => {
  const { rows } = await sql<{ name: string }>`
    select name from account where channel = 'email' and enabled and settings->>'plainText' = 'true'
    order by name`.execute(queries);
  return rows.map(({ name }) => name);
};

/** The emergency account: sealed, used, or not there. */
export const checkBreakGlass = async ({ queries }: Database): Promise<Diagnosis> => {
  const { rows } = await sql<{ sealed: Date | string; used: Date | string | null }>`
    select sealed_at as sealed, used_at as used from break_glass`.execute(queries);
  const [glass] = rows;
  if (glass === undefined)
    return warning(
      'breakGlass',
      '没有应急账号：管理员都登录不了时没有办法。用 koujing break-glass 封存一个。',
      'There is no emergency account for the day on which no administrator gets in; seal one with koujing break-glass.',
    );
  if (glass.used !== null) {
    const used = civilTime(new Date(glass.used));
    return warning(
      'breakGlass',
      `应急账号已在 ${used} 用过，密码已作废。核对审计后用 koujing break-glass 再封存一次。`,
      `The emergency account was used at ${used} and opens nothing any more; look at the record, then seal it anew with koujing break-glass.`,
    );
  }
  const sealed = civilTime(new Date(glass.sealed));
  return well(
    'breakGlass',
    `应急账号自 ${sealed} 封存。`,
    `The emergency account is sealed since ${sealed}.`,
  );
};

/** Whether a second administrator is there to confirm what the first wants. */
export const checkAdministrators = async (
  { queries }: Database,
  singleAdministrator: boolean,
): Promise<Diagnosis> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct p.id)::int as count from person p
    join role_grant g on g.person_id = p.id left join organ o on o.id = g.organ_id
    where g.role = 'administrator' and not p.disabled and (g.organ_id is null or o.is_office)`.execute(
    queries,
  );
  const count = rows[0]?.count ?? 0;
  if (singleAdministrator)
    return warning(
      'administrators',
      `配置写明只有一名管理员（access.singleAdministrator），新闻办现有 ${count} 名：重要角色由一人授予即生效，审计记录注明。有第二名管理员后请删去这一项。`,
      `The configuration says that there is one administrator (access.singleAdministrator; the office has ${count}): powerful roles take effect by one person's word, and the record says so. Strike the setting out once there are two.`,
    );
  return count >= 2
    ? well('administrators', `新闻办有 ${count} 名管理员。`, `The office has ${count} administrators.`)
    : warning(
        'administrators',
        `新闻办只有 ${count} 名管理员，没有人能确认另一名提出的角色变更。请再任命一名（写进人员文件），或在配置里写明 access.singleAdministrator: true。`,
        `The office has ${count} administrators: nobody can confirm what one of them proposes. Name another in the file of people, or say access.singleAdministrator: true in the configuration.`,
      );
};

export const checkMigrations = async ({ queries }: Database): Promise<Diagnosis> => {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(queries);
  const done = rows.map(({ name }) => name);
  const newer = done.filter((name) => !migrationNames.includes(name));
  if (newer.length > 0)
    return ill(
      'schema',
      `数据库由更新的版本升级过（${newer.join('、')}）；请用那个版本的程序。`,
      `The database was upgraded by a newer version (${newer.join(', ')}); run that version.`,
    );
  const missing = migrationNames.length - done.length;
  return missing === 0
    ? well('schema', '数据库结构与程序一致。', 'The schema of the database is that of the program.')
    : warning(
        'schema',
        `数据库结构落后 ${missing} 步，下一次启动时自动升级；升级前请先备份（koujing backup）。`,
        `The schema of the database is ${missing} steps behind; the next start upgrades it. Back it up first (koujing backup).`,
      );
};

/** Whether what is sealed can be opened with the key that is at hand. */
export const checkCredentials = async ({ queries }: Database, box: SecretBox | null): Promise<Diagnosis> => {
  const sealed = await queries
    .selectFrom('account')
    .select(['id', 'name', 'secrets'])
    .where('secrets', 'is not', null)
    .orderBy('id')
    .execute();
  const key = await queries
    .selectFrom('house')
    .select('value')
    .where('name', '=', 'secretKeyProof')
    .executeTakeFirst();
  if (box === null)
    return sealed.length === 0 && key === undefined
      ? well('credentials', '还没有加密的凭据。', 'No credentials are sealed yet.')
      : ill(
          'credentials',
          `有 ${sealed.length} 个账号的凭据是加密的，但没有密钥；请设置 KOUJING_SECRET_KEY，或把 secret.key 放回数据目录。`,
          `The credentials of ${sealed.length} accounts are sealed, but there is no key; set KOUJING_SECRET_KEY or put secret.key back.`,
        );
  const locked = sealed.filter(({ id, secrets }) => !opens(box, secrets ?? '', id)).map(({ name }) => name);
  const wrong = key !== undefined && !opens(box, key.value, 'secretKeyProof');
  return locked.length === 0 && !wrong
    ? well(
        'credentials',
        `${sealed.length} 个账号的凭据都能解密。`,
        `The credentials of all ${sealed.length} accounts can be opened.`,
      )
    : ill(
        'credentials',
        `凭据解不开${locked.length === 0 ? '' : `（${locked.join('、')}）`}：密钥不是保存时的那一把；请换回原来的密钥，或重新填写凭据。`,
        `Credentials cannot be opened${locked.length === 0 ? '' : ` (${locked.join(', ')})`}: the key is not the one they were sealed with. Put the former key back, or enter them again.`,
      );
};

const opens = (box: SecretBox, sealed: string, context: string): boolean => {
  try {
    box.open(sealed, context);
    return true;
  } catch {
    return false;
  }
};

/** A rotation that was begun and not finished needs both keys until it is. */
export const checkRotation = async ({ queries }: Database): Promise<readonly Diagnosis[]> => {
  if (!(await new HouseKey().isUnderway(queries))) return [];
  return [
    ill(
      'keyRotation',
      '更换密钥还没有完成，两把密钥都要保留；请再运行一次 koujing rotate-key。',
      'The key is still being replaced and both keys are needed; run koujing rotate-key again.',
    ),
  ];
};

export const checkHold = async ({ queries }: Database): Promise<readonly Diagnosis[]> => {
  const held = await queries
    .selectFrom('house')
    .select('name')
    .where('name', '=', 'dispatch')
    .where('value', '=', 'held')
    .executeTakeFirst();
  if (held === undefined) return [];
  return [
    warning(
      'hold',
      '发送已暂停：数据库由备份恢复；请在控制台“运行状况”核对后恢复发送。',
      'Dispatch is held: the database was restored from a backup. Look at “Operations” in the console, then let it send again.',
    ),
  ];
};

/** Working days of this year and the next: limits that run into a year without a table cannot be told. */
export const checkYears = (known: readonly number[], today: string): Diagnosis => {
  const year = Number(today.slice(0, 4));
  // The State Council gives the next year's days off in November.
  const wanted = Number(today.slice(5, 7)) >= 12 ? [year, year + 1] : [year];
  const missing = wanted.filter((one) => !known.includes(one));
  return missing.length === 0
    ? well('calendar', `年历已有 ${wanted.join('、')} 年。`, `The calendar has ${wanted.join(' and ')}.`)
    : ill(
        'calendar',
        `年历里没有 ${missing.join('、')} 年；国务院办公厅公布放假安排后，请在控制台“设置 · 年历”导入。`,
        `The calendar lacks ${missing.join(' and ')}; import it in the console (Settings, Calendar) once the State Council has published the holidays.`,
      );
};

export const yearsIn = async ({ queries }: Database): Promise<readonly number[]> =>
  (await queries.selectFrom('calendar_year').select('year').execute()).map(({ year }) => year);
