import fc from 'fast-check';

/** What of JSON Schema 2020-12 the document uses: Zod writes no more than this. */
export interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly $ref?: string;
}

/** What a field of this name holds, where the walk knows it; undefined lets the schema decide. */
export type Known = (name: string, schema: Schema) => fc.Arbitrary<unknown> | undefined;

const words = fc.constantFrom(
  '关于',
  '供水',
  '管网',
  '12月5日',
  '检修',
  '3人',
  '滨海市',
  'A',
  ' ',
  '。',
  '二〇二六年',
);

/** Patterns whose classes of characters fast-check does not make. */
const byPattern: readonly (readonly [RegExp, fc.Arbitrary<string>])[] = [
  [/tel:\|mailto:/u, fc.constant('https://www.binhai.gov.example/a')],
  [/@/u, fc.constant('someone@binhai.gov.example')],
  [/T\(\?:\(\?:\[01\]/u, fc.constantFrom('2026-12-05T09:00:00+08:00', '2026-11-20T09:00:00+08:00')],
  [/-02-29/u, fc.constantFrom('2026-12-05', '2026-11-20')],
];

const byFormat: Readonly<Record<string, fc.Arbitrary<string>>> = {
  email: fc.constant('someone@binhai.gov.example'),
  date: fc.constantFrom('2026-12-05', '2026-11-20'),
  'date-time': fc.constantFrom('2026-12-05T09:00:00+08:00', '2026-11-20T09:00:00+08:00'),
  uri: fc.constant('https://www.binhai.gov.example/a'),
};

const text = ({ pattern, format, minLength = 0, maxLength = 40 }: Schema): fc.Arbitrary<string> => {
  if (pattern !== undefined) {
    const known = byPattern.find(([of]) => of.test(pattern));
    return known?.[1] ?? fc.stringMatching(new RegExp(pattern, 'u'));
  }
  if (format !== undefined && byFormat[format] !== undefined) return byFormat[format];
  return fc
    .array(words, { minLength: Math.min(minLength, 1), maxLength: 6 })
    .map((parts) => parts.join('').trim().padEnd(minLength, '水').slice(0, maxLength));
};

const whole = ({ type, minimum = 0, maximum = 1000 }: Schema): fc.Arbitrary<number> => {
  const bounds = { min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) };
  return type === 'integer'
    ? fc.integer(bounds)
    : fc.integer({ min: Math.ceil(bounds.min), max: Math.floor(bounds.max) });
};

/** Values that this schema of the document allows; names that `known` knows hold what it says. */
export const sampled = (schema: Schema, known: Known = () => undefined): fc.Arbitrary<unknown> => {
  if (schema.$ref !== undefined) throw new Error(`the document's bodies refer to nothing: ${schema.$ref}`);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const some = schema.anyOf ?? schema.oneOf;
  if (some !== undefined) return fc.oneof(...some.map((each) => sampled(each, known)));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'number':
    case 'integer':
      return whole(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(sampled(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 3, Math.max(schema.minItems ?? 0, 3)),
      });
    case 'object':
      return object(schema, known);
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
};

const object = (schema: Schema, known: Known): fc.Arbitrary<unknown> => {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema;
  const fields = Object.entries(properties).map(
    ([name, of]) => [name, known(name, of) ?? sampled(of, known)] as const,
  );
  const named = fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return named;
  const names = sampled({ type: 'string', minLength: 1, ...propertyNames }, known) as fc.Arbitrary<string>;
  return fc.dictionary(names, sampled(additionalProperties, known), { maxKeys: 3 });
};
