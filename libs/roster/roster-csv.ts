import { csvText } from '@koujing/text';
import type { RosterPublication } from './roster.js';

const posts = { spokesperson: '新闻发言人', pressAssistant: '新闻助理' } as const;

/** The list of a year, for a spreadsheet. */
export const rosterCsv = ({ organs }: Pick<RosterPublication, 'organs'>): string => {
  const rows = organs.flatMap(({ organ, entries }) =>
    entries.map(({ post, name, title }) => [organ, posts[post], name, title]),
  );
  return csvText([['机关', '岗位', '姓名', '职务'], ...rows]);
};
