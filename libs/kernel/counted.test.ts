import { expect, test } from '@jest/globals';
import { counted } from '@koujing/kernel';

test('one is told in the singular, none and many in the plural', () => {
  expect([counted(1, 'day'), counted(0, 'day'), counted(5, 'day')]).toEqual(['1 day', '0 days', '5 days']);
  expect([counted(1, 'address', 'addresses'), counted(3, 'address', 'addresses')]).toEqual([
    ...['1 address', '3 addresses'],
  ]);
});
