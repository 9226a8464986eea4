import { expect, test } from '@jest/globals';
import { isLate } from './late.js';

test('who was registered once the conference had begun was added late, whatever the offsets', () => {
  expect(isLate('2026-11-23T09:59:59+08:00', '2026-11-23T02:00:00Z')).toBe(false);
  expect(isLate('2026-11-23T10:00:00+08:00', '2026-11-23T02:00:00Z')).toBe(true);
});
