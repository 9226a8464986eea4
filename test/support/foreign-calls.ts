import fc from 'fast-check';
import { hush, type Things } from './foreign-things.js';
import type { Route } from './route.js';
import { oddOnce, oddText } from './odd-values.js';
import { sampled, type Known, type Schema } from './sampled.js';

/** One question or deed, made of a route, that is all about the other organ. */
export interface Call {
  readonly route: Route;
  readonly path: string;
  readonly body: unknown;
}

/** Of a noun of which the seeded city has none: nothing is proved by asking for it. */
export const nobody = '01a21ad2-48cd-76b7-a800-c892a7135500';

/** In a path, what does not name one thing by its id. */
const named: Readonly<Record<string, string>> = {
  organId: 'education',
  register: 'nonPublication',
  kind: 'statement',
  name: 'timeliness',
  day: '2026-11-26',
  number: nobody,
};

/** The last noun before a parameter tells whose id it is; `roster/entries` is another noun than `roster`. */
const idIn = (things: Things, before: string): string => {
  const nouns = before.split('/').filter((part) => part !== '' && !part.startsWith('{'));
  return things[nouns.slice(-2).join('/')] ?? things[nouns.at(-1) ?? ''] ?? nobody;
};

const filled = ({ path }: Route, things: Things): string =>
  path.replace(/\{(\w+)\}/gu, (_, parameter: string, at: number) => {
    if (parameter === 'lineId') return things['lines'] ?? nobody;
    if (parameter === 'partId') return things['parts'] ?? nobody;
    if (parameter === 'itemId') return things['items'] ?? nobody;
    if (parameter === 'conferenceId') return things['conferences'] ?? nobody;
    return named[parameter] ?? idIn(things, path.slice(0, at));
  });

const days = { from: '2026-11-01', to: '2026-11-26' } as const;

/** What people write into a field of words; undefined leaves it to the schema. */
type Written = (schema: Schema) => fc.Arbitrary<unknown> | undefined;

const asSampled: Written = () => undefined;

/** Words of their own choosing, or none: no id, day, address or choice. */
const isProse = ({ type, anyOf = [], enum: choices, pattern, format }: Schema): boolean =>
  (type === 'string' && choices === undefined && pattern === undefined && format === undefined) ||
  anyOf.some((each) => isProse(each));

/** Every field that names an organ names the other one; what a rule would refuse before asking who acts is left valid. */
const fieldsFor = (things: Things, written: Written): Known => {
  const values: Readonly<Record<string, unknown>> = {
    ...{
      owner: 'education',
      measure: 'released',
      emergency: false,
      countyOrganIds: ['east'],
      accountIds: ['portal'],
    },
    ...{ attachments: [], images: [], documents: [], jointOrganIds: [], recipients: [] },
    ...{ relayOf: null, supersedes: null, incidentId: null, overrides: {}, declaration: {} },
    ...{ ids: [things['releases']], releaseId: things['releases'], column: '通知公告', pageSize: 200 },
    ...{ correctionNote: '', credential: 'pressCard', learnedAt: '2026-11-20T10:00:00+08:00' },
    ...{ occurredAt: '2026-11-20T09:00:00+08:00', mailingListIds: ['list'], temporary: false },
  };
  return (name, schema) => {
    if (/^(matter|place)$/u.test(name) && schema.anyOf !== undefined) return fc.constant(null);
    if (name in values && !(schema.type === 'boolean' && typeof values[name] !== 'boolean'))
      return fc.constant(values[name]);
    if (/^organ$|organId$/iu.test(name) && schema.type !== 'object') return fc.constant('education');
    if (/organIds$/iu.test(name)) return fc.constant(['education']);
    const isDay = schema.format !== 'date-time' && schema.type === 'string';
    if ((name === 'from' || name === 'to') && isDay) return fc.constant(days[name]);
    return isProse(schema) ? written(schema) : undefined;
  };
};

/** The call for a route; the same one every time, and another for another `turn`. */
export const callOf = (route: Route, things: Things, turn = 0, written: Written = asSampled): Call => {
  const known = fieldsFor(things, written);
  const one = (of: fc.Arbitrary<unknown>): unknown => fc.sample(of, { numRuns: 1, seed: 7 + turn })[0];
  const asked = route.query
    .filter(
      ({ name, required }) =>
        required === true || (route.method === 'get' && /^(pageSize|from|to|all)$/u.test(name)),
    )
    .map(
      ({ name, schema }) =>
        `${name}=${encodeURIComponent(String(one(known(name, schema) ?? sampled(schema, known))))}`,
    );
  const path = `${filled(route, things)}${asked.length === 0 ? '' : `?${asked.join('&')}`}`;
  const body = route.body === null ? {} : one(sampled(route.body, known));
  return { route, path, body: route.method === 'get' ? undefined : body };
};

/**
 * Calls for a route with one thing odd: a place in the body, an id, or what stands behind the `?`.
 * Others for another `seed`; the same ones for the same.
 */
export const oddCalls = (
  route: Route,
  things: Things,
  { seed, each }: { readonly seed: number; readonly each: number },
): readonly Call[] => {
  const usual = callOf(route, things);
  const bodies =
    route.body === null
      ? []
      : fc.sample(oddOnce(sampled(route.body, fieldsFor(things, asSampled))), {
          numRuns: each,
          seed: seed + route.path.length,
        });
  const texts = fc.sample(oddText, { numRuns: each, seed: seed + route.name.length });
  return [
    ...bodies.map((body) => ({ ...usual, body })),
    ...texts.map((text) => ({ ...usual, path: withText(route, usual.path, encodeURIComponent(text)) })),
  ];
};

const withText = ({ path: form, query }: Route, path: string, text: string): string =>
  form.includes('{')
    ? path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/u, text)
    : `${path}${path.includes('?') ? '&' : '?'}${query[0]?.name ?? 'q'}=${text}`;

/** What an answer holds that its reader must not see. */
export const overheard = (text: string): string | null => {
  const at = text.indexOf(hush);
  return at < 0 ? null : text.slice(Math.max(0, at - 60), at + 20);
};
