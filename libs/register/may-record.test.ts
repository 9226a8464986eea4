import { expect, test } from '@jest/globals';
import type { Actor, Role } from '@koujing/access';
import { mayRecord } from './may-record.js';

const person = (role: Role, organId = 'water', office = false): Actor => ({
  ...{ personId: 'p', name: '某人' },
  grants: [{ role, organId, office }],
});

test('a main leader who holds no other role attests for the own organ, and for no other (Art.5(6), 20)', () => {
  expect(mayRecord('noPayment', 'water', person('principalLeader'))).toEqual([]);
  expect(mayRecord('noPayment', 'water', person('principalLeader', 'transport'))).not.toEqual([]);
  expect(mayRecord('noPayment', 'water', person('coordinator', 'office', true))).not.toEqual([]);
  expect(mayRecord('noPayment', 'water', person('drafter'))).not.toEqual([]);
});
