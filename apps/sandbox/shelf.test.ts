import { afterEach, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Shelf } from './shelf.js';

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'shelf-'));
});

afterEach(() => rmSync(directory, { recursive: true }));

test('a shelf opened again holds exactly what was put and not removed, in order', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    item: fc.option(fc.string(), { nil: undefined }),
  });
  let run = 0;
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const name = `run-${run++}`;
      const shelf = new Shelf<string>(directory, name);
      for (const { id, item } of steps)
        if (item === undefined) shelf.remove(id);
        else shelf.put(id, item);
      expect(new Shelf<string>(directory, name).values()).toEqual(shelf.values());
    }),
    { numRuns: 50 },
  );
});

test('a line torn by a killed process is dropped, what was written before it stays', () => {
  new Shelf<string>(directory, 'torn').put('a', '甲');
  appendFileSync(join(directory, 'torn.jsonl'), '{"id":"b","it');
  const shelf = new Shelf<string>(directory, 'torn');
  expect(shelf.values()).toEqual(['甲']);
  expect(readFileSync(join(directory, 'torn.jsonl'), 'utf8')).toBe('{"id":"a","item":"甲"}\n');
});
