import { expect, test } from '@jest/globals';
import { mediaImportSchema } from '../../../../libs/media/media.api.js';
import { reporterRows, tableText } from './reporter-rows.js';

test('a table copied from a spreadsheet and one saved as CSV say the same, and the server takes it', () => {
  const row = ['滨海日报', '柳禾', 'liuhe@daily.example', '0000-1', '民生', '早间名单、突发名单'];
  const head = ['媒体', '姓名', '邮箱', '电话', '领域', '名单'];
  const tabs = reporterRows(`${head.join('\t')}\r\n${row.join('\t')}\r\n`);
  expect(reporterRows(`\uFEFF${head.join(',')}\n${row.map((cell) => `"${cell}"`).join(',')}`)).toEqual(tabs);
  expect(reporterRows(`Outlet,name,e-mail,phone,beat,lists\n${row.join(',')}`)).toEqual(tabs);
  expect(tabs.bad).toEqual([]);
  expect(mediaImportSchema.parse({ reporters: tabs.rows }).reporters).toEqual([
    {
      ...{ outlet: '滨海日报', outletKind: 'other', name: '柳禾', address: 'liuhe@daily.example' },
      ...{ phone: '0000-1', beat: '民生', lists: ['早间名单', '突发名单'] },
    },
  ]);
});

test('a line without an address is named by its number, and the others are taken', () => {
  const { rows, bad } = reporterRows('滨海晚报,白露,bailu@evening.example\n\n滨海电视台,秦川\n');
  expect(rows.map(({ name }) => name)).toEqual(['白露']);
  expect(bad).toEqual([{ line: 3, found: '滨海电视台,秦川' }]);
});

test('a wide comma within a cell is text where commas part the cells, and parts them where it stands alone', () => {
  expect(reporterRows('滨海日报,柳禾,liuhe@daily.example,0000-1,民生，教育,早间名单').rows).toEqual([
    expect.objectContaining({ phone: '0000-1', beat: '民生，教育', lists: ['早间名单'] }),
  ]);
  expect(reporterRows('滨海日报，柳禾，liuhe@daily.example，0000-1，民生').rows).toEqual([
    expect.objectContaining({ outlet: '滨海日报', name: '柳禾', beat: '民生' }),
  ]);
});

test('a table is read in UTF-8 and in the encoding of a Chinese spreadsheet alike', () => {
  const utf8 = new TextEncoder().encode('滨海日报,柳禾');
  const gb18030 = Uint8Array.from([
    ...[0xb1, 0xf5, 0xba, 0xa3, 0xc8, 0xd5, 0xb1, 0xa8],
    0x2c,
    ...[0xc1, 0xf8, 0xba, 0xcc],
  ]);
  expect(tableText(utf8.buffer)).toBe('滨海日报,柳禾');
  expect(tableText(gb18030.buffer)).toBe('滨海日报,柳禾');
});
