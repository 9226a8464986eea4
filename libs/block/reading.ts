import type { Reason } from '@koujing/kernel';
import type { Block } from './block.js';
import type { Trace } from './trace.api.js';
import { blocksSchema } from './block.api.js';

/** What was taken over from a document, and what was not. */
export interface Reading {
  /** From Heading 1 or the document's title; null when it has none. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
  /** Left out, so that the drafter can see it: `iframe`, `img`, `style` … */
  readonly dropped: readonly Dropped[];
  /** What the file says beside its text: for who reviews its confidentiality. */
  readonly traces?: readonly Trace[];
}

export interface Dropped {
  readonly what: string;
  readonly count: number;
}

/** Reasons when the blocks exceed a limit of the model; each names field, place and limit. */
export const limitReasons = (blocks: readonly Block[], field: string): Reason[] => {
  const checked = blocksSchema.safeParse(blocks);
  if (checked.success) return [];
  return checked.error.issues.slice(0, 5).map((issue) => ({
    code: 'overLimit',
    message: `${fieldName(field)}${placeOf(issue.path)}超出限制：${issue.message}。`,
    messageEn: `"${field}" is over a limit at ${issue.path.join('.') || 'the whole text'}: ${issue.message}.`,
    field,
    allowed: issue.message,
  }));
};

export const fieldName = (field: string): string => ({ body: '正文', file: '文件' })[field] ?? `“${field}”`;

const placeOf = ([index]: readonly PropertyKey[]): string =>
  typeof index === 'number' ? `第 ${index + 1} 段` : '';

/** `20 MB`, `512 kB`. */
export const sizeText = (bytes: number): string =>
  bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${Math.round(bytes / 1024)} kB`;

export const tooLarge = (field: string, bytes: number, max: number): Reason => ({
  code: 'tooLarge',
  message: `${fieldName(field)}有 ${sizeText(bytes)}，上限是 ${sizeText(max)}。`,
  messageEn: `"${field}" has ${sizeText(bytes)}; the limit is ${sizeText(max)}.`,
  field,
  allowed: `≤ ${sizeText(max)}`,
});

/** A converter takes insertions as text and drops deletions without a word: only a person can say which is meant. */
export const trackedChanges = (field: string): Reason => ({
  code: 'trackedChanges',
  message: '文档中有未处理的修订（插入或删除）。请先在 Word 或 WPS 中“接受”或“拒绝”全部修订，再导入。',
  messageEn: 'The document holds tracked changes. Accept or reject them all in Word or WPS, then import it.',
  field,
  allowed: 'a document without tracked changes',
});
