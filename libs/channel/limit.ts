import type { ChannelFinding } from './channel.js';
import type { Limit } from './manifest.js';

const unitNames = {
  characters: { zh: '字', en: 'characters' },
  bytes: { zh: '字节', en: 'bytes' },
  items: { zh: '项', en: 'items' },
} as const;

/** What a person calls a field; the identifiers are the platforms'. */
const fieldNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  title: { zh: '标题', en: 'The title' },
  subject: { zh: '邮件主题', en: 'The subject' },
  author: { zh: '作者', en: 'The author' },
  summary: { zh: '摘要', en: 'The summary' },
  digest: { zh: '摘要', en: 'The summary' },
  status: { zh: '微博正文', en: 'The post' },
  content: { zh: '正文', en: 'The body' },
  contentBytes: { zh: '正文', en: 'The body' },
  contentSourceUrl: { zh: '原文地址', en: 'The address of the original' },
  html: { zh: '页面', en: 'The page' },
  body: { zh: '推送内容', en: 'The event' },
  image: { zh: '图片', en: 'A picture' },
  attachments: { zh: '附件', en: 'The attachments' },
};

/** How long a text is in the limit's unit; a character is a code point, as the platforms count 字. */
export const lengthIn = (text: string, unit: Limit['unit']): number =>
  unit === 'bytes' ? Buffer.byteLength(text, 'utf8') : [...text].length;

/** The limit of a field. @throws Error when the manifest has none: a mistake of the channel's author. */
export const limitOf = (limits: readonly Limit[], field: string): Limit => {
  const limit = limits.find((candidate) => candidate.field === field);
  if (!limit) throw new Error(`The manifest has no limit for "${field}".`);
  return limit;
};

/**
 * One finding for each measured field that is over its limit. Blocking, unless the channel
 * shortens that field by itself (`cut`): then the drafter is told what will not be shown.
 */
export const overLimits = (
  limits: readonly Limit[],
  measured: Readonly<Record<string, number>>,
): ChannelFinding[] =>
  limits.flatMap((limit) => {
    const size = measured[limit.field];
    return size === undefined || size <= limit.max ? [] : [overLimit(limit, size)];
  });

const overLimit = (limit: Limit, size: number): ChannelFinding => {
  const unit = unitNames[limit.unit];
  const field = fieldNames[limit.field] ?? { zh: `“${limit.field}”`, en: `"${limit.field}"` };
  const cutZh = limit.cut ? '，发布时将在句末截断' : '，请删减后再提交';
  const cutEn = limit.cut ? ' It will be cut at the end of a sentence.' : ' Please shorten it.';
  return {
    code: limit.cut ? 'willBeCut' : 'tooLong',
    severity: limit.cut ? 'warn' : 'block',
    field: limit.field,
    message: `${field.zh}有 ${size} ${unit.zh}，上限是 ${limit.max} ${unit.zh}${cutZh}。`,
    messageEn: `${field.en} has ${size} ${unit.en}; the limit is ${limit.max}.${cutEn}`,
    allowed: `≤ ${limit.max} ${unit.en}`,
  };
};
