import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { ReleaseText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';

const file = new URL('../../../../shared/data/contradictions-dev.jsonl', import.meta.url);

interface Line {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly expect: readonly { readonly attribute: string; readonly a: string; readonly b: string }[];
}

const squeezed = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’《》]+/g, '');
const cites = (expected: string, quoted: string): boolean =>
  squeezed(quoted).includes(squeezed(expected)) || squeezed(expected).includes(squeezed(quoted));

(existsSync(file) ? test : test.skip)(
  'the development lines are met with margin: recall and false alarms',
  () => {
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    let expected = 0;
    let found = 0;
    let quiet = 0;
    let alarms = 0;
    for (const line of lines) {
      const conflicts = compareFacts(line.a, line.b);
      if (line.expect.length === 0) {
        quiet += 1;
        if (conflicts.some((conflict) => !conflict.update)) alarms += 1;
      }
      for (const one of line.expect) {
        expected += 1;
        if (conflicts.some((conflict) => cites(one.a, conflict.a.text) && cites(one.b, conflict.b.text)))
          found += 1;
      }
    }
    expect(found / expected).toBeGreaterThan(0.97);
    expect(alarms / quiet).toBeLessThan(0.015);
  },
);
