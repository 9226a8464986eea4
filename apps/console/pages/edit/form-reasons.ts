import type { RefusalReason } from '../../api/refusal.js';
import { hasText, type DraftForm } from './draft-form.js';
import { words } from './words.js';

/** What is missing before it is worth asking the server, in the same shape as its reasons. */
export const formReasons = (form: DraftForm): readonly RefusalReason[] => {
  const missing = [
    [form.organId === undefined, 'organId', 'organNeeded'],
    [form.title.trim() === '', 'title', 'titleNeeded'],
    [!hasText(form), 'blocks', 'bodyNeeded'],
  ] as const;
  return missing
    .filter(([absent]) => absent)
    .map(([, field, word]) => ({ code: word, field, message: words.zh[word], messageEn: words.en[word] }));
};
