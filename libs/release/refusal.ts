import { say, type NameFault, type Reason } from '@koujing/kernel';
import { releaseStateNames } from './names.js';
import { megabytes, pictureRefusal } from './picture-refusal.js';
import type { ReleaseState } from './release.js';

const fixedNames = {
  kind: '类别',
  jointOrganIds: '联合发布单位',
  relayOf: '转发来源',
  supersedes: '被替代的稿件',
} as const;

/** Every refusal of this lib, in one table. */
export const releaseRefusal = {
  notFound: say(
    'releaseNotFound',
    '没有这篇发布稿，或您无权查看。',
    'There is no such release, or you may not see it.',
  ),
  imageNotFound: say('imageNotFound', '没有这张图片。', 'There is no such picture.'),
  wrongState: (state: ReleaseState): Reason =>
    say(
      'wrongState',
      `此稿目前是“${releaseStateNames[state].zh}”，不能进行这项操作。`,
      `The release is ${releaseStateNames[state].en}; this action is not possible now.`,
    ),
  notHandedIn: (state: ReleaseState): Reason =>
    say(
      'notHandedIn',
      `此稿目前是“${releaseStateNames[state].zh}”，没有可收回的送审。`,
      `The release is ${releaseStateNames[state].en}; there is no submission to take back.`,
    ),
  matterUnchanged: (matter: string | null): Reason =>
    matter === null
      ? say('matterUnchanged', '此稿没有关联事项。', 'The release is on no matter.', { field: 'matter' })
      : say('matterUnchanged', '此稿已关联这个事项。', 'The release is on this matter already.', {
          field: 'matter',
        }),
  failedAlone: say(
    'failedAlone',
    '这一篇没有办成，原样未动；其余各篇不受影响。请稍后重试，仍不行的请告诉系统管理员。',
    'This one did not go through and is as it was; the others are not affected. Try again later.',
  ),
  alreadyReleased: say(
    'alreadyReleased',
    '此稿已发布，不能直接修改，请使用更正或撤回。',
    'The release is out; it cannot be edited, only corrected or withdrawn.',
  ),
  noReleaseUnit: say(
    'noReleaseUnit',
    '本机关还没有确定承担新闻发布的内部机构（第六条），请先在“设置—机关与职责”中登记。',
    'The organ has named no unit in charge of releases (Art.6); register one under Settings first.',
  ),
  notOut: say(
    'notOut',
    '此稿没有发布在外的版本，无需更正。',
    'No version of this release is out; there is nothing to correct.',
  ),
  alreadyCorrecting: say(
    'alreadyCorrecting',
    '此稿已有一份更正在途，请继续编辑它，或先放弃它。',
    'A correction of this release is already on its way; go on with it or abandon it first.',
  ),
  notCorrecting: say('notCorrecting', '此稿没有在途的更正。', 'No correction of this release is on its way.'),
  correctionUnderWay: say(
    'correctionUnderWay',
    '此稿已发布在外，在途的是更正：请放弃更正，或撤回已发布的内容。',
    'The release is out and this is its correction: abandon the correction, or withdraw what is out.',
  ),
  notACorrection: say(
    'notACorrection',
    '此稿不是更正，不能填写更正说明。',
    'This is no correction; it carries no correction note.',
    { field: 'correctionNote', allowed: '空 (empty)' },
  ),
  correctionNoteMissing: say(
    'correctionNoteMissing',
    '更正须写明更正说明，它会显示在每个渠道上。',
    'A correction needs its note; every channel shows it.',
    { field: 'correctionNote' },
  ),
  noteUnchanged: say(
    'noteUnchanged',
    '更正说明与上一次更正相同，请写明这一次更正了什么。',
    'The note is the same as that of the last correction; say what is corrected this time.',
    { field: 'note' },
  ),
  fixedSinceRelease: (field: 'kind' | 'jointOrganIds' | 'relayOf' | 'supersedes'): Reason =>
    say(
      'fixedSinceRelease',
      `${fixedNames[field]}在首次发布时已确定，更正不能改变；需要改变请另发新稿。`,
      `The first release has fixed "${field}"; a correction cannot change it. Make a new release instead.`,
      { field },
    ),
  channelLeftOut: (accountId: string): Reason =>
    say(
      'channelLeftOut',
      `渠道账号 ${accountId} 已发布过此稿，更正必须覆盖它。`,
      `The account ${accountId} has published this release; the correction must reach it.`,
      { field: 'accountIds' },
    ),
  stale: (who: string, at: string): Reason =>
    say(
      'stale',
      `${who}于 ${at} 改过此稿，请比较后再保存。`,
      `${who} changed this release at ${at}; compare before you save.`,
      { field: 'expectedRevision' },
    ),
  copyOvertaken: (at: string | null): Reason =>
    say(
      'copyOvertaken',
      at === null
        ? '此稿的自动保存已在您的另一个窗口清除。'
        : `您的另一个窗口或另一台电脑在 ${at.slice(0, 16).replace('T', ' ')} 自动保存过此稿，请比较后再继续。`,
      at === null
        ? 'Another window of yours has dropped what was kept of this release.'
        : `Another window of yours kept this release at ${at.slice(0, 16).replace('T', ' ')}; compare before you go on.`,
      { field: 'expectedSeq' },
    ),
  digestChanged: say(
    'digestChanged',
    '您看到的版本已不是当前版本，请重新查看后再操作。',
    'The version you looked at is no longer the current one; look again before you act.',
    { field: 'digest' },
  ),
  unknownOrgan: (id: string, field: string): Reason =>
    say('unknownOrgan', `没有登记的机关：${id}。`, `No such organ is registered: ${id}.`, {
      field,
      allowed: '已登记机关的编号 (the id of a registered organ)',
    }),
  jointWithItself: say(
    'jointWithItself',
    '联合发布单位不能包括本机关。',
    'The releasing organ cannot be its own co-organ.',
    { field: 'jointOrganIds' },
  ),
  unknownAccount: (id: string): Reason =>
    say('unknownAccount', `没有可用的渠道账号：${id}。`, `There is no such enabled channel account: ${id}.`, {
      field: 'accountIds',
    }),
  unknownImage: (sha256: string): Reason =>
    say(
      'unknownImage',
      `图片 ${sha256.slice(0, 12)} 尚未上传。`,
      `The picture ${sha256.slice(0, 12)} was not uploaded.`,
      { field: 'images' },
    ),
  unknownDocument: (sha256: string): Reason =>
    say(
      'unknownDocument',
      `文档 ${sha256.slice(0, 12)} 没有在本系统导入过。`,
      `The document ${sha256.slice(0, 12)} was not imported here.`,
      { field: 'documents' },
    ),
  unknownSuperseded: say(
    'unknownSuperseded',
    '被替代的稿件须是本机关已发布的稿件。',
    'Only a released release of the same organ can be superseded.',
    { field: 'supersedes' },
  ),
  unknownRelayed: say(
    'unknownRelayed',
    '被转发的稿件须是已发布的稿件。',
    'Only a released release can be relayed.',
    { field: 'relayOf' },
  ),
  unknownMatter: say(
    'unknownMatter',
    '没有这个事项，或它与本机关无关。',
    'There is no such matter, or it does not concern this organ.',
    { field: 'matter' },
  ),
  matterBound: say(
    'matterBound',
    '稿件已送审，所属事项不能再改；需要改的请先退回。',
    'The release has been submitted: its matter can only be changed once it was returned.',
    { field: 'matter' },
  ),
  view: {
    notFound: say('viewNotFound', '没有这个视图。', 'There is no such view.'),
    nameTaken: (name: string): Reason =>
      say(
        'viewNameTaken',
        `您已有名为“${name}”的视图，请换一个名称。`,
        `You have a view named "${name}" already; choose another name.`,
        { field: 'name' },
      ),
    tooMany: (limit: number): Reason =>
      say(
        'tooManyViews',
        `视图最多 ${limit} 个，请先删去不用的。`,
        `There may be ${limit} views; delete one that you no longer use.`,
        { allowed: `≤ ${limit}` },
      ),
  },
  emptyText: say('emptyText', '正文为空。', 'The text is empty.', { field: 'blocks' }),
  noChannel: say('noChannel', '尚未选择发布渠道。', 'No channel is chosen.', { field: 'accountIds' }),
  picture: pictureRefusal,
  attachment: {
    notFound: say('attachmentNotFound', '没有这个附件。', 'There is no such attachment.'),
    unknown: (name: string): Reason =>
      say('unknownAttachment', `附件“${name}”尚未上传。`, `The attachment "${name}" was not uploaded.`, {
        field: 'attachments',
      }),
    name: ({ message, messageEn, allowed }: NameFault, field: string): Reason =>
      say('attachmentName', message, messageEn, { field, allowed }),
    otherKind: (name: string): Reason =>
      say(
        'attachmentOfAnotherKind',
        `附件“${name}”的后缀与上传的文件不符，请保留上传时的后缀。`,
        `"${name}" is of another kind than the file that was uploaded; keep its ending.`,
        { field: 'attachments' },
      ),
    empty: say('emptyAttachment', '附件是空文件。', 'The file is empty.', { field: 'file' }),
    tooLarge: (bytes: number, limit: number): Reason =>
      say(
        'attachmentTooLarge',
        `附件为 ${megabytes(bytes)} MB，超过 ${megabytes(limit)} MB。`,
        `The attachment is ${megabytes(bytes)} MB; at most ${megabytes(limit)} MB are allowed.`,
        { field: 'file', allowed: `≤ ${megabytes(limit)} MB` },
      ),
    noText: say(
      'attachmentWithoutText',
      '附件里没有文字（只有图片或空白），无法与正文核对，也无法进行保密审查。请写上标题或说明文字后再上传。',
      'The attachment holds no text, so nothing can be checked in it; give it at least a caption.',
      { field: 'file', allowed: 'text, with or without pictures' },
    ),
    textTooLong: (length: number, limit: number): Reason =>
      say(
        'attachmentTextTooLong',
        `附件有 ${length} 字，超过 ${limit} 字，请分成几个附件。`,
        `The attachment holds ${length} characters; at most ${limit} are allowed.`,
        { field: 'file', allowed: `≤ ${limit}` },
      ),
    unsupported: (name: string): Reason =>
      say(
        'unsupportedAttachment',
        `不能附上“${name}”：附件只收 .docx 和 .txt。`,
        `"${name}" cannot be attached: only .docx and .txt are taken.`,
        { field: 'file', allowed: '.docx, .txt' },
      ),
    notText: say(
      'notText',
      '文件名为 .txt，内容却不是文字，不予接收。',
      'The file is named .txt and holds no text.',
      { field: 'file', allowed: 'UTF-8, GB18030' },
    ),
  },
  document: {
    unsupported: (name: string): Reason =>
      say('unsupportedDocument', `不能读取文件“${name}”。`, `The file "${name}" cannot be read.`, {
        field: 'file',
        allowed: '.docx, .html, .txt',
      }),
    missing: say('fileMissing', '请求中没有文件。', 'The request holds no file.', { field: 'file' }),
  },
} as const;
