/** Sentences and lines with their closing marks. */
const sentences = /[^。！？!?；\n]+[。！？!?；”’）]*|\n/gu;
const clauses = /[^，、,：]+[，、,：]*/gu;

/**
 * The longest beginning that fits, cut after a sentence; if no sentence fits, after a clause,
 * if no clause fits, after a character, both with an ellipsis. Empty when nothing fits.
 */
export const cutText = (text: string, fits: (beginning: string) => boolean): string => {
  const whole = text.trim();
  if (fits(whole)) return whole;
  const bySentence = longest(whole.match(sentences) ?? [], (joined) => fits(joined.trim())).trim();
  if (bySentence !== '') return bySentence;
  const shortened = (beginning: string): string => `${beginning.replace(/[，、,：；\s]+$/u, '')}…`;
  const byClause = longest(whole.match(clauses) ?? [], (joined) => fits(shortened(joined)));
  const beginning = byClause || longest([...whole], (joined) => fits(shortened(joined)));
  return beginning === '' ? '' : shortened(beginning);
};

const longest = (parts: readonly string[], fits: (joined: string) => boolean): string => {
  let joined = '';
  for (const part of parts) {
    if (!fits(joined + part)) break;
    joined += part;
  }
  return joined;
};
