import fc from 'fast-check';
import { callOf } from './foreign-calls.js';
import type { Things } from './foreign-things.js';
import { markupPatterns } from './markup-patterns.js';
import type { Person } from './person.js';
import type { Route } from './route.js';

/** Fields take turns with the patterns, each as much of one as it holds; what holds too little for any is left alone. */
const written = (turn: number) => {
  let next = turn;
  return ({ maxLength = 300, anyOf }: { maxLength?: number; anyOf?: readonly { maxLength?: number }[] }) => {
    const room = Math.min(
      maxLength,
      anyOf?.find((each) => each.maxLength !== undefined)?.maxLength ?? maxLength,
    );
    const fitting = markupPatterns.filter(({ length }) => length <= room);
    next += 1;
    return fitting.length === 0 ? undefined : fc.constant(fitting[next % fitting.length] ?? '');
  };
};

/** What takes things away, ends sessions or says who may: afterwards less would be there to look at. */
const leftAlone = /^(?:delete|\w+ \/(?:people\/(?:\{id\}|sessions)|session|unsubscribe|newsroom|public)\b)/u;

/**
 * Writes the corpus into every field of words that the document of the routes tells of, by whoever of these people may.
 * @returns the routes that took it
 */
export const plantMarkup = async (
  routes: readonly Route[],
  things: Things,
  people: readonly Person[],
): Promise<readonly string[]> => {
  const taken: string[] = [];
  for (const [n, route] of routes.entries()) {
    if (route.method === 'get' || route.body === null || leftAlone.test(route.name)) continue;
    const { path, body } = callOf(route, things, 0, written(n));
    if (!JSON.stringify(body).includes('boom')) continue;
    for (const person of people) {
      const { status } = await person.say(route.method, path, body);
      if (status >= 300) continue;
      taken.push(route.name);
      break;
    }
  }
  return taken;
};
