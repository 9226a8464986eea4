/** Port, implemented by libs/conflict: by the words of a title the detector tells what a text is about. */
export interface TitleReader {
  isAbout(
    title: string,
    text: { readonly organ: string; readonly title: string; readonly body: string; readonly at: Date },
  ): boolean;
}
