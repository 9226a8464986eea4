import { type Reason, say } from '@koujing/kernel';

/** Every refusal of this lib, in one table. */
export const organRefusal = {
  notFound: say(
    'organNotFound',
    '没有这个机关，请刷新后重选。',
    'There is no such organ; reload and choose again.',
  ),
  imported: say(
    'organImported',
    '这个机关是随导入的稿件登记的，不能在此修改。',
    'This organ came with imported releases and cannot be edited here.',
  ),
  nameTaken: (name: string, by: string, field: string): Reason =>
    say(
      'nameTaken',
      `“${name}”已是${by}的名称或别名，文中的机关将无法分辨。`,
      `"${name}" already names ${by}; texts could not tell them apart.`,
      { field },
    ),
  unknownParent: (id: string): Reason =>
    say('unknownOrgan', `没有登记的上级机关：${id}。`, `No such parent organ is registered: ${id}.`, {
      field: 'parentId',
    }),
  circularParent: (chain: string): Reason =>
    say('circularParent', `上级机关成了循环：${chain}。`, `The parents form a circle: ${chain}.`, {
      field: 'parentId',
    }),
  hatsAreOffices: say(
    'hatsAreOffices',
    '只有新闻发布主管部门使用两个名称（第四条）。',
    'Only the competent office bears two names (Art.4).',
    { field: 'hats' },
  ),
  hatsMissing: say(
    'hatsMissing',
    '主管部门须写明党委、政府两个名称（第四条、第三十条）。',
    'The office needs its Party and its government name (Art.4, 30).',
    { field: 'hats' },
  ),
  unknownIssuer: (id: string): Reason =>
    say('unknownOrgan', `没有登记的机关：${id}。`, `No such organ is registered: ${id}.`, {
      field: 'organIds',
    }),
  stale: (revision: number): Reason =>
    say(
      'stale',
      `此机关已改到第 ${revision} 版，请刷新后再操作。`,
      `The organ is now at revision ${revision}; reload and try again.`,
      { field: 'expectedRevision' },
    ),
} as const;
