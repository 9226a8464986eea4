import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@koujing/kernel';
import { checklistFor } from '@koujing/signoff';
import { loadCityRules } from '../../apps/dispatcher/city-rules.js';

const folder = mkdtempSync(join(tmpdir(), 'koujing-chains-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A city's own file beside the measures. */
const refusal = (text: string): Problem => {
  const path = join(folder, `city-${text.length}.yaml`);
  writeFileSync(path, text);
  try {
    loadCityRules(path);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('the rules were taken');
};

const ordinary = (stages: string): string => `signOff:\n  chains:\n    ordinary:\n      stages:\n${stages}`;
const review = '        - - { step: confidentialityReview, role: confidentialityReviewer }\n';
const confirm = '          - { step: confirmation, role: coSigner }\n';
const approve = '        - - { step: contentApproval, role: principalLeader }\n';
const superior = '        - - { step: superiorApproval, role: principalLeader }\n';

test('a chain without a confidentiality review is refused at boot with file and line (Art.39(6))', () => {
  const { message } = refusal(
    ordinary(`        - - { step: confirmation, role: coSigner }\n${approve}${superior}`),
  );
  expect(message).toMatch(/city-\d+\.yaml:4 的 signOff\.chains\.ordinary\.stages 有误/u);
  expect(message).toContain('confidentialityReview');
});

test('content approved by anyone but the main leader is no chain (Art.14)', () => {
  const { reasons } = refusal(
    ordinary(`${review}${confirm}        - - { step: contentApproval, role: spokesperson }\n${superior}`),
  );
  expect(reasons).toMatchObject([
    { field: 'signOff.chains.ordinary.stages.1.0.role', allowed: 'principalLeader' },
  ]);
});

test('a chain that the drafter alone could sign is one that nobody may complete', () => {
  const drafters = '        - - { step: firstReview, role: drafter }\n';
  const { reasons } = refusal(ordinary(`${drafters}${review}${confirm}${approve}${superior}`));
  expect(reasons.map(({ field }) => field)).toEqual(['signOff.chains.ordinary.stages.0.0.role']);
});

test('the leader’s approval comes after the reviews, the superior’s after the leader’s (Art.14(d))', () => {
  const { reasons } = refusal(ordinary(`${approve}${superior}${review}${confirm}`));
  expect(reasons.map(({ field }) => field)).toEqual([
    'signOff.chains.ordinary.stages.2.0.step',
    'signOff.chains.ordinary.stages.2.1.step',
  ]);
});

test('an unknown role, an empty chain, a missing article and a kind without a chain are told all at once', () => {
  const { reasons, message } = refusal(
    `signOff:
  signatureDays: { value: 0 }
  chains:
    ordinary:
      kinds: [routine]
      stages: []
    own:
      title: 自订
      kinds: [majorEvent]
      stages:
        - - { step: confidentialityReview, role: chief }
`,
  );
  const fields = reasons.map(({ field }) => field);
  expect(fields).toEqual(
    expect.arrayContaining([
      'signOff.signatureDays.value',
      'signOff.chains.ordinary.stages',
      'signOff.chains.own.article',
      'signOff.chains.own.stages.0.0.role',
    ]),
  );
  expect(message).toContain('city-');
});

test('a kind that no chain reaches, and one that two reach, are refused', () => {
  const { reasons } = refusal(`signOff:
  chains:
    ordinary: { kinds: [routine, hotTopic, majorEvent, mediaScrutiny, emergency] }
`);
  const told = reasons.map(({ allowed }) => allowed).join('\n');
  expect(told).toContain('other 在 city 级须有一条审签链');
  expect(told).toContain('emergency 在 city 级只能有一条审签链');
});

test('a wrong item of the confidentiality review is refused at boot with file and line (保密法实施条例 Art.42)', () => {
  const { reasons, message } = refusal(`signOff:
  checklist:
    stateSecrets: { article: '' }
    workSecrets: null
    map_scale: { title: 地图, titleEn: Maps, article: 测绘法, urgent: false }
    maps: { title: '', article: 测绘法, urgent: maybe, colour: red }
`);
  expect(reasons.map(({ field }) => field)).toEqual(
    expect.arrayContaining([
      'signOff.checklist.stateSecrets.article',
      'signOff.checklist.workSecrets',
      'signOff.checklist.map_scale',
      ...['title', 'titleEn', 'urgent', 'colour'].map((key) => `signOff.checklist.maps.${key}`),
    ]),
  );
  expect(message).toMatch(/city-\d+\.yaml:6 的 signOff\.checklist\.maps\.urgent 有误/u);
});

test('a review of which nothing is left before an emergency release is refused (Art.39(6))', () => {
  const items = ['stateSecrets', 'personalData', 'stability', 'authority'];
  const { reasons } = refusal(
    `signOff:\n  checklist:\n${items.map((item) => `    ${item}: { urgent: false }\n`).join('')}`,
  );
  expect(reasons).toMatchObject([{ field: 'signOff.checklist', allowed: expect.stringContaining('urgent') }]);
});

test('a city words an item its own way, adds one of its own and inherits the rest, each with its article (Art.39(6))', () => {
  const path = join(folder, 'items.yaml');
  writeFileSync(
    path,
    `signOff:
  checklist:
    pictures: { title: 图片和附件均已审查 }
    maps: { title: 地图已经审图, titleEn: Maps have their approval number, article: 地图管理条例第十五条, urgent: false }
`,
  );
  const { signOff, provenance } = loadCityRules(path);
  expect(checklistFor(signOff, 'routine', 'city').map(({ item, article }) => [item, article])).toEqual(
    Object.entries(signOff.checklist).map(([item, { article }]) => [item, article]),
  );
  expect(signOff.checklist['pictures']).toMatchObject({ title: '图片和附件均已审查', urgent: false });
  expect(checklistFor(signOff, 'routine', 'city').map(({ item }) => item)).toContain('maps');
  expect(checklistFor(signOff, 'emergency', 'city').map(({ item }) => item)).toEqual([
    'stateSecrets',
    'personalData',
    'stability',
    'authority',
  ]);
  const origin = (key: string) => provenance.find((leaf) => leaf.key === `signOff.checklist.${key}`)?.file;
  expect([origin('pictures.title'), origin('pictures.titleEn'), origin('stability.title')]).toEqual([
    1, 0, 0,
  ]);
});

test('a chain that leaves a review for afterwards without asking why is refused (Art.21)', () => {
  const { reasons } = refusal('signOff:\n  chains:\n    emergency: { reason: null }\n');
  expect(reasons.map(({ field }) => field)).toEqual(['signOff.chains.emergency.reason']);
  const few = refusal('signOff:\n  chains:\n    emergency: { reason: { atLeast: 0 } }\n');
  expect(few.reasons.map(({ field }) => field)).toEqual(['signOff.chains.emergency.reason.atLeast']);
});

test('both rules files of the house hold chains that can be completed', () => {
  expect(loadCityRules('measures').signOff.chains['ordinary']?.stages).toHaveLength(3);
  expect(loadCityRules('guizhou').signOff.chains['ordinary']?.stages).toHaveLength(5);
  expect(loadCityRules('guizhou').signOff.chains['emergency']).toEqual(
    loadCityRules('measures').signOff.chains['emergency'],
  );
});

test('every chain of the rules files cites its article', () => {
  const text = readFileSync(join(process.cwd(), 'config', 'rules', 'measures.yaml'), 'utf8');
  expect(text).toContain('signOff:');
  for (const chain of Object.values(loadCityRules('measures').signOff.chains))
    expect(chain.article).toMatch(/第.+条/u);
});
