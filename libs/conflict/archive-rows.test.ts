import { expect, test } from '@jest/globals';
import { recordsOfRows } from './archive-rows.js';

const readTime = (said: string): Date | null =>
  /^\d{4}-/u.test(said) ? new Date(`${said}T00:00:00+08:00`) : null;
const file = { name: 'archive.xlsx', readTime };

test('each row becomes a release of its organ and hour, whatever the columns are called and in whatever order', () => {
  const { records, rejects } = recordsOfRows(
    [
      ['发布日期', '标题', '正文', '发布单位', '备注'],
      ['2026-11-03', '停水通告', '11月5日停水。', '滨海市水务局', ''],
      [new Date('2026-11-04T15:30:00Z'), '封路通告', '11月6日封路。', '滨海市交通运输局', null],
      [null, null, '', ' ', null],
    ],
    file,
  );
  expect(rejects).toEqual([]);
  expect(records.map(({ line, text }) => [line, text.id, text.organ, text.publishedAt])).toEqual([
    [2, 'archive.xlsx#2', '滨海市水务局', '2026-11-03T00:00:00.000+08:00'],
    // What a spreadsheet holds as an hour is the city's hour.
    [3, 'archive.xlsx#3', '滨海市交通运输局', '2026-11-04T15:30:00.000+08:00'],
  ]);
});

test('a bad row is told with field and what is allowed, and the good ones are kept', () => {
  const { records, rejects } = recordsOfRows(
    [
      ['编号', '标题', '内容', '时间'],
      ['甲-1', '通告', '正文', '昨天'],
      ['甲-2', '', '正文', '2026-11-03'],
      ['甲-3', '通告', '正文', '2026-11-03'],
    ],
    { ...file, organ: '滨海市水务局' },
  );
  expect(records.map(({ text }) => text.id)).toEqual(['archive.xlsx#甲-3']);
  expect(rejects.map(({ line, field }) => [line, field])).toEqual([
    [2, 'publishedAt'],
    [3, 'title'],
  ]);
  expect(rejects[0]?.found).toContain('昨天');
});

test('a table without the columns that a release needs is refused whole, with the names that would do', () => {
  const { records, rejects } = recordsOfRows(
    [
      ['标题', '正文'],
      ['通告', '正文'],
    ],
    file,
  );
  expect(records).toEqual([]);
  expect(rejects.map(({ field }) => field)).toEqual(['organ', 'publishedAt']);
  expect(rejects[1]?.allowed).toContain('发布时间');
  expect(recordsOfRows([], file).rejects).toHaveLength(4);
});
