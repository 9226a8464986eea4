import fc from 'fast-check';

const nested = (depth: number): unknown => (depth === 0 ? [] : [nested(depth - 1)]);

/** What people, other programs and attackers put where something else belongs. */
export const oddValue: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(
  ...[null, [], {}, '', ' ', true, 0, -1, 1.5, 1e308, 2 ** 53, '0', 'null', 'undefined', 'NaN'],
  ...[
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\u202e反',
    '𠮷',
    'é',
    '\r\nBcc: someone@example.org',
    '%00',
    '..%2f..%2f',
  ],
  ...['<script>alert(1)</script>', "'; drop table release; --", '{{7*7}}', '${7*7}', '=1+1', '\\', '"'],
  ...[
    '9999-12-31T23:59:59+14:00',
    '0000-01-01T00:00:00Z',
    '2026-02-30',
    '-000001-01-01T00:00:00Z',
    '2026-11-27',
  ],
  ...['长'.repeat(70_000), ['x'], [[]], [null], { $ne: null }, nested(200), { constructor: {} }],
  ...[JSON.parse('{"__proto__":{"polluted":true}}') as unknown, { toString: 1 }, 'javascript:alert(1)'],
);

/** The places in a value where something could stand instead: `[]` is the whole. */
const placesOf = (
  value: unknown,
  at: readonly (string | number)[] = [],
): (readonly (string | number)[])[] => {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, each]) =>
    placesOf(each, [...at, Array.isArray(value) ? Number(key) : key]),
  );
  return [at, ...inner];
};

const replaced = (value: unknown, [first, ...rest]: readonly (string | number)[], odd: unknown): unknown => {
  if (first === undefined) return odd;
  if (Array.isArray(value))
    return value.map((each, index) => (index === first ? replaced(each, rest, odd) : each));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, each]) => [
      key,
      key === first ? replaced(each, rest, odd) : each,
    ]),
  );
};

/** A valid value with one place of it odd, or one key too many. */
export const oddOnce = (valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(valid, oddValue, fc.nat(), fc.boolean()).map(([value, odd, where, isMore]) => {
    if (isMore && typeof value === 'object' && value !== null && !Array.isArray(value) && where % 7 === 0)
      return { ...value, 多余: odd };
    const places = placesOf(value);
    return replaced(value, places[where % places.length] ?? [], odd);
  });

/** The same as it can stand in an address. */
export const oddText: fc.Arbitrary<string> = oddValue.map((odd) =>
  (typeof odd === 'string' ? odd : JSON.stringify(odd)).toWellFormed().slice(0, 3000),
);
