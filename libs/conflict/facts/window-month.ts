const figures = '一二三四五六七八九十';

/** A month as written, 1 to 12; null for anything else. */
export const readMonth = (text: string): number | null => {
  const month = /^\d+$/.test(text)
    ? Number(text)
    : text.length === 1
      ? figures.indexOf(text) + 1
      : text.startsWith('十')
        ? 10 + figures.indexOf(text[1] as string) + 1
        : 0;
  return month >= 1 && month <= 12 ? month : null;
};
