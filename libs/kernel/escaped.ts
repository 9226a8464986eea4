const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // By number: HTML before 5, and so old mail programs, do not know `&apos;`.
  "'": '&#39;',
};

/** Text as it may stand in HTML or XML, between tags and inside quotes: what people write is never markup. */
export const escaped = (text: string): string => text.replace(/[&<>"']/gu, (sign) => entities[sign] ?? sign);
