import { expect, test } from '@jest/globals';
import { withinTrace } from '@koujing/kernel';
import { hostname } from 'node:os';
import { openLog } from './log.js';

test('every line says when, on which machine, for which request and what', () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => lines.push(line) });
  withinTrace('click-7', () => log.warn('request.refused', { code: 'forbidden' }));
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    {
      ...{ level: 40, time: expect.any(Number), host: hostname(), trace: 'click-7' },
      ...{ msg: 'request.refused', code: 'forbidden' },
    },
  ]);
});

test('what an error quotes of a text or a person is left out, what it names of the database stays', () => {
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => lines.push(line) });
  const told = (error: string): unknown => {
    log.warn('request.failed', { error });
    return (JSON.parse(lines.at(-1) ?? '') as { readonly error: unknown }).error;
  };
  expect(
    told('error: invalid input syntax for type json: "寒假 "通知"\n第二行"\n    at parse (db.js:1:2)'),
  ).toBe('error: invalid input syntax for type json: "…"\n    at parse (db.js:1:2)');
  expect(told(`SyntaxError: Unexpected token 'x', "x@y.example" is not valid JSON`)).not.toMatch('example');
  const key = 'error: duplicate key value violates unique constraint "person_username_key"';
  expect(told(key)).toBe(key);
  expect(told('error: null value in column "title" of relation "release" violates not-null constraint')).toBe(
    'error: null value in column "title" of relation "release" violates not-null constraint',
  );
});
