import { Problem, type Reason } from '@koujing/kernel';

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';

/** Every refusal of this lib, in one table. */
export const backupRefusal = {
  folderTaken: (folder: string): Reason => ({
    code: 'folderTaken',
    message: `${folder} 已经存在，备份不会覆盖任何东西，请另给一个名字。`,
    messageEn: `${folder} exists already; a backup overwrites nothing. Give another name.`,
  }),
  noBackup: (folder: string): Reason => ({
    code: 'noBackup',
    message: `${folder} 里没有备份：缺少 manifest.json。`,
    messageEn: `There is no backup in ${folder}: manifest.json is missing.`,
  }),
  badManifest: (path: string, cause: unknown): Reason => ({
    code: 'badManifest',
    message: `${path} 读不懂，它不是这个系统写的备份清单，或已损坏：${firstLine(cause)}。`,
    messageEn: `${path} cannot be read: it is no manifest of a backup of this system, or it is damaged: ${firstLine(cause)}.`,
  }),
  damaged: (table: string): Reason => ({
    code: 'damagedBackup',
    message: `备份已损坏或被改动：tables/${table}.ndjson.gz 与清单不符。什么都没有写入。`,
    messageEn: `The backup is damaged or was altered: tables/${table}.ndjson.gz is not what the manifest says. Nothing was written.`,
  }),
  unreadable: (table: string, cause: unknown): Reason => ({
    code: 'unreadableBackup',
    message: `读不了备份的 tables/${table}.ndjson.gz：${firstLine(cause)}。什么都没有写入。`,
    messageEn: `tables/${table}.ndjson.gz of the backup cannot be read: ${firstLine(cause)}. Nothing was written.`,
  }),
  newer: (names: readonly string[]): Reason => ({
    code: 'newerBackup',
    message: `备份来自更新的版本（${names.join('、')}），请先把程序升级到那个版本。`,
    messageEn: `The backup was made by a newer version (${names.join(', ')}); upgrade the program first.`,
  }),
  holdsSomething: (table: string): Reason => ({
    code: 'databaseHoldsSomething',
    message: `目标数据库里已有数据（表 ${table}），恢复不会覆盖任何东西，请换一个空的数据库或目录。`,
    messageEn: `The database holds something already (table ${table}); a restoration overwrites nothing. Choose an empty database or directory.`,
  }),
  otherSchema: {
    code: 'otherSchema',
    message: '目标数据库的结构与备份时不同，请换一个全新的数据库或目录。',
    messageEn: 'The schema of the database is not that of the backup; choose a new database or directory.',
  },
} as const;

export const refused = (reason: Reason): Problem => new Problem('badInput', [reason]);
