import { expect, test } from '@jest/globals';
import { distinct, told } from './trace.js';
import { readable } from './xml-text.js';

test('a long text is cut between characters, never inside one', () => {
  expect(told('comment', `${'字'.repeat(999)}𠮷𠮷`)).toEqual([
    { kind: 'comment', text: `${'字'.repeat(999)}𠮷…` },
  ]);
});

test('what the database refuses is not in a trace: NUL and half a pair', () => {
  expect(told('author', ' 赵\0\uD842某 ')).toEqual([{ kind: 'author', text: '赵某' }]);
  expect(told('author', '\0\uDFB7')).toEqual([]);
});

test('a number that stands for no character is none', () => {
  expect(readable('<a>赵&#xD842;&#0;&#x20BB7;</a>')).toBe('赵𠮷');
});

test('a file with thousands of remarks is told by the first hundred', () => {
  const remarks = Array.from({ length: 5_000 }, (_, index) => told('note', `${index}`)).flat();
  expect(distinct([...remarks, ...remarks])).toHaveLength(100);
});
