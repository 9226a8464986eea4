/** The part of pdfmake 0.3 that is used here; the library brings no types. */
declare module 'pdfmake' {
  interface MadePdf {
    getBuffer(): Promise<Buffer>;
  }
  interface PdfMake {
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    setFonts(fonts: Readonly<Record<string, Readonly<Record<string, string>>>>): void;
    createPdf(definition: Readonly<Record<string, unknown>>): MadePdf;
  }
  const pdfmake: PdfMake;
  export = pdfmake;
}
