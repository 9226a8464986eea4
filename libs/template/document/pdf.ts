// The build follows imports alone, so the declarations are named here; an ambient module has nothing to import.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./pdfmake.d.ts" />
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';

const require = createRequire(import.meta.url);
const fileOf = (weight: string): string => require.resolve(`@expo-google-fonts/noto-sans-sc/${weight}.ttf`);

/** Noto Sans SC (OFL), embedded in what is made. */
export const faces = {
  regular: fileOf('400Regular/NotoSansSC_400Regular'),
  bold: fileOf('700Bold/NotoSansSC_700Bold'),
} as const;

// Nothing but the two faces is ever read, and nothing is fetched, whatever a text holds.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === faces.regular || path === faces.bold);
pdfmake.setFonts({
  noto: { normal: faces.regular, bold: faces.bold, italics: faces.regular, bolditalics: faces.bold },
});

/** A date inside the file: fixed, because the file's digest is approved with the text. */
const noDate = new Date('2000-01-01T00:00:00Z');

interface LaidOut {
  readonly id?: string;
  readonly pageNumbers: readonly number[];
}

export type Content = Readonly<Record<string, unknown>>;

/** Where a text with an `id` begins, by page. */
export type PagesOf = ReadonlyMap<string, number>;

/** The same definition, the same bytes. `told` hears on which page each text with an `id` came to stand. */
export const pdfOf = async (
  { title, author }: { readonly title: string; readonly author: string },
  definition: Content,
  told: (pages: PagesOf) => void = () => undefined,
): Promise<Uint8Array> => {
  const pages = new Map<string, number>();
  const made = pdfmake.createPdf({
    info: {
      ...{ title, author, creator: 'Koujing', producer: 'Koujing' },
      ...{ creationDate: noDate, modDate: noDate },
    },
    pageSize: 'A4',
    footer: (page: number, pages: number) => ({
      text: `${page} / ${pages}`,
      alignment: 'center',
      fontSize: 9,
    }),
    // Asked of each text after it was laid out; nothing is moved.
    pageBreakBefore: ({ id, pageNumbers: [page] }: LaidOut) => {
      if (id !== undefined && page !== undefined) pages.set(id, page);
      return false;
    },
    ...definition,
  });
  const bytes = new Uint8Array(await made.getBuffer());
  told(pages);
  return bytes;
};
