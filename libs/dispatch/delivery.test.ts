import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  contradicted,
  deliveryStates,
  IllegalTransition,
  isSettled,
  mayBecome,
  walk,
  type DeliveryState,
} from './delivery.js';

const anyState = fc.constantFrom(...deliveryStates);

test('every way through the machine is drawn step by step, and every other one is refused', () => {
  fc.assert(
    fc.property(anyState, fc.array(anyState, { maxLength: 5 }), (from, steps) => {
      const states = [from, ...steps];
      const drawn = steps.every((to, position) => mayBecome(states[position] as DeliveryState, to));
      if (drawn) expect(walk(from, ...steps)).toBe(steps.at(-1) ?? from);
      else expect(() => walk(from, ...steps)).toThrow(IllegalTransition);
    }),
  );
});

test('an unknown outcome never goes back to sending without an answer that it is absent', () => {
  expect(mayBecome('unknown', 'sending')).toBe(false);
  expect(mayBecome('unknown', 'deferred')).toBe(false);
  expect(mayBecome('unknown', 'planned')).toBe(true);
});

test('what was accepted is never sent again by itself', () => {
  for (const to of ['sending', 'planned', 'deferred'] as const) {
    expect(mayBecome('accepted', to)).toBe(false);
    expect(mayBecome('delivered', to)).toBe(false);
  }
});

test('what was superseded or cancelled can never be sent', () => {
  for (const from of ['superseded', 'cancelled', 'abandoned', 'withdrawn'] as const)
    for (const to of deliveryStates) expect(mayBecome(from, to)).toBe(false);
});

test('only what a person decides, or a mail system reports, leaves needsPerson', () => {
  expect(deliveryStates.filter((to) => mayBecome('needsPerson', to))).toEqual([
    'planned',
    'delivered',
    'rejected',
    'abandoned',
    'corrected',
    'withdrawn',
  ]);
});

test('a late outcome of an overtaken claim is asked about, or shown to a person where the row is closed', () => {
  for (const state of deliveryStates) {
    const to = contradicted(state);
    if (to === null) continue;
    expect(to).toBe(isSettled(state) && state !== 'rejected' ? 'needsPerson' : 'unknown');
  }
});
