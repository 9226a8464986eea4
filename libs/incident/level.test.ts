import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { loadSettings } from '@koujing/settings';
import { incidentsSection } from './incident-rules.js';
import { suggestLevel } from './level.js';

const rules = join(import.meta.dirname, '../../config/rules');

describe.each([
  ['measures', ['measures.yaml']],
  ['guizhou', ['measures.yaml', 'guizhou.yaml']],
] as const)('the level that figures suggest under %s', (_, files) => {
  const { levels } = loadSettings([incidentsSection], {
    ...{ paths: files.map((file) => join(rules, file)), environment: {}, partly: true },
  }).incidents;

  test.each([
    [{ deaths: 2 }, 'ordinary'],
    [{ deaths: 3 }, 'larger'],
    [{ deaths: 9 }, 'larger'],
    [{ deaths: 10 }, 'major'],
    [{ deaths: 29, seriouslyInjured: 49 }, 'major'],
    [{ deaths: 30 }, 'extraordinary'],
    [{ seriouslyInjured: 9 }, 'ordinary'],
    [{ seriouslyInjured: 10 }, 'larger'],
    [{ seriouslyInjured: 50 }, 'major'],
    [{ seriouslyInjured: 100 }, 'extraordinary'],
    [{ lossWan: 999.9 }, 'ordinary'],
    [{ lossWan: 1000 }, 'larger'],
    [{ lossWan: 5000 }, 'major'],
    [{ lossWan: 10000 }, 'extraordinary'],
    [{ deaths: 1, lossWan: 6000 }, 'major'],
  ] as const)('%p is %s: 以上 includes the number, and any one of the three is enough', (figures, level) => {
    const suggestion = suggestLevel(levels.accident, figures);
    expect(suggestion?.level).toBe(level);
    expect(suggestion?.why.every(({ message }) => message.includes('第三条'))).toBe(true);
  });

  test('an injury that nobody called serious suggests nothing', () => {
    expect(suggestLevel(levels.accident, { injured: 60 })?.level).toBe('ordinary');
  });

  test('a kind without thresholds gets no suggestion: a person states its level', () => {
    expect(suggestLevel(levels.publicHealth, { deaths: 30 })).toBeNull();
  });
});
