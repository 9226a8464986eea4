import { expect, test } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@koujing/kernel';
import { loadCityRules } from './city-rules.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-city-rules-'));
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('mistakes of the rules and of the year tables are told together, each with file and line', () => {
  const rules = file(
    'rules.yaml',
    'deadlines:\n  routineRelease:\n    limit: -5\n    colour: red\n  routinRelease:\n    limit: 5\n',
  );
  const years = mkdtempSync(join(tmpdir(), 'koujing-years-'));
  for (const name of ['a.yaml', 'b.yaml'])
    writeFileSync(join(years, name), 'papers: []\nyear: 2026\ndays: [{ name: 元旦, off: [2026-01-01] }]\n');
  try {
    loadCityRules(rules, years);
    throw new Error('no problem was reported');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.reasons.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['deadlines.routinRelease', 'deadlines.routineRelease.limit', 'year']),
    );
    for (const place of ['rules.yaml:3', 'rules.yaml:5', 'b.yaml:2']) expect(error.message).toContain(place);
  }
});

test('both rules files that come along are without mistakes and differ only in the numbers that the second one names', () => {
  const origins = new Map(loadCityRules('guizhou').provenance.map(({ key, file: from }) => [key, from]));
  expect(origins.get('deadlines.routineRelease.limit')).toBe(1);
  expect(origins.get('deadlines.conferenceApplication.limit')).toBe(0);
  expect(new Set(loadCityRules('measures').provenance.map(({ file: from }) => from))).not.toContain(1);
});
