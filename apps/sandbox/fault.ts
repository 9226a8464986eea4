import { z } from 'zod';

/** The calls that can be made to go wrong, named as the vendors name them; `*` stands for all of a channel. */
export const faultCalls = {
  weibo: [
    'oauth2/authorize',
    'oauth2/access_token',
    'oauth2/get_token_info',
    'oauth2/revokeoauth2',
    'statuses/share',
    'statuses/update',
    'statuses/user_timeline',
    'statuses/user_timeline/ids',
    'statuses/show',
    'statuses/destroy',
    'comments/create',
    'comments/show',
    'account/rate_limit_status',
  ],
  wechat: [
    'token',
    'stable_token',
    'media/uploadimg',
    'material/add_material',
    'material/get_material',
    'material/del_material',
    'material/get_materialcount',
    'draft/add',
    'draft/get',
    'draft/update',
    'draft/delete',
    'draft/count',
    'draft/batchget',
    'freepublish/submit',
    'freepublish/get',
    'freepublish/getarticle',
    'freepublish/delete',
    'freepublish/batchget',
    'message/mass/sendall',
    'message/mass/get',
    'message/mass/delete',
    'message/mass/preview',
    'openapi/quota/get',
    'clear_quota',
    'callback',
  ],
  /** The city's own app. */
  webhook: ['events', 'releases'],
  /** The stages of one SMTP conversation; `dot` is the end of DATA. */
  smtp: ['connect', 'MAIL', 'RCPT', 'DATA', 'dot'],
} as const;

export type FaultChannel = keyof typeof faultCalls;

/** What the client sees of a call; "commit" is the moment at which the platform has stored it. */
export const outcomeKinds = [
  'error',
  'errorAfterCommit',
  'resetBeforeCommit',
  'resetAfterCommit',
  'silenceBeforeCommit',
  'silenceAfterCommit',
  'httpStatus',
  'httpStatusAfterCommit',
] as const;

/** Slowness, and turns that one platform or the other takes by itself. */
export const turnKinds = [
  'latency',
  'tokenExpired',
  'publishStatus',
  'publishIdAsString',
  'unordered',
  'eventLost',
  'eventDoubled',
  'eventAsMassSend',
  'duplicateOnFirstCall',
  'adminConfirm',
  'errorCodeAsString',
  'timelineLag',
  'linksRewritten',
  'bounce',
  'delayNotice',
  'duplicateAcceptance',
] as const;

export const faultKinds = [...outcomeKinds, ...turnKinds] as const;
export type FaultKind = (typeof faultKinds)[number];

/** A longer timer would fire at once. */
const longestTimer = 2_147_483_647;

/** What a test or a person orders. Times without end are written `always`. */
export const faultOrder = z
  .strictObject({
    channel: z.enum(['weibo', 'wechat', 'webhook', 'smtp']),
    call: z.string().default('*'),
    kind: z.enum(faultKinds),
    times: z.union([z.int().min(1), z.literal('always')]).default(1),
    /** Matching calls that still go well before the fault begins. */
    skip: z.int().min(0).default(0),
    /** Only calls whose request contains this text: a title, a link; in SMTP the sender at MAIL, the recipient from RCPT on. */
    match: z.string().min(1).optional(),
    /** The vendor's error code, or the SMTP reply code. */
    code: z.int().optional(),
    text: z.string().optional(),
    /** For latency, timelineLag, adminConfirm, and for notices that come later. */
    milliseconds: z.int().min(0).max(longestTimer).optional(),
    /** For httpStatus: the HTTP status; for publishStatus: what the job ends with. */
    status: z.int().min(0).max(599).optional(),
    /** For publishStatus: how many polls still answer 1 (发布中). */
    polls: z.int().min(0).optional(),
    /** For publishStatus: what a job that ended well turns into after it was read once. */
    laterStatus: z.int().min(0).max(6).optional(),
    /** For adminConfirm: whether the administrator agrees in the end. */
    confirmed: z.boolean().optional(),
  })
  .superRefine((order, context) => {
    const calls: readonly string[] = faultCalls[order.channel];
    if (order.call !== '*' && !calls.includes(order.call))
      context.addIssue({ code: 'custom', path: ['call'], message: `one of: ${['*', ...calls].join(', ')}` });
  });

export type FaultOrder = z.input<typeof faultOrder>;
export type Fault = z.output<typeof faultOrder> & { readonly id: number; readonly hits: number };
