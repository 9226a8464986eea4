import type { RosterPublication } from './roster.js';

const posts = { spokesperson: '新闻发言人', pressAssistant: '新闻助理' } as const;

/** A field that a spreadsheet would take for a formula is a text to us. */
const cell = (text: string): string => {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** With a byte order mark: the spreadsheets in offices here read it as UTF-8 only then. */
export const rosterCsv = ({ organs }: Pick<RosterPublication, 'organs'>): string => {
  const rows = organs.flatMap(({ organ, entries }) =>
    entries.map(({ post, name, title }) => [organ, posts[post], name, title]),
  );
  return `\uFEFF${[['机关', '岗位', '姓名', '职务'], ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
};
