import { type Reason, say } from '@koujing/kernel';

/** Every refusal of this lib, in one table. */
export const registerRefusal = {
  entryNotFound: say(
    'entryNotFound',
    '没有这条登记，或它已停用。',
    'There is no such entry, or it was retired.',
  ),
  noOffice: say('noOffice', '还没有登记新闻发布主管部门。', 'No competent office is registered yet.'),
  unknownOrgan: (id: string): Reason =>
    say('unknownOrgan', `没有登记的机关：${id}。`, `No such organ is registered: ${id}.`, {
      field: 'organId',
    }),
  notTheOrgans: say(
    'notTheOrgans',
    '专家解读应登记在发布机关名下。',
    'An interpretation is recorded for the organ that releases.',
    { field: 'organId' },
  ),
  exists: say(
    'entryExists',
    '已有一条相同的登记，请改为替换它。',
    'Such an entry stands already; replace it instead.',
    { field: 'replaces' },
  ),
  unknownEntry: (field: string): Reason =>
    say('unknownEntry', '没有这条登记，请刷新后重选。', 'There is no such entry; reload and choose again.', {
      field,
    }),
  notReleased: say(
    'notReleased',
    '此稿尚未发布，不能登记转载情况。',
    'The text is not out yet; it cannot have been relayed.',
    { field: 'detail.releaseId' },
  ),
  unknownRule: (rule: string): Reason =>
    say('unknownRule', `规则文件中没有“${rule}”。`, `The rules file has no "${rule}".`, {
      field: 'detail.rule',
    }),
  inFuture: (field: string): Reason =>
    say('dateInFuture', '日期不能晚于今天。', 'The date cannot lie ahead.', { field }),
  yearAhead: say('yearAhead', '不能为以后的年份声明。', 'A year that lies ahead cannot be attested.', {
    field: 'detail.year',
  }),
  halfYearAhead: say(
    'halfYearAhead',
    '不能登记以后半年的通报。',
    'The bulletin on a half-year that lies ahead cannot have been sent.',
    { field: 'detail.period' },
  ),
  fileMissing: say('fileMissing', '请先上传文件。', 'Upload the file first.', { field: 'detail.sha256' }),
  fileKind: (name: string): Reason =>
    say('unsupportedFile', `不能接收文件“${name}”。`, `The file "${name}" cannot be taken.`, {
      field: 'file',
      allowed: '.pdf, .docx, .doc, .ofd',
    }),
  noneOwed: say('noneOwed', '这个登记簿不要求每个机关都登记。', 'Nobody owes an entry of this register.'),
} as const;
