import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

interface Row {
  readonly article: number;
  readonly files: readonly string[];
  readonly tests: readonly string[];
}

/** `| 19 | 要求 | `file`<br>`file` | `test#title`<br>… |` */
const rows: readonly Row[] = readFileSync(join(root, 'docs/articles.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\|\s*\d+\s*\|/u.test(line))
  .map((line) => {
    const [article = '', , files = '', tests = ''] = line.split('|').slice(1);
    const quoted = (cell: string): readonly string[] =>
      [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name);
    return { article: Number(article), files: quoted(files), tests: quoted(tests) };
  });

test('every one of the 46 articles has its row, in order', () => {
  expect(rows.map(({ article }) => article)).toEqual(Array.from({ length: 46 }, (_, index) => index + 1));
});

test('every file that an article names is there', () => {
  const missing = rows.flatMap(({ article, files }) =>
    files.filter((file) => !existsSync(join(root, file))).map((file) => `${article}: ${file}`),
  );
  expect(missing).toEqual([]);
});

test('every test that an article names has that very title', () => {
  const missing = rows.flatMap(({ article, tests }) =>
    tests.filter((named) => !hasTest(named)).map((named) => `${article}: ${named}`),
  );
  expect(missing).toEqual([]);
});

test('every article that asks for software names a test whose title cites it', () => {
  const uncited = rows
    .filter(({ files, article, tests }) => files.length > 0 && !tests.some((named) => cites(named, article)))
    .map(({ article }) => article);
  expect(uncited).toEqual([]);
});

/** `Art.7–9`, `Art.5(6), 39(4)`; an article of another law, named before it, is none of the measures. */
const cites = (named: string, article: number): boolean =>
  [...named.matchAll(/(?<!条例 )Art\.((?:\d+(?:\([\da-z]\))*[–, ]*)+)/gu)]
    .flatMap(([, list = '']) => list.replaceAll(/\([\da-z]\)/gu, '').split(','))
    .some((span) => {
      const [first, last = first] = span.split('–').filter((each) => each.trim() !== '');
      return article >= Number(first) && article <= Number(last);
    });

const hasTest = (named: string): boolean => {
  const [file = '', title = ''] = named.split('#');
  const path = join(root, file);
  if (title === '' || !existsSync(path)) return false;
  const source = readFileSync(path, 'utf8');
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => source.includes(quoted));
};
