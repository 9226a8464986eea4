import { digestOf } from '@koujing/kernel';
import type { Conference } from './conference.js';

type Facts = Pick<Conference, 'theme' | 'content' | 'startsAt' | 'place' | 'speakers' | 'signedMaterials'>;

/** What Art.32 names: time, place and content. */
export type RegisteredFact = 'time' | 'place' | 'content';
export type SignedFact = RegisteredFact | 'speakers';

const values: Readonly<Record<SignedFact, (facts: Facts) => unknown>> = {
  time: ({ startsAt }) => startsAt.toISOString(),
  place: ({ place }) => place,
  // The theme is what the content is about: whoever renames it changes what was approved (our reading).
  // So are the materials that were handed in with it: what is said and answered there (Art.31(2), our reading).
  content: ({ theme, content, signedMaterials }) => ({
    ...{ theme, content },
    ...(Object.keys(signedMaterials).length > 0 ? { materials: signedMaterials } : {}),
  }),
  speakers: ({ speakers }) => speakers,
};

const registered: readonly RegisteredFact[] = ['time', 'place', 'content'];
const signed: readonly SignedFact[] = [...registered, 'speakers'];

/** Every signature is bound to it. */
export const digestOfFacts = (facts: Facts): string =>
  digestOf(Object.fromEntries(signed.map((name) => [name, values[name](facts)])));

/** One fact before and after, in plain values. */
export interface FactChange {
  readonly fact: SignedFact;
  readonly before: unknown;
  readonly after: unknown;
}

/** Which of the signed facts differ. */
export const changedFacts = (before: Facts, after: Facts): readonly FactChange[] =>
  signed
    .map((fact) => ({ fact, before: values[fact](before), after: values[fact](after) }))
    .filter((change) => digestOf({ of: change.before }) !== digestOf({ of: change.after }));

/**
 * What a change costs. Once approved, exactly time, place and content void the approval (Art.32); before that,
 * signatures are bound to all they were given for.
 */
export const voids = (approved: boolean, changes: readonly FactChange[]): boolean =>
  changes.some(({ fact }) => !approved || registered.some((name) => name === fact));
