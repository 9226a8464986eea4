import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { IncidentKind, IncidentLevel } from './incident.api.js';
import { responsibilityOf, type Situation } from './responsibility.js';

const situation = (changes: Partial<Situation>): Situation => ({
  kind: 'accident',
  level: 'ordinary',
  suggestedLevel: null,
  countyOrganIds: ['east'],
  handlingOrganId: 'emergency',
  headquartersOrganId: null,
  necessity: null,
  ...changes,
});

const organ = (changes: Partial<Situation>): string => responsibilityOf(situation(changes), 'city').organId;

test('an ordinary incident is the county government of the place (Art.22)', () => {
  expect(organ({})).toBe('east');
});

test('an ordinary incident in two counties is their common superior (突发事件应对法第十八条)', () => {
  expect(organ({ countyOrganIds: ['east', 'south'] })).toBe('city');
});

test('a larger incident without a headquarters is the handling department, by necessity the city (Art.22)', () => {
  expect(organ({ level: 'larger' })).toBe('emergency');
  expect(organ({ level: 'larger', necessity: '跨部门' })).toBe('city');
});

test('where a field headquarters stands it alone releases (Art.22)', () => {
  const answer = responsibilityOf(situation({ level: 'larger', headquartersOrganId: 'hq' }), 'city');
  expect(answer).toMatchObject({ organId: 'hq', alone: true, mayRelease: ['hq'], article: '第二十二条' });
});

test('a major incident needs national or provincial permission, a social-security one never (Art.23, 25)', () => {
  expect(responsibilityOf(situation({ level: 'major' }), 'city')).toMatchObject({
    organId: 'city',
    needsPermission: true,
  });
  const social = responsibilityOf(situation({ kind: 'socialSecurity', level: 'major' }), 'city');
  expect(social).toMatchObject({ needsPermission: false, mayRelease: ['emergency', 'east'] });
});

test('until a person confirms a level the suggested one counts', () => {
  expect(organ({ level: null, suggestedLevel: 'larger' })).toBe('emergency');
  expect(organ({ level: 'ordinary', suggestedLevel: 'larger' })).toBe('east');
});

/** Art.22, 23, 25 as a table: kind, level, headquarters, necessity → organ. Written out, not computed. */
const table: Readonly<Record<IncidentLevel, readonly [plain: string, needed: string]>> = {
  ordinary: ['east', 'east'],
  larger: ['emergency', 'city'],
  major: ['city', 'city'],
  extraordinary: ['city', 'city'],
};

const level = fc.constantFrom<IncidentLevel>('ordinary', 'larger', 'major', 'extraordinary');
const step = fc.oneof(
  level.map((to) => ({ level: to })),
  fc.constantFrom<Partial<Situation>>({ headquartersOrganId: 'hq' }, { headquartersOrganId: null }),
  fc.constantFrom<Partial<Situation>>({ necessity: '必要' }, { necessity: null }),
  fc
    .constantFrom<IncidentKind>('natural', 'accident', 'publicHealth', 'socialSecurity')
    .map((kind) => ({ kind })),
);

test('after any sequence of changes the responsible organ is what the table of Art.22–25 says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let now = situation({});
      for (const change of steps) {
        now = { ...now, ...change };
        const byTable =
          now.headquartersOrganId !== null
            ? 'hq'
            : now.kind === 'socialSecurity'
              ? 'emergency'
              : table[now.level ?? 'ordinary'][now.necessity === null ? 0 : 1];
        expect(responsibilityOf(now, 'city').organId).toBe(byTable);
      }
    }),
  );
});
