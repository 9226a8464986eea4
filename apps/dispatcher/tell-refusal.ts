import type { LogPort } from '@koujing/channel';
import { TooManyRequests, withinTrace, type Problem } from '@koujing/kernel';

/** What the log says of a request that was sent away; Fastify's, after the guard. */
export interface RefusedRequest {
  readonly id: string;
  readonly ip: string;
  readonly method: string;
  readonly routeOptions?: { readonly url?: string | undefined };
  readonly actor?: { readonly personId: string };
  readonly apiKey?: string;
}

/** Somebody may be trying doors: who is not known, may not, or asks too often, and what no console of ours sends. */
const telling: ReadonlySet<string> = new Set([
  ...['unauthenticated', 'forbidden', 'tooManyRequests'],
  ...['badInput', 'tooLarge', 'unsupported'],
]);
/** Refused like any mistake of a form, and yet a guess, or a file that would run something. */
const guesses: ReadonlySet<string> = new Set([
  'wrongPassword',
  'wrongCode',
  'activeContent',
  'activeFile',
  'infectedFile',
]);

/**
 * Codes, the route's pattern, address, person and key, and nothing of what was sent: a mistyped name may be a password, so that
 * only a name that is somebody's is told, by their id. Sessions that have ended, which every open page runs into, are left out.
 */
export const tellRefusal = (log: LogPort, problem: Problem, request: RefusedRequest): void => {
  const codes = problem.reasons.map(({ code }) => code);
  if (codes.every((code) => code === 'noSession')) return;
  // Whoever goes on asking would fill the disk with it.
  if (problem instanceof TooManyRequests && problem.again) return;
  if (!telling.has(problem.code) && !codes.some((code) => guesses.has(code))) return;
  const { id, ip, method, routeOptions, actor, apiKey } = request;
  const person = actor?.personId ?? problem.about;
  withinTrace(id, () =>
    log.warn('request.refused', {
      ...{ code: problem.code, reasons: [...new Set(codes)].join(','), method },
      ...{ route: routeOptions?.url ?? 'none', address: ip },
      ...(person === null ? {} : { person }),
      ...(apiKey === undefined ? {} : { key: apiKey }),
    }),
  );
};
