import { describe, expect, test } from '@jest/globals';
import { canonicalJson } from '@koujing/kernel';
import { z } from 'zod';
import type { ChannelHarness } from './channel-harness.js';
import { slotsIn } from './slot.js';

/** Cases without a platform: what a channel says of itself, and its two pure functions. */
export const pureCases = <Settings, Secrets>(harness: ChannelHarness<Settings, Secrets>): void => {
  const { channel, publication, settings } = harness;
  const { manifest } = channel;

  test('every setting and secret is described in Chinese and in English', () => {
    for (const schema of [manifest.settings, manifest.secrets]) {
      const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      for (const [field, property] of Object.entries(properties)) {
        const description = typeof property === 'object' ? (property.description ?? '') : '';
        expect({ field, description }).toEqual({
          field,
          description: expect.stringMatching(/\p{Script=Han}.*[A-Za-z]/u),
        });
      }
    }
  });

  test('a call ends well within the lease of 30 s', () => {
    expect(manifest.callTimeoutMs).toBeLessThanOrEqual(20_000);
  });

  test('a valid publication is not blocked', () => {
    const blocking = channel.validate(publication, settings).filter(({ severity }) => severity === 'block');
    expect(blocking).toEqual([]);
  });

  test('validating and previewing twice gives the same, changes nothing and reads no clock', () => {
    const before = canonicalJson(publication);
    const frozen = deepFrozen(publication);
    withoutClock(() => {
      expect(channel.validate(frozen, settings)).toEqual(channel.validate(frozen, settings));
      expect(canonicalJson(channel.preview(frozen, settings))).toBe(
        canonicalJson(channel.preview(frozen, settings)),
      );
    });
    expect(canonicalJson(publication)).toBe(before);
  });

  test('the rendition names its channel and exactly the slots that stand in its parts', () => {
    const rendition = channel.preview(publication, settings);
    expect(rendition.channel).toBe(manifest.channel);
    expect([...rendition.slots].sort()).toEqual(slotsIn(Object.values(rendition.parts)).sort());
    for (const name of rendition.slots) expect(manifest.slots).toContain(name.split(':')[0]);
  });

  test('the rendition carries the portal address', () => {
    const { parts } = channel.preview(publication, settings);
    const path = new URL(publication.portalUrl).pathname.slice(1);
    expect(Object.values(parts).some((part) => part.includes(path))).toBe(true);
  });

  test('the pictures of the rendition are pictures of the publication', () => {
    const digests = publication.images.map(({ sha256 }) => sha256);
    for (const asset of channel.preview(publication, settings).assets) expect(digests).toContain(asset);
  });

  describe('limits', () => {
    for (const limit of manifest.limits) {
      const atLimit = harness.sized(limit, limit.max);
      const beyond = harness.sized(limit, limit.max + 1);
      if (atLimit === null || beyond === null) continue;

      test(`${limit.field} may be ${limit.max} ${limit.unit} long`, () => {
        expect(channel.validate(atLimit, settings).filter(({ field }) => field === limit.field)).toEqual([]);
      });

      test(`${limit.field} of ${limit.max + 1} ${limit.unit} is ${limit.cut ? 'cut with a warning' : 'refused'}`, () => {
        const finding = channel.validate(beyond, settings).find(({ field }) => field === limit.field);
        expect(finding).toMatchObject({ severity: limit.cut ? 'warn' : 'block' });
        expect(finding?.message).toContain(String(limit.max));
        expect(finding?.messageEn).toContain(String(limit.max));
      });
    }
  });
};

const deepFrozen = <T>(value: T): T => {
  if (ArrayBuffer.isView(value)) return value;
  if (typeof value === 'object' && value !== null)
    for (const member of Object.values(value)) deepFrozen(member);
  return Object.freeze(value);
};

/** Reading the time inside is an error: a preview must be the same tomorrow. */
const withoutClock = (work: () => void): void => {
  const real = globalThis.Date;
  const refuse = (): never => {
    throw new Error('A pure function of the channel has read the clock.');
  };
  globalThis.Date = new Proxy(real, {
    construct: (target, given: [] | [string | number]) =>
      given.length === 0 ? refuse() : new target(...given),
    get: (target, name, receiver) =>
      name === 'now' ? refuse : (Reflect.get(target, name, receiver) as unknown),
  });
  try {
    work();
  } finally {
    globalThis.Date = real;
  }
};
