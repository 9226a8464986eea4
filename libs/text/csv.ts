/** Spreadsheets run what begins so as a formula, also in full width and behind blanks; a leading apostrophe keeps it text. */
const safe = (text: string): string => (/^\s*[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text);

const cell = (text: string): string => `"${safe(text).replaceAll('"', '""')}"`;

/** With a byte order mark: the spreadsheets in offices here read it as UTF-8 only then. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
