import type { Survey, SurveyPlace } from '@koujing/channel';
import { z } from 'zod';
import { judgeParts } from './judge-parts.js';
import type { PortalAttempt } from './portal-publish.js';
import type { PublishedIndex } from './published-index.js';
import { strayPages } from './stray-pages.js';
import { deepParts, frontParts, isPart, partOf } from './survey-parts.js';

type Site = Pick<PortalAttempt, 'settings' | 'ports'>;

/** Names of files that one look reads: at a look a minute 600,000 an hour, some 20 ms of work and twenty questions to the database. */
const namesAtOnce = 10_000;
/** Home, heads of lists and feeds, which readers come to first: 400 of them are through in twenty minutes. */
const frontAtOnce = 20;
/** Full pages, parts of the sitemap and notices: one a second. */
const deepAtOnce = 60;
/** What is through is begun again an hour after it was begun: a small site is not read every minute. */
const everyMs = 3_600_000;

/** `at`: where it goes on, null where the next one begins; `beganAt`: when this one began. */
const turnSchema = z.object({ at: z.string().nullable(), beganAt: z.number() });
type Turn = z.infer<typeof turnSchema>;
const fresh: Turn = { at: null, beganAt: -Infinity };
const turns = z.object({ walk: turnSchema, front: turnSchema, deep: turnSchema }).partial().catch({});

/**
 * One look at a part of the site: the next files below its root, and the next lists, feeds and notices, each held against what the
 * index says they are. What one look costs does not grow with the site.
 * @throws FileFailure when the root cannot be read
 */
export const surveySite = async (
  { place, again, since }: SurveyPlace,
  site: Site,
  index: PublishedIndex,
): Promise<Survey> => {
  const { settings, ports } = site;
  const now = ports.clock.now().getTime();
  const kept = turns.parse(place);
  const step = async <T extends object>(
    turn: Turn = fresh,
    go: (at: string | null) => Promise<T & { readonly next: string | null }>,
  ): Promise<{ readonly done: T | null; readonly turn: Turn }> => {
    if (turn.at === null && now < turn.beganAt + everyMs) return { done: null, turn };
    const { next, ...done } = await go(turn.at);
    return {
      done: done as unknown as T,
      turn: { at: next, beganAt: turn.at === null ? now : turn.beganAt },
    };
  };
  const walk = await step(kept.walk, async (at) => {
    const { next, ...listed } = await ports.files.walk(settings.root, at, namesAtOnce);
    return { strays: await strayPages(listed, since, site, index), next };
  });
  const front = await step(kept.front, async (at) => frontParts(at, frontAtOnce, settings, index));
  const deep = await step(kept.deep, async (at) => deepParts(at, deepAtOnce, index));
  const due = [
    ...again.map(partOf).filter(isPart),
    ...(front.done?.parts ?? []),
    ...(deep.done?.parts ?? []),
  ];
  const judged = await judgeParts(due, site, index);
  return {
    ...judged,
    strays: walk.done?.strays ?? [],
    place: { walk: walk.turn, front: front.turn, deep: deep.turn },
  };
};
