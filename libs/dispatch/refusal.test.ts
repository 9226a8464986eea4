import { expect, test } from '@jest/globals';
import { deliveryStates } from './delivery.js';
import { dispatchRefusal } from './refusal.js';

test('a refusal names the states of the ledger in words, never by their identifiers', () => {
  for (const state of deliveryStates) {
    expect(dispatchRefusal.cannotDecide(state, 'delivered').message).toMatch(
      /^这条发送记录目前是“[^a-zA-Z]+”，不能改为“已送达”。$/u,
    );
    expect(dispatchRefusal.cannotRetry(state).message).toMatch(/^这条发送记录目前是“[^a-zA-Z]+”，/u);
  }
});
