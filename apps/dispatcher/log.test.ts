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
