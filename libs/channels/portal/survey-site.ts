import type { AmissFile, Reading, Survey, SurveyPlace } from '@koujing/channel';
import { z } from 'zod';
import { wordsOfPage } from './page-text.js';
import type { Part } from './part.js';
import type { PortalAttempt } from './portal-publish.js';
import type { PublishedIndex } from './published-index.js';
import { renderPart } from './render-part.js';
import { formOf } from './site-form.js';
import { strayPages } from './stray-pages.js';
import { deepParts, frontParts, isPart, nameOfPart, partOf } from './survey-parts.js';

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
  const judged = await judge(due, site, index);
  return {
    ...judged,
    strays: walk.done?.strays ?? [],
    place: { walk: walk.turn, front: front.turn, deep: deep.turn },
  };
};

/** What is amiss at first is judged once more where nobody else writes, and not at all while the journal is not empty. */
const judge = async (
  parts: readonly Part[],
  site: Site,
  index: PublishedIndex,
): Promise<Pick<Survey, 'looked' | 'amiss'>> => {
  const amissIn = await partsAmiss(parts, site, index);
  const sound = parts.filter((part) => !amissIn.has(part));
  if (amissIn.size === 0) return { looked: sound.map(nameOfPart), amiss: [] };
  const again = await index.exclusively(async () => {
    const form = await index.form();
    const isWritten = (await index.owed(1)).length === 0 && form === (await formOf(site.settings));
    return isWritten ? partsAmiss([...amissIn.keys()], site, index) : null;
  });
  if (again === null) return { looked: sound.map(nameOfPart), amiss: [] };
  return { looked: parts.map(nameOfPart), amiss: [...again.values()].flat() };
};

const partsAmiss = async (
  parts: readonly Part[],
  { settings, ports: { files } }: Site,
  index: PublishedIndex,
): Promise<ReadonlyMap<Part, readonly AmissFile[]>> => {
  const found = new Map<Part, readonly AmissFile[]>();
  for (const part of parts) {
    const amiss: AmissFile[] = [];
    for (const [path, content] of await renderPart(part, settings, index)) {
      // A file that should not be there is a stray, and found as one.
      if (content === null) continue;
      const stands = await files.read(settings.root, path);
      const wanted = Buffer.from(content);
      if (stands !== null && wanted.equals(stands)) continue;
      amiss.push({
        ...{ part: nameOfPart(part), path, url: `${settings.baseUrl}/${path}` },
        ...{ expected: readingOf(path, wanted), shown: stands === null ? null : readingOf(path, stands) },
      });
    }
    if (amiss.length > 0) found.set(part, amiss);
  }
  return found;
};

const words = /\.(?:html|xml|atom|json|txt|csv|map|js)$/u;

/** As a person would compare them: the words of a page and where it leads; lines of a feed. Of a picture nothing. */
const readingOf = (path: string, bytes: Uint8Array): Reading => {
  if (!words.test(path)) return { text: '' };
  const text = Buffer.from(bytes).toString('utf8');
  if (!path.endsWith('.html')) return { text };
  const links = [...text.matchAll(/\s(?:href|src|action)="([^"]*)"/gu)].map(([, to = '']) => to);
  return { text: wordsOfPage(text), links };
};
