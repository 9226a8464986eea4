/** An embedded picture as the owner of the attachments answers: the digest that blocks name it by, or what to call it where it was left out. */
export type PictureTaken =
  { readonly kind: 'taken'; readonly sha256: string } | { readonly kind: 'leftOut'; readonly what: string };

/** Asked once for each picture that stands in the text, in the text's order. What it refuses, it remembers itself. */
export type TakePicture = (bytes: Uint8Array, alt: string) => PictureTaken;

/** Pictures of a document by the `src` that stands for them; bytes are made only for those that are asked for. */
export type Embedded = ReadonlyMap<string, () => Uint8Array>;

/** Where nobody keeps pictures (text for the detector), each is listed as left out. */
export const leaveOut: TakePicture = () => ({ kind: 'leftOut', what: 'img' });

export const embeddedSource = (place: number): string => `embedded:${place}`;

const head = /(?<=\bsrc\s*=\s*["']?\s*)data:image\/[a-z0-9.+-]{1,40};base64,/giu;
const tail = /["'>]/gu;

/** HTML with its data pictures taken aside, so that its own limit counts text and the parser sees no megabytes of letters. */
export const withoutDataUris = (html: string): { readonly html: string; readonly embedded: Embedded } => {
  const embedded = new Map<string, () => Uint8Array>();
  const kept: string[] = [];
  let from = 0;
  // The end is searched by itself: one expression over all the letters would exhaust the matcher's stack.
  for (const { index, 0: start } of html.matchAll(head)) {
    if (index < from) continue;
    tail.lastIndex = index;
    const end = tail.exec(html)?.index ?? html.length;
    const source = embeddedSource(embedded.size);
    const letters = html.slice(index + start.length, end);
    embedded.set(source, () => new Uint8Array(Buffer.from(letters, 'base64')));
    kept.push(html.slice(from, index), source);
    from = end;
  }
  return { html: [...kept, html.slice(from)].join(''), embedded };
};
