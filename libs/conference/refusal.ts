import { inBrackets, inEnglishBrackets } from '@koujing/text';
import { counted, minuteInEnglish, minuteInWords, type Reason, say } from '@koujing/kernel';
import type { ConferenceState, MaterialKind } from './conference.api.js';
import type { LeadTime } from './lead-time.js';
import type { LimitStanding } from './limit-standing.js';

export const materialNames: Readonly<Record<MaterialKind, { readonly zh: string; readonly en: string }>> = {
  statement: { zh: '新闻发布词', en: 'statement' },
  hostScript: { zh: '主持词', en: 'host script' },
  qaLine: { zh: '记者答问口径', en: 'Q&A line' },
  backgroundMaterial: { zh: '背景材料', en: 'background' },
  venueLayout: { zh: '会场布置', en: 'venue layout' },
};

const stateNames: Readonly<Record<ConferenceState, { readonly zh: string; readonly en: string }>> = {
  draft: { zh: '拟办', en: 'planned' },
  applied: { zh: '待主管部门答复', en: 'awaiting the office' },
  returned: { zh: '已退回', en: 'returned' },
  signing: { zh: '审签中', en: 'being signed' },
  approved: { zh: '已批准', en: 'approved' },
  filed: { zh: '材料已报备', en: 'materials filed' },
  held: { zh: '已举行', en: 'held' },
  evaluated: { zh: '已评估', en: 'evaluated' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

/** Every refusal of this lib, in one table. */
export const conferenceRefusal = {
  noBrief: say('noBrief', '这场发布会还没有报送简报。', 'No brief of this conference was sent yet.'),
  notFound: say(
    'conferenceNotFound',
    '没有这场发布会，或您无权查看。',
    'There is no such conference, or you may not see it.',
  ),
  numberNotFound: say(
    'conferenceNumberUnknown',
    '没有这个批准文号：未经批准的发布会不得报道（第四十条）。',
    'No conference was approved under this number (Art.40).',
    { field: 'number' },
  ),
  tooManyLookups: (seconds: number): Reason =>
    say(
      'tooManyLookups',
      `查询过于频繁，请在 ${seconds} 秒后再试。`,
      `Too many look-ups; try again in ${counted(seconds, 'second')}.`,
    ),
  unknownOrgan: (id: string, field: string): Reason =>
    say('unknownOrgan', `没有登记的机关：${id}。`, `No such organ is registered: ${id}.`, {
      field,
      allowed: '已登记机关的编号 (the id of a registered organ)',
    }),
  kindNotTheirs: (allowed: string): Reason =>
    say(
      'kindNotTheirs',
      '该机关不能召开这一类发布会：县（市、区）召开的一类只属县（市、区），其余只属市级。',
      'The organ cannot hold a conference of this kind: counties hold county ones, the city’s organs the others.',
      { field: 'kind', allowed },
    ),
  venueFirm: (place: string): Reason =>
    say(
      'venueFirm',
      `这一类发布会在“${place}”举行，只有突发事件可另选会场（第三十条）。`,
      `A conference of this kind is held in ${place}; only an emergency may be held elsewhere (Art.30).`,
      { field: 'place', allowed: place },
    ),
  placeNeeded: say('placeNeeded', '请写明会场。', 'Say where it will be held.', {
    field: 'place',
    allowed: '2 至 200 字 (2–200 characters)',
  }),
  unknownIncident: say('unknownIncident', '没有这起突发事件。', 'There is no such incident.', {
    field: 'incidentId',
  }),
  incidentWithoutEmergency: say(
    'incidentWithoutEmergency',
    '关联了突发事件的发布会须标明为突发事件发布会。',
    'A conference on an incident must be marked as an emergency one.',
    { field: 'emergency' },
  ),
  emergencyWithoutIncident: say(
    'emergencyWithoutIncident',
    '标明为突发事件的发布会须写明是哪一起突发事件：只有已登记的突发事件才不受七个工作日的限制（第二十三条、第三十一条第一项）。',
    'Say which incident an emergency conference is on: only a registered incident frees it of the seven working days (Art.23, 31(1)).',
    { field: 'incidentId', allowed: '处置中的突发事件 (an open incident)' },
  ),
  incidentNotTheirs: say(
    'incidentNotTheirs',
    '这起突发事件与发布单位无关：只能选本单位负责、处置或所在地的突发事件，其余由主管部门登记（第二十二条）。',
    'The incident is none of the organ: it can choose those that it answers for, handles or has at its place; others are for the office (Art.22).',
    { field: 'incidentId' },
  ),
  incidentClosed: say(
    'incidentClosed',
    '这起突发事件已经办结，不能再据以召开突发事件发布会（第二十三条）。',
    'The incident is closed; an emergency conference can no longer be held on it (Art.23).',
    { field: 'incidentId', allowed: '处置中的突发事件 (an open incident)' },
  ),
  wrongState: (state: ConferenceState): Reason =>
    say(
      'wrongState',
      `这场发布会现为“${stateNames[state].zh}”，不能这样做。`,
      `The conference is ${stateNames[state].en}; this cannot be done now.`,
    ),
  fixedOnceApplied: say(
    'fixedOnceApplied',
    '已报送审批：类别、发布单位、是哪一起突发事件、是否重大事项不能再改，请取消后重新登记。',
    'It was applied for: kind, organ, incident and major can no longer be changed; cancel it and register anew.',
    { field: 'kind' },
  ),
  stale: say(
    'stale',
    '在您查看之后，这场发布会已被改过，请刷新后再操作。',
    'The conference was changed since you looked at it; reload and try again.',
    { field: 'expectedRevision' },
  ),
  digestChanged: say(
    'stale',
    '在您查看之后，主题、时间、地点、内容、发布人或随之审签的材料已有改动，请刷新后再操作。',
    'Theme, time, place, content, speakers or a material that is signed with them changed since you looked; reload and try again.',
    { field: 'digest' },
  ),
  startsInThePast: say('startsInThePast', '发布会时间已过。', 'The time of the conference has passed.', {
    field: 'startsAt',
  }),
  tooLate: ({ terms, dueAt }: LeadTime): Reason =>
    say(
      'appliedTooLate',
      `${terms.title}应在 ${minuteInWords(dueAt)} 前${inBrackets(terms.article)}，现已超过；请改期。${
        terms.emergencyExemption === 'none' ? '条文没有突发事件例外。' : '突发事件发布会不受此限。'
      }`,
      `The application was due by ${minuteInEnglish(dueAt)} ${inEnglishBrackets(terms.article)}; choose a later time.`,
      { field: 'startsAt' },
    ),
  lateReasonNeeded: ({ rule, terms, dueAt }: LeadTime): Reason =>
    say(
      'lateReasonNeeded',
      `${terms.title}应在 ${minuteInWords(dueAt)} 前${inBrackets(terms.article)}，现已超过，请写明理由。`,
      `This was due by ${minuteInEnglish(dueAt)} ${inEnglishBrackets(terms.article)}; give a reason.`,
      { field: `limitReasons.${rule}` },
    ),
  filingLate: ({ terms, dueAt }: LeadTime): Reason =>
    say(
      'filingReasonNeeded',
      `${terms.title}应在 ${minuteInWords(dueAt)} 前${inBrackets(terms.article)}，现已逾期，请写明理由；逾期仍记录在案。`,
      `Filing was due by ${minuteInEnglish(dueAt)} ${inEnglishBrackets(terms.article)}; give a reason. It stays on record as late.`,
      { field: 'reason' },
    ),
  limitReasonNeeded: (limit: LimitStanding): Reason =>
    say(
      'limitReasonNeeded',
      `${limit.title}为 ${limit.planned}，超过 ${limit.limit}${inBrackets(limit.article)}，请写明理由。`,
      `${limit.titleEn}: ${limit.planned} is more than ${limit.limit} ${inEnglishBrackets(limit.article)}; give a reason.`,
      { field: `limitReasons.${limit.name}`, allowed: `≤ ${limit.limit}` },
    ),
  overLimit: (limit: LimitStanding): Reason =>
    say(
      'overLimit',
      `${limit.title}为 ${limit.planned}，不得超过 ${limit.limit}${inBrackets(limit.article)}。`,
      `${limit.titleEn}: ${limit.planned} is more than the ${limit.limit} allowed ${inEnglishBrackets(limit.article)}.`,
      { field: limit.name, allowed: `≤ ${limit.limit}` },
    ),
  justificationMissing: (article: string): Reason =>
    say(
      'justificationMissing',
      `须写明为何以新闻发布会形式发布：主题、内容和媒体、公众的关注程度${inBrackets(article)}。`,
      `Say why it is a press conference: its theme, content and the attention that it has ${inEnglishBrackets(article)}.`,
      { field: 'justification' },
    ),
  noQuestions: (article: string): Reason =>
    say(
      'questionSessionMissing',
      `发布会要设置媒体记者提问环节${inBrackets(article)}。`,
      `A conference must have a question session for the press ${inEnglishBrackets(article)}.`,
      { field: 'questionSession', allowed: 'true' },
    ),
  stepUnknown: (step: string, allowed: readonly string[]): Reason =>
    say('stepUnknown', `这场发布会没有这一步审签：${step}。`, `There is no such step: ${step}.`, {
      field: 'step',
      allowed: allowed.join(', '),
    }),
  stepSigned: say('stepSigned', '这一步已经审签。', 'This step is signed already.'),
  notYourTurn: (title: string): Reason =>
    say('notYourTurn', `还没有轮到这一步，先要：${title}。`, `First comes: ${title}.`),
  officeAnswers: say(
    'officeAnswers',
    '这一步由主管部门以答复的形式作出。',
    'The office does this step by its answer.',
    { field: 'step' },
  ),
  signerIsDrafter: say(
    'signerIsDrafter',
    '登记这场发布会的人不能自己审签或答复，请由另一人办理。',
    'Who planned the conference cannot sign or answer for it; another person must.',
  ),
  signerNeeded: say(
    'signerNeeded',
    '请写明签批人的姓名、职务和签批件编号。',
    'Say who signed: name, post and number of the signed paper.',
    { field: 'signer' },
  ),
  noAnswerNeeded: say(
    'noAnswerNeeded',
    '这场发布会不需要主管部门答复。',
    'This conference needs no answer of the office.',
  ),
  fileKind: (allowed: string): Reason =>
    say('materialUnreadable', '这不是可以接受的文件。', 'This is not a file that is accepted.', {
      field: 'file',
      allowed,
    }),
  fileMissing: say('fileMissing', '请选择要上传的文件。', 'Choose a file.', { field: 'file' }),
  materialsMissing: (kinds: readonly MaterialKind[]): Reason =>
    say(
      'materialsMissing',
      `材料不齐，还缺：${kinds.map((kind) => materialNames[kind].zh).join('、')}（第三十四条）。`,
      `Materials are missing: ${kinds.map((kind) => materialNames[kind].en).join(', ')} (Art.34).`,
      { field: 'materials' },
    ),
  materialsUnsigned: (kinds: readonly MaterialKind[]): Reason =>
    say(
      'materialsUnsigned',
      `报送审批后才上传的${kinds.map((kind) => materialNames[kind].zh).join('、')}尚未审签，须由主要领导或其授权的人先审签（第三十一条第二、三项）。`,
      `Uploaded after the application and not signed yet: ${kinds.map((kind) => materialNames[kind].en).join(', ')}; the main leader, or whom he authorised, signs first (Art.31(2), 31(3)).`,
      { field: 'materials' },
    ),
  materialsNotLookedThrough: (kinds: readonly MaterialKind[]): Reason =>
    say(
      'materialsNotLookedThrough',
      `${kinds.map((kind) => materialNames[kind].zh).join('、')}的文件内部系统不能读取，须由上传者以外的人打开查看并确认（第三十九条第六项）。`,
      `The system cannot read the inside of: ${kinds.map((kind) => materialNames[kind].en).join(', ')}; another person than the uploader opens the file and confirms (Art.39(6)).`,
      { field: 'materials' },
    ),
  materialNeedsNoSignature: say(
    'materialNeedsNoSignature',
    '这份材料不需要另行审签，或已经审签。',
    'This material needs no signature of its own, or has one.',
  ),
  materialNeedsNoLook: say(
    'materialNeedsNoLook',
    '这份文件系统已经读取，或已有人确认查看。',
    'The system has read this file, or somebody has confirmed it already.',
  ),
  materialChanged: say(
    'stale',
    '在您查看之后，这份材料已换成另一个文件，请刷新后再操作。',
    'Another file took the place of this material since you looked; reload and try again.',
    { field: 'sha256' },
  ),
  signerIsUploader: say(
    'signerIsUploader',
    '上传这份材料或登记这场发布会的人不能自己审签，请由另一人办理。',
    'Who uploaded the material or planned the conference cannot sign it; another person must.',
  ),
  lookerIsUploader: say(
    'lookerIsUploader',
    '上传这份文件的人不能自己确认，请由另一人打开查看。',
    'Who uploaded the file cannot confirm it; another person opens it.',
  ),
  materialNotFound: say('materialNotFound', '没有这份材料。', 'There is no such material.'),
  notFiled: say(
    'materialsNotFiled',
    '五项材料尚未报备，不能举行（第三十四条）。',
    'The five materials are not filed yet (Art.34).',
  ),
  notYetHeld: say(
    'notYetHeld',
    '举行时间应不早于批准的时间，且不晚于现在（第三十二条）。',
    'It is held neither before its approved time nor in the future (Art.32).',
    { field: 'heldAt' },
  ),
} as const;
