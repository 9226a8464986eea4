import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { changedFacts, digestOfFacts, voids } from './facts.js';

const speaker = fc.record({
  name: fc.string({ minLength: 1, maxLength: 4 }),
  post: fc.constantFrom('局长', '副局长'),
  organId: fc.constantFrom('transport', 'water'),
  capacity: fc.constantFrom('principalLeader' as const, 'official' as const),
});
const facts = fc.record({
  theme: fc.constantFrom('滨河路改造', '滨河路改造进展'),
  content: fc.constantFrom('通报进度。', '通报进度和绕行安排。'),
  startsAt: fc.constantFrom(new Date('2026-12-10T02:00:00Z'), new Date('2026-12-10T03:00:00Z')),
  place: fc.constantFrom('新闻发布厅', '三楼会议室'),
  speakers: fc.array(speaker, { minLength: 1, maxLength: 3 }),
  signedMaterials: fc.constantFrom(
    {},
    { statement: 'a' },
    { statement: 'b' },
    { statement: 'a', qaLine: 'c' },
  ),
});

test('an approval is void exactly when time, place or content changed (Art.32)', () => {
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      const named =
        before.startsAt.getTime() !== after.startsAt.getTime() ||
        before.place !== after.place ||
        before.content !== after.content ||
        JSON.stringify(before.signedMaterials) !== JSON.stringify(after.signedMaterials) ||
        before.theme !== after.theme;
      expect(voids(true, changedFacts(before, after))).toBe(named);
    }),
  );
});

test('before approval a signature is void exactly when what it was given for changed', () => {
  fc.assert(
    fc.property(facts, facts, (before, after) => {
      const same = digestOfFacts(before) === digestOfFacts(after);
      expect(voids(false, changedFacts(before, after))).toBe(!same);
    }),
  );
});
