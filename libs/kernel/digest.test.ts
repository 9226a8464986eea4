import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson, digestOf } from '@koujing/kernel';

test('the order in which members were written does not change the digest', () => {
  expect(digestOf({ title: '停水通知', channels: ['portal'] })).toBe(
    digestOf({ channels: ['portal'], title: '停水通知' }),
  );
});

test('any change of content changes the digest', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      fc.pre(canonicalJson(a) !== canonicalJson(b));
      expect(digestOf(a)).not.toBe(digestOf(b));
    }),
  );
});

test('canonical JSON reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
