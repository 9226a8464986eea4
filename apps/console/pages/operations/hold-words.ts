const zh = {
  title: '发送已暂停：数据库由备份恢复',
  lead: (madeAt: string) =>
    `备份时刻是 ${madeAt}。此后可能动过的每条发送记录都先向平台核实，在您核对并恢复之前，什么都不会发出。`,
  unclear: (rows: number) => `正在向平台核实 ${rows} 条`,
  persons: (rows: number) => `等人工判断 ${rows} 条（邮件不能核实）`,
  planned: (rows: number) => `平台上没有、恢复后将发出 ${rows} 条`,
  outside: '账号上有、这个数据库里没有的内容（备份以后发布的）：',
  noOutside: '尚未在账号上发现这个数据库不知道的内容。',
  look: '查看',
  reason: '核对结论',
  lift: '恢复发送',
};

const en: typeof zh = {
  title: 'Dispatch is held: the database was restored from a backup',
  lead: (madeAt) =>
    `The backup is of ${madeAt}. Every delivery that could have moved since is asked about first; nothing goes out until you have looked and let it.`,
  unclear: (rows) => `${rows} being asked about`,
  persons: (rows) => `${rows} for a person to settle (mails cannot be asked about)`,
  planned: (rows) => `${rows} are not on the platforms and go out once it is lifted`,
  outside: 'On our accounts but not in this database (published after the backup):',
  noOutside: 'Nothing was found on the accounts that this database does not know.',
  look: 'look',
  reason: 'What you found',
  lift: 'Send again',
};

export const holdWords = { zh, en };
