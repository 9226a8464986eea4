import { z } from 'zod';
import { personRefSchema } from '../access/access.api.js';
import { mailAddressSchema } from '../kernel/mail-address.api.js';
import { fileNameFault } from '../kernel/file-name.api.js';
import {
  daysQuerySchema,
  digestSchema,
  idSchema,
  pageOf,
  pageQuerySchema,
  reasonSchema,
} from '../kernel/answer.api.js';
import { organRefSchema } from '../organ/organ.api.js';
import { blocksSchema } from '../block/block.api.js';
import { declarationSchema, triggerSchema } from './declaration.api.js';

/** 常规政务 · 社会热点 · 突发事件 · 重要预警 · 重大活动 · 舆论监督 · 其他 (Art.13) */
export const releaseKindSchema = z.enum([
  'routine',
  'hotTopic',
  'emergency',
  'warning',
  'majorEvent',
  'mediaScrutiny',
  'other',
]);
export type ReleaseKind = z.infer<typeof releaseKindSchema>;

/** 草稿 · 已提交 · 已退回 · 已审定 · 已排期 · 待统筹（闸口拦下） · 已发布 · 已撤下（从未发布） */
export const releaseStateSchema = z.enum([
  'draft',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'heldByGate',
  'released',
  'withdrawn',
]);
export type ReleaseState = z.infer<typeof releaseStateSchema>;

/** A title longer than this is a paragraph; the channels' own limits are tighter and shown per channel. */
export const TITLE_MAX = 200;

const imageRefSchema = z.strictObject({ sha256: digestSchema, alt: z.string().max(200) });

/** Kinds of documents that may go out with a release. */
export const attachmentEndings = ['docx', 'txt'] as const;
export type AttachmentEnding = (typeof attachmentEndings)[number];
export const endingOf = (name: string): AttachmentEnding | null =>
  attachmentEndings.find((ending) => name.toLowerCase().endsWith(`.${ending}`)) ?? null;

/** The public saves the file under this name. */
const attachmentNameSchema = z.string().superRefine((name, { addIssue }) => {
  const fault = fileNameFault(name);
  if (fault !== null)
    addIssue({ code: 'custom', message: `${fault.message}允许：${fault.allowed} (${fault.messageEn})` });
  else if (endingOf(name) === null)
    addIssue({
      code: 'custom',
      message: `附件名“${name}”须以 .${attachmentEndings.join('、.')} 结尾 (it must end in .${attachmentEndings.join(' or .')})`,
    });
});
const attachedDocumentSchema = z.strictObject({ sha256: digestSchema, name: attachmentNameSchema });

const ownText = z.string().max(20_000, { error: '渠道专用正文不超过 20000 字 (at most 20000 characters)' });

/** Words of its own for one channel account: a text alone, or a title, a summary and a text, each in place of the common one. */
export const channelWordsSchema = z.union([
  ownText,
  z.strictObject({
    title: z
      .string()
      .trim()
      .min(1, { error: '非空的标题 (a title)' })
      .max(TITLE_MAX, { error: `标题不超过 ${TITLE_MAX} 字 (at most ${TITLE_MAX} characters)` })
      .exactOptional(),
    summary: z.string().max(500, { error: '摘要不超过 500 字 (at most 500 characters)' }).exactOptional(),
    text: ownText.exactOptional(),
  }),
]);
export type ChannelWords = z.infer<typeof channelWordsSchema>;

/** What a drafter writes; POST /api/releases takes it as it is. */
export const releaseDraftSchema = z.strictObject({
  organId: idSchema,
  kind: releaseKindSchema,
  title: z
    .string()
    .trim()
    .min(1, { error: '非空的标题 (a title)' })
    .max(TITLE_MAX, { error: `标题不超过 ${TITLE_MAX} 字 (at most ${TITLE_MAX} characters)` }),
  summary: z.string().max(500, { error: '摘要不超过 500 字 (at most 500 characters)' }).default(''),
  blocks: blocksSchema,
  /** Column of the portal, e.g. `通知公告`. */
  column: z.string().min(1).max(40).default('通知公告'),
  keywords: z.array(z.string().min(1).max(30)).max(20).default([]),
  /** Channel accounts that it goes to. */
  accountIds: z.array(idSchema).max(50).default([]),
  /** Media addresses for the e-mail accounts; each gets a message of its own. */
  recipients: z.array(mailAddressSchema).max(10_000).default([]),
  /** Mailing lists for the e-mail accounts; whoever is on them when it goes out gets it. */
  mailingListIds: z.array(idSchema).max(20).default([]),
  /** Account id → what that channel says in place of the common words. */
  overrides: z.record(z.string(), channelWordsSchema).default({}),
  /** Co-organs of a joint release; each must confirm the same digest (Art.14(c)). */
  jointOrganIds: z.array(idSchema).max(30).default([]),
  /** The release that this one relays, if it is a relay. */
  relayOf: idSchema.nullable().default(null),
  /** The earlier release of the same organ that this one replaces. */
  supersedes: idSchema.nullable().default(null),
  /** The matter that it is on: its agreed line binds the text. */
  matter: idSchema.nullable().default(null),
  images: z.array(imageRefSchema).max(30).default([]),
  /** Documents for the public to download, as POST /api/attachments took them. */
  attachments: z.array(attachedDocumentSchema).max(10).default([]),
  declaration: declarationSchema.default(() => declarationSchema.parse({})),
  /** Documents that were read into it; what they said beside their text is shown to the reviewer. */
  documents: z.array(digestSchema).max(20).default([]),
  /** 更正说明, shown on every channel that is corrected; only a correction has one. */
  correctionNote: z
    .string()
    .trim()
    .max(300, { error: '更正说明不超过 300 字 (at most 300 characters)' })
    .default(''),
});
export type ReleaseDraft = z.output<typeof releaseDraftSchema>;
/** The same with everything that has a default left out. */
export type ReleaseDraftInput = z.input<typeof releaseDraftSchema>;

/** PUT /api/releases/:id; an older `expectedRevision` than the stored one is answered with 409 `stale`. */
export const reviseReleaseSchema = z.strictObject({
  expectedRevision: z.number().int().min(1),
  draft: releaseDraftSchema,
});
export type ReviseReleaseInput = z.input<typeof reviseReleaseSchema>;

/** POST /api/releases/:id/submit and /take-back */
export const submitReleaseSchema = z.strictObject({ digest: digestSchema });
/** POST /api/releases/:id/correction: opens the next version of what is out; the public goes on seeing the last one. */
export const openCorrectionSchema = z.strictObject({
  expectedRevision: z.number().int().min(1),
  note: z
    .string()
    .trim()
    .min(1, { error: '更正说明 (what the public is told of the change)' })
    .max(300, { error: '更正说明不超过 300 字 (at most 300 characters)' }),
});
export type OpenCorrectionInput = z.input<typeof openCorrectionSchema>;

/** POST /api/releases/:id/correction/abandon: what is out stays as it is. */
export const abandonCorrectionSchema = z.strictObject({
  reason: z.string().trim().min(1, { error: '放弃更正的理由 (a reason)' }).max(500),
});

/** POST /api/releases/:id/withdraw: only before it was released. */
export const withdrawReleaseSchema = z.strictObject({
  reason: z.string().trim().min(1, { error: '撤下的理由 (a reason)' }).max(500),
});

/** GET /api/releases */
export const releaseQuerySchema = pageQuerySchema.extend({
  state: releaseStateSchema.exactOptional(),
  organ: idSchema.exactOptional(),
  /** Words in title or number. */
  q: z.string().max(100).exactOptional(),
  channel: z.string().max(40).exactOptional(),
  /** `open`: has a finding that no ruling has settled. */
  conflict: z.enum(['open', 'none']).exactOptional(),
  /** `sent`: has rows in the ledger; imported releases, that went out some other way, have none. `open`: not all is settled. */
  dispatch: z.enum(['sent', 'none', 'open']).exactOptional(),
  /** By its own open clocks: one that has passed, ends today, ends within seven days, any, or none. */
  clock: z.enum(['overdue', 'today', 'week', 'running', 'none']).exactOptional(),
  /**
   * The asker's own: what they drafted, what waits for them, what they keep an eye on; `toDo`: of what waits, all but
   * signatures, the most urgent first.
   */
  mine: z.enum(['drafted', 'waiting', 'toDo', 'marked']).exactOptional(),
  kind: releaseKindSchema.exactOptional(),
  /** A duty of Art.12 that its version before the public declares. */
  trigger: triggerSchema.exactOptional(),
  /** Days on which it first went out from here; what was imported did not. */
  ...daysQuerySchema.shape,
});
export type ReleaseQuery = z.infer<typeof releaseQuerySchema>;

/** The most urgent open clock of a release. */
const releaseClockSchema = z.object({
  dueAt: z.string(),
  /** By the server's clock; negative when late. */
  leftMs: z.number(),
  paused: z.boolean(),
  duty: z.string(),
  /** The same in English; absent where the rules file has none. */
  dutyEn: z.string().exactOptional(),
  article: z.string(),
});

/** When its drafter would have it go out, and why; nothing goes out by it. */
const timeProposalSchema = z.object({ at: z.string(), why: z.string(), by: personRefSchema });
export type TimeProposalView = z.infer<typeof timeProposalSchema>;

export const releaseSummarySchema = z.object({
  id: idSchema,
  number: z.string(),
  organ: organRefSchema,
  jointOrgans: z.array(organRefSchema),
  kind: releaseKindSchema,
  state: releaseStateSchema,
  version: z.number(),
  /** The version before the public, or last seen by it; below `version` while a correction is on its way. */
  releasedVersion: z.number().nullable(),
  revision: z.number(),
  title: z.string(),
  draftedBy: personRefSchema,
  /** The hour that was approved; by it alone it goes out. */
  scheduledAt: z.string().nullable(),
  proposal: timeProposalSchema.nullable(),
  clock: releaseClockSchema.nullable(),
  releasedAt: z.string().nullable(),
  holdReason: z.string().nullable(),
  /** Findings that nobody has settled yet, by severity. */
  openFindings: z.object({ block: z.number(), warn: z.number(), info: z.number() }),
  /** Ledger rows by state, empty before release; part out, part failed is 部分已发布, never "failed". */
  deliveries: z.record(z.string(), z.number()),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type ReleaseSummary = z.infer<typeof releaseSummarySchema>;

export const releaseListSchema = pageOf(releaseSummarySchema).extend({
  /** Those of this page that the asker keeps an eye on. */
  marked: z.array(idSchema),
  /** Empty `reasons`: the asker may draft for some organ. */
  actions: z.object({ create: z.object({ reasons: z.array(reasonSchema) }) }),
});
export type ReleaseList = z.infer<typeof releaseListSchema>;

export const releaseVersionSchema = z.object({
  version: z.number(),
  digest: digestSchema,
  title: z.string(),
  summary: z.string(),
  blocks: blocksSchema,
  /** The text as the detector reads it: offsets of facts count in title + "\n" + plain. */
  plain: z.string(),
  column: z.string(),
  keywords: z.array(z.string()),
  accountIds: z.array(idSchema),
  recipients: z.array(z.string()),
  mailingListIds: z.array(idSchema),
  overrides: z.record(z.string(), channelWordsSchema),
  images: z.array(z.object({ sha256: digestSchema, alt: z.string() })),
  attachments: z.array(z.object({ sha256: digestSchema, name: z.string() })),
  declaration: declarationSchema,
  correctionNote: z.string(),
  draftedBy: personRefSchema,
  createdAt: z.string(),
});
export type ReleaseVersionView = z.infer<typeof releaseVersionSchema>;

/** Answer of POST /api/releases, PUT, submit, withdraw: where the release stands now. */
export const releaseStandingSchema = z.object({
  id: idSchema,
  number: z.string(),
  state: releaseStateSchema,
  version: z.number(),
  revision: z.number(),
  digest: digestSchema,
  /** What the channels object to: saved all the same, but `block` bars submission. */
  findings: z.array(reasonSchema.extend({ severity: z.enum(['block', 'warn']), accountId: idSchema })),
});
export type ReleaseStanding = z.infer<typeof releaseStandingSchema>;

/** GET /api/releases/:id/previews: the renditions that would be sent, byte for byte. */
export const previewSchema = z.object({
  accountId: idSchema,
  channel: z.string(),
  accountName: z.string(),
  rendition: z.object({
    template: z.string(),
    parts: z.record(z.string(), z.string()),
    slots: z.array(z.string()),
    assets: z.array(z.string()),
  }),
  findings: z.array(reasonSchema.extend({ severity: z.enum(['block', 'warn']) })),
});
export type PreviewView = z.infer<typeof previewSchema>;
export const previewListSchema = pageOf(previewSchema);
export type PreviewList = z.infer<typeof previewListSchema>;
