import { blocksOfText } from '../../parts/body-blocks.js';
import { blocksIn } from './blocks-in.js';
import type { DraftForm } from './draft-form.js';

/** What was typed and not saved, as this browser keeps it. */
export interface KeptDraft {
  readonly form: DraftForm;
  /** Of the release that it was typed over; null for one that is not stored yet. */
  readonly revision: number | null;
  /** ISO 8601. */
  readonly at: string;
}

type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const prefix = 'koujing.draft.';
/** An unpublished text that nobody came back for in a week lies on a desk too long. */
const longestMs = 7 * 86_400_000;

/** Each person's own, whoever else signs in at the same computer. */
export const keptKey = (personId: string, releaseId: string | null): string =>
  `${prefix}${personId}.${releaseId ?? 'new'}`;

/** False where the browser keeps nothing: its store is full or closed. */
export const keepDraft = (shelf: Shelf, key: string, draft: KeptDraft): boolean => {
  try {
    shelf.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
};

export const forgetDraft = (shelf: Shelf, key: string): void => {
  try {
    shelf.removeItem(key);
  } catch {
    // Then it kept nothing either.
  }
};

/** Who signs out leaves no unpublished text behind. */
export const forgetDraftsOf = (shelf: Shelf, personId: string): void => {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '');
  for (const key of keys) if (key.startsWith(`${prefix}${personId}.`)) forgetDraft(shelf, key);
};

const kindOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** An older console may have kept other fields: what does not fit the form of today is left as it is. */
const fitted = (form: object, initial: DraftForm): DraftForm => {
  const known = Object.entries(form).filter(
    ([name, value]) =>
      name in initial &&
      (kindOf(value) === kindOf(initial[name as keyof DraftForm]) ||
        ((value === null || typeof value === 'string') && name === 'organId')),
  );
  return { ...initial, ...Object.fromEntries(known), blocks: blocksKept(form) ?? initial.blocks };
};

/** A console of last week kept the text with its marks as it was typed. */
const blocksKept = (form: {
  readonly blocks?: unknown;
  readonly body?: unknown;
}): DraftForm['blocks'] | null => {
  const read = blocksIn(form.blocks);
  if (read !== null) return read;
  return typeof form.body === 'string' ? blocksOfText(form.body) : null;
};

const parsed = (text: string): Partial<KeptDraft> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
};

/** What is kept and differs from what is stored; null where there is nothing to bring back. */
export const keptDraft = (
  shelf: Shelf,
  key: string,
  { initial, now }: { readonly initial: DraftForm; readonly now: Date },
): KeptDraft | null => {
  try {
    const kept = parsed(shelf.getItem(key) ?? '');
    if (typeof kept?.at !== 'string' || typeof kept.form !== 'object') return null;
    const age = now.getTime() - Date.parse(kept.at);
    if (!(age < longestMs)) {
      forgetDraft(shelf, key);
      return null;
    }
    const form = fitted(kept.form, initial);
    const revision = typeof kept.revision === 'number' ? kept.revision : null;
    return JSON.stringify(form) === JSON.stringify(initial) ? null : { form, revision, at: kept.at };
  } catch {
    return null;
  }
};
