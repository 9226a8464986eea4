import { z } from 'zod';
import type { MatterRecord, OrganProfile, ReleaseText, StatutoryIssuer } from './release-text.js';

/** What is wrong with one line of input, in the words of the CLI contract: line, field, found, allowed. */
export interface LineError {
  /** 1-based; 0 when the whole file is meant. */
  readonly line: number;
  readonly field: string;
  readonly found: string;
  readonly allowed: string;
}

export type LineResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly LineError[] };

/** Longer titles are not titles; longer bodies are not releases but attachments. Worse mistake: refusing a real release. */
const TITLE_LIMIT = 500;
const BODY_LIMIT = 2_000_000;

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const INSTANT_ALLOWED = 'ISO 8601 日期时间并带时区偏移，例如 2026-11-23T15:00:00+08:00';

const text = (allowed: string, limit: number) =>
  z
    .string({ error: allowed })
    .refine((value) => value.trim() !== '', { error: allowed })
    .refine((value) => value.length <= limit, { error: `不超过 ${limit} 字 (at most ${limit} characters)` });

const instant = z.string({ error: INSTANT_ALLOWED }).refine(isInstant, { error: INSTANT_ALLOWED });

/** An instant with an offset that exists in the calendar (2026-02-30 does not). */
export function isInstant(value: string): boolean {
  if (!INSTANT.test(value) || Number.isNaN(Date.parse(value))) return false;
  const [year = 0, month = 0, day = 0] = value.slice(0, 10).split('-').map(Number);
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const KINDS = [
  'routine',
  'hotTopic',
  'emergency',
  'warning',
  'majorEvent',
  'mediaScrutiny',
  'other',
] as const;
const name = text('非空的机关名称 (a non-empty organ name)', 200);
const identifier = text('非空的编号 (a non-empty id)', 200);

const shape = {
  id: identifier,
  organ: name,
  title: text('非空的标题 (a non-empty title)', TITLE_LIMIT),
  body: z.string({ error: '正文文字 (text)' }).refine((value) => value.length <= BODY_LIMIT, {
    error: `不超过 ${BODY_LIMIT} 字 (at most ${BODY_LIMIT} characters)`,
  }),
  kind: z.enum(KINDS, { error: KINDS.join('|') }).optional(),
  jointWith: z.array(name, { error: '机关名称的数组 (an array of organ names)' }).optional(),
  relayOf: z
    .union([identifier, z.object({ organ: name })], { error: '发布编号或 {"organ": 机关名称}' })
    .optional(),
  supersedes: identifier.optional(),
};

const releaseSchema = z.object({ ...shape, publishedAt: instant });
const pairSideSchema = z.object({ ...shape, publishedAt: instant.nullable() });
const A_RELEASE = '一篇发布，写成 JSON 对象 (a release, as a JSON object)';
const side = z.object(pairSideSchema.shape, { error: A_RELEASE });
const pairSchema = z.object({ a: side, b: side });
const matterSchema = z.object({
  id: identifier,
  title: text('非空的事项名称 (a non-empty title)', TITLE_LIMIT),
  owner: name,
  openedAt: instant,
  dueAt: instant,
  trigger: z.string({ error: '文字 (text)' }).optional(),
});
const organsSchema = z.object({
  organs: z.array(
    z.object({
      name,
      aliases: z.array(name).optional(),
      level: z.string().optional(),
      area: z.string().optional(),
      remit: z.array(z.string()).optional(),
      kind: z.string().optional(),
    }),
  ),
  statutoryIssuers: z.array(z.object({ subject: z.string(), organs: z.array(name) })).optional(),
});

export interface ReleasePair {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
}

export interface OrganRegister {
  readonly organs: readonly OrganProfile[];
  readonly statutoryIssuers: readonly StatutoryIssuer[];
}

export const parseReleaseLine = (source: string, line: number): LineResult<ReleaseText> =>
  parseJson(source, line, releaseSchema) as LineResult<ReleaseText>;

export const parsePairLine = (source: string, line: number): LineResult<ReleasePair> =>
  parseJson(source, line, pairSchema) as LineResult<ReleasePair>;

export const parseMatterLine = (source: string, line: number): LineResult<MatterRecord> =>
  parseJson(source, line, matterSchema) as LineResult<MatterRecord>;

/** The whole `--organs` file. */
export function parseOrgans(source: string): LineResult<OrganRegister> {
  const parsed = parseJson(source, 0, organsSchema);
  if (!parsed.ok) return parsed;
  const { organs, statutoryIssuers = [] } = parsed.value;
  return { ok: true, value: { organs: organs as readonly OrganProfile[], statutoryIssuers } };
}

function parseJson<T>(source: string, line: number, schema: z.ZodType<T>): LineResult<T> {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (error) {
    return {
      ok: false,
      errors: [
        {
          line,
          field: '(整行)',
          found: `${excerpt(source)} — ${(error as Error).message.slice(0, 80)}`,
          allowed: '一个 JSON 对象 (one JSON object)',
        },
      ],
    };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = parsed.error.issues.map((issue) => ({
    line,
    field: issue.path.join('.') || '(整行)',
    found: excerpt(valueAt(json, issue.path)),
    allowed: issue.message,
  }));
  return { ok: false, errors };
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[key];
  return value;
}

/** Found values are shown short: a 50 MB body must not come back in the message. */
function excerpt(value: unknown): string {
  if (value === undefined) return '缺少 (missing)';
  const shown = typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value);
  return shown.length <= 60 ? shown : `${shown.slice(0, 60)}…（共 ${shown.length} 字）`;
}

/** One sentence for a person. */
export const describeLineError = (error: LineError): string =>
  `${error.line > 0 ? `第 ${error.line} 行 (line ${error.line})` : '文件 (file)'}，字段 (field) ${error.field}：读到 (found) ${error.found}；允许 (allowed) ${error.allowed}`;
