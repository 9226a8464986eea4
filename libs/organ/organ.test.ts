import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadSettings } from '@koujing/settings';
import { organ } from '../../test/support/a-city.js';
import { organInputSchema } from './organ.api.js';
import { organKindsSection, ruleOfKind } from './organ-kinds.js';
import { organReasons } from './organ-reasons.js';

const { organs: kinds } = loadSettings([organKindsSection], {
  paths: [join(import.meta.dirname, '../../config/rules/measures.yaml')],
  environment: {},
  partly: true,
});

const known = [
  organ('police', '滨海市公安局', { shortName: '市公安局' }),
  organ('traffic', '滨海市公安局交通警察支队', { shortName: '市交警支队', parentId: 'police' }),
  organ('squad', '滨海市交警一大队', { shortName: '交警一大队', parentId: 'traffic' }),
];
const input = (changes: Record<string, unknown>) =>
  organInputSchema.parse({
    ...{ name: '滨海市公安局', shortName: '市公安局', kind: 'governmentDepartment' },
    ...changes,
  });
const police = { id: 'police', isOffice: false };
const codes = (
  changes: Record<string, unknown>,
  candidate: { id: string | null; isOffice: boolean } = police,
) => organReasons(input(changes), candidate, known).map(({ code, field }) => `${code} ${field}`);

test('an organ below itself is refused, however many organs lie between (Art.3)', () => {
  expect(codes({ parentId: 'squad' })).toEqual(['circularParent parentId']);
  expect(codes({ parentId: 'police' })).toEqual(['circularParent parentId']);
  expect(codes({ parentId: null })).toEqual([]);
});

test('a name or alias that means another organ already is refused with its field', () => {
  expect(codes({ aliases: ['市交警支队'] })).toEqual(['nameTaken aliases']);
  expect(codes({}, { id: null, isOffice: false })).toEqual(['nameTaken name', 'nameTaken shortName']);
});

test('only the office bears two names, and it must bear both (Art.4, 30)', () => {
  const hats = { party: '中共滨海市委对外宣传办公室', government: '滨海市人民政府新闻办公室' };
  expect(codes({ hats })).toEqual(['hatsAreOffices hats']);
  expect(codes({}, { id: 'police', isOffice: true })).toEqual(['hatsMissing hats']);
  expect(codes({ hats }, { id: 'police', isOffice: true })).toEqual([]);
});

test('courts and public services follow by reference and are not for the office to sanction (Art.44–45)', () => {
  for (const kind of ['judicial', 'publicService'] as const)
    expect(ruleOfKind(kinds, kind)).toMatchObject({ byReference: true, officeSanctions: false });
  expect(ruleOfKind(kinds, 'governmentDepartment')).toMatchObject({
    byReference: false,
    officeSanctions: true,
  });
});

test('a kind of organ that the measures do not know is refused with what is allowed', () => {
  const result = organInputSchema.safeParse({ name: '某某协会', shortName: '协会', kind: 'club' });
  expect(result.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['kind', expect.stringContaining('partyCommittee')],
  ]);
});
