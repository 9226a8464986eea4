import { stepWords } from '../../language/step-words.js';
import { counted, type ActionName, type SignatureView, type StageView } from '../../api/contract.js';

interface ReleasePageWords {
  readonly stages: Record<StageView['stage'], string>;
  readonly stageStates: Record<StageView['state'], string>;
  readonly actions: Record<ActionName, string>;
  readonly steps: Readonly<Record<SignatureView['step'], string>>;
  readonly onBehalfOf: (name: string) => string;
  readonly byAuthorisation: string;
  readonly superior: string;
  readonly chainBasis: (title: string, article: string) => string;
  readonly hints: Readonly<Record<string, string>>;
  readonly all: string;
  readonly tasks: string;
  readonly toProgress: string;
  readonly seeFindings: string;
  readonly cancelScheduleAsk: string;
  readonly keepSchedule: string;
  readonly whyOf: (action: string) => string;
  readonly content: string;
  readonly version: (version: number) => string;
  readonly summary: string;
  readonly column: string;
  readonly keywords: string;
  readonly attachments: string;
  readonly joint: string;
  readonly draftedBy: string;
  readonly scheduledFor: string;
  /** Agreed to, and its hour was refused. */
  readonly hourNotSet: string;
  readonly releasedAt: string;
  readonly compareWith: string;
  readonly noComparison: string;
  readonly expertNotes: string;
  readonly expert: string;
  readonly signatures: string;
  readonly noSignatures: string;
  readonly agree: string;
  readonly returned: string;
  readonly voided: string;
  readonly timeline: string;
  readonly held: string;
  readonly freed: string;
  readonly findings: string;
  readonly noFindings: string;
  readonly check: string;
  readonly checked: (findings: number, against: number) => string;
  readonly hintLead: string;
  readonly hintPlace: (place: string) => string;
  readonly documentTraces: (file: string) => string;
  readonly pictureTraces: (alt: string) => string;
  readonly preview: string;
  readonly saved: string;
}

const zh: ReleasePageWords = {
  expertNotes: '专家解读',
  expert: '专家',
  stages: {
    content: '正文',
    facts: '事实核对',
    review: '审核',
    confirmation: '会签',
    confidentialityReview: '保密审查',
    conflict: '冲突',
    channels: '渠道预览',
    approval: '审批',
    superiorApproval: '上级审定',
    release: '发布',
    laterReview: '事后全面审查',
  },
  stageStates: { done: '已完成', current: '进行中', waiting: '未到', blocked: '有问题', notNeeded: '不需要' },
  actions: {
    revise: '修改',
    submit: '提交送审',
    takeBack: '收回送审',
    proposeTime: '建议时间',
    cancelSchedule: '取消定时',
    sendEmbargoedCopies: '先发禁发稿',
    review: '审核通过',
    reviewConfidentiality: '保密审查',
    confirm: '会签同意',
    approve: '审批同意',
    approveAsSuperior: '上级审定同意',
    sendUp: '提请上级审定',
    reviewLater: '事后全面审查',
    return: '退回',
    publish: '立即发布',
    schedule: '定时发布',
    withdraw: '撤下',
    openCorrection: '更正',
    abandonCorrection: '放弃更正',
    withdrawPublished: '撤回已发布内容',
  },
  steps: stepWords.zh,
  onBehalfOf: (name) => `代${name}`,
  byAuthorisation: '按主要领导授权',
  superior: '提请审定机关',
  chainBasis: (title, article) => `${title}（依据：${article}）`,
  hints: {
    identityCard: '身份证号',
    phone: '手机号',
    bankCard: '银行卡号',
    classificationMark: '密级标志',
    internalMark: '内部标志',
  },
  all: '发布稿',
  tasks: '办理进度',
  toProgress: '查看发布进度',
  seeFindings: '去看冲突',
  cancelScheduleAsk: '取消以后此稿不会按时发布，要发布须重新排期。确定取消吗？',
  keepSchedule: '保留定时',
  whyOf: (action) => `现在还不能${action}：`,
  content: '正文',
  version: (version) => `第 ${version} 版`,
  summary: '摘要',
  column: '栏目',
  keywords: '关键词',
  attachments: '附件（随稿公开）',
  joint: '联合发布机关',
  draftedBy: '起草人',
  scheduledFor: '计划发布',
  hourNotSet: '内容已经同意，但发布时间没有定下：',
  releasedAt: '发布时间',
  compareWith: '与哪一版比较',
  noComparison: '不比较',
  signatures: '签署意见',
  noSignatures: '还没有人签署。',
  agree: '同意',
  returned: '退回',
  voided: '已失效',
  timeline: '办理记录和批注',
  held: '发布时被冲突检测拦下：',
  freed: '拦下此稿的冲突已有裁定，可以重新发布。',
  findings: '相关冲突',
  noFindings: '没有发现与其他稿件的冲突。',
  check: '立即检测',
  checked: (findings, against) =>
    findings === 0
      ? `已与 ${against} 篇比对，没有发现冲突。`
      : `已与 ${against} 篇比对，发现 ${findings} 处。`,
  hintLead: '检出下列内容，请审查时逐项留意：',
  hintPlace: (place) => `（${place}）`,
  documentTraces: (file) => `导入的文档“${file}”在正文之外含有下列信息，没有带入稿件；请确认原文件不会外传：`,
  pictureTraces: (alt) => `图片“${alt}”上传时含有下列信息，已从图片中去除；请确认画面本身可以公开：`,
  preview: '看渠道预览',
  saved: '已办理。',
};

const en: ReleasePageWords = {
  expertNotes: 'Expert interpretations',
  expert: 'Expert',
  stages: {
    content: 'Text',
    facts: 'Facts',
    review: 'Reviews',
    confirmation: 'Countersign',
    confidentialityReview: 'Confidentiality',
    conflict: 'Conflicts',
    channels: 'Channel previews',
    approval: 'Approval',
    superiorApproval: 'Superior’s approval',
    release: 'Release',
    laterReview: 'Full review afterwards',
  },
  stageStates: {
    done: 'Done',
    current: 'Now',
    waiting: 'Not yet',
    blocked: 'Problem',
    notNeeded: 'Not needed',
  },
  actions: {
    revise: 'Edit',
    submit: 'Submit for review',
    takeBack: 'Take back',
    proposeTime: 'Propose a time',
    cancelSchedule: 'Cancel the schedule',
    sendEmbargoedCopies: 'Send ahead',
    review: 'Pass the review',
    reviewConfidentiality: 'Review confidentiality',
    confirm: 'Countersign',
    approve: 'Approve',
    approveAsSuperior: 'Approve as superior',
    sendUp: 'Send up for approval',
    reviewLater: 'Full review afterwards',
    return: 'Return',
    publish: 'Release now',
    schedule: 'Schedule',
    withdraw: 'Take down',
    openCorrection: 'Correct',
    abandonCorrection: 'Abandon the correction',
    withdrawPublished: 'Withdraw what is out',
  },
  steps: stepWords.en,
  onBehalfOf: (name) => `for ${name}`,
  byAuthorisation: 'by authorisation of the main leader',
  superior: 'Sent up to',
  chainBasis: (title, article) => `${title} (basis: ${article})`,
  hints: {
    identityCard: 'identity card number',
    phone: 'mobile number',
    bankCard: 'bank card number',
    classificationMark: 'classification mark',
    internalMark: 'internal mark',
  },
  all: 'Releases',
  tasks: 'Progress',
  toProgress: 'See the dispatch',
  seeFindings: 'See the conflict',
  cancelScheduleAsk:
    'It will not be released at its hour; to release it, set an hour anew. Cancel the schedule?',
  keepSchedule: 'Keep it',
  whyOf: (action) => `${action} is not possible yet: `,
  content: 'Text',
  version: (version) => `Version ${version}`,
  summary: 'Summary',
  column: 'Column',
  keywords: 'Keywords',
  attachments: 'Attachments (public)',
  joint: 'Joint organs',
  draftedBy: 'Drafted by',
  scheduledFor: 'Planned for',
  hourNotSet: 'The content is approved, but its hour was not set:',
  releasedAt: 'Released',
  compareWith: 'Compare with',
  noComparison: 'No comparison',
  signatures: 'Signatures',
  noSignatures: 'Nobody has signed yet.',
  agree: 'agreed',
  returned: 'returned',
  voided: 'void',
  timeline: 'Record and remarks',
  held: 'Held at release by the conflict check: ',
  freed: 'The conflict that held this release has been ruled on; it can be released again.',
  findings: 'Conflicts',
  noFindings: 'No conflict with other releases was found.',
  check: 'Check now',
  checked: (findings, against) => `Compared with ${counted(against, 'release')}; ${findings} found.`,
  hintLead: 'The text, its attachments and their traces contain the following; please look at each:',
  hintPlace: (place) => `(${place})`,
  documentTraces: (file) =>
    `The imported document “${file}” held the following beside its text. It is not in the release; make sure that the file itself goes nowhere:`,
  pictureTraces: (alt) =>
    `The picture “${alt}” came with the following, which was taken out; make sure that what it shows may be published:`,
  preview: 'Channel previews',
  saved: 'Done.',
};

export const words = { zh, en };
