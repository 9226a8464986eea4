const zh = {
  add: '写批注',
  help: '只留在办理记录里，不进正文，也不会发布。起草人、已签署和待办理的人会收到；写“@姓名”另外提醒。',
  say: '留下批注',
  needed: '请写下批注。',
  remarked: (version: number) => `批注（第 ${version} 版）`,
};

const en: typeof zh = {
  add: 'Remark',
  help: 'Stays in the record, never in the text, and is not published. The drafter, those who signed and those who are to sign are told; “@name” calls a person.',
  say: 'Add the remark',
  needed: 'Please write the remark.',
  remarked: (version) => `remarked (version ${version})`,
};

export const remarkWords = { zh, en };
