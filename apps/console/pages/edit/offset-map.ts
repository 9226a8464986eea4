/** Marks that a clerk types around words are shorter than this; a picture's address is the one exception. */
const reach = 90;

/**
 * Where each character of the plain text stands in the typed one. The plain text is the typed one without its marks
 * (`## `, `**`, `- `), so its characters are found one after the other; one that the layout added maps to where it
 * would stand.
 */
export const offsetMap = (plain: string, typed: string): ((offset: number) => number) => {
  const places = new Int32Array(plain.length + 1);
  let at = 0;
  for (let index = 0; index < plain.length; index += 1) {
    const char = plain[index] as string;
    const found = typed.indexOf(char, at);
    if (found >= 0 && found - at <= reach) at = found + 1;
    places[index] = found >= 0 && found - at < reach ? at - 1 : at;
  }
  places[plain.length] = typed.length;
  return (offset) => places[Math.max(0, Math.min(offset, plain.length))] ?? typed.length;
};
