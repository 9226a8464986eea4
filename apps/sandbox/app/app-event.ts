import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AppRelease } from '../posted.js';
import type { World } from '../world.js';

/** What the app does not take, by HTTP status. */
export class AppRefusal extends Error {
  override readonly name = 'AppRefusal';

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const content = {
  releaseId: z.string().min(1),
  version: z.int().min(1),
  title: z.string().min(1),
  text: z.string(),
  organ: z.string().min(1),
  url: z.url(),
};

const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('ping') }),
  z.object({ event: z.literal('release.published'), ...content }),
  z.object({ event: z.literal('release.corrected'), ...content }),
  z.object({ event: z.literal('release.withdrawn'), releaseId: z.string().min(1), version: z.int().min(1) }),
]);

type Event = z.output<typeof eventSchema>;
type Told = Extract<Event, { title: string }>;

/** Takes one event, once per Idempotency-Key. @throws AppRefusal */
export const takeEvent = (body: string, key: string, world: World): object => {
  const event = read(body);
  if (event.event === 'ping') return { message: 'pong' };
  if (key === '') throw new AppRefusal(400, 'Idempotency-Key is missing');
  const { memory } = world;
  const digest = createHash('sha256').update(body).digest('hex');
  const before = memory.appKeys.get(key);
  if (before !== undefined && before !== digest)
    throw new AppRefusal(409, 'this Idempotency-Key was used for something else');
  if (event.event === 'release.withdrawn') withdraw(event, world);
  else if (before === undefined) store(event, world);
  if (before === undefined) memory.accept('webhook', event.event, `${event.releaseId} v${event.version}`);
  memory.appKeys.put(key, digest);
  return { id: event.releaseId, url: pageOf(event.releaseId, world) };
};

/** Where a person sees it. */
export const pageOf = (releaseId: string, world: World): string =>
  `${world.httpUrl()}/app-releases/${encodeURIComponent(releaseId)}`;

const read = (body: string): Event => {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw new AppRefusal(400, 'the body is not JSON');
  }
  const parsed = eventSchema.safeParse(value);
  if (!parsed.success) throw new AppRefusal(422, z.prettifyError(parsed.error));
  return parsed.data;
};

const store = (event: Told, { memory, clock }: World): void => {
  const known = memory.appReleases.get(event.releaseId);
  // An event that was overtaken by a newer one is taken and changes nothing.
  if (known !== undefined && known.version > event.version) return;
  const now = clock.now().toISOString();
  const { releaseId, version, title, text, organ, url } = event;
  const state: AppRelease['state'] = event.event === 'release.corrected' ? 'corrected' : 'published';
  const receivedAt = known?.receivedAt ?? now;
  memory.appReleases.put(releaseId, {
    releaseId,
    version,
    state,
    title,
    text,
    organ,
    url,
    receivedAt,
    updatedAt: now,
  });
};

const withdraw = ({ releaseId }: { readonly releaseId: string }, { memory, clock }: World): void => {
  const known = memory.appReleases.get(releaseId);
  if (known === undefined || known.state === 'withdrawn') throw new AppRefusal(410, 'not shown (any more)');
  memory.appReleases.put(releaseId, { ...known, state: 'withdrawn', updatedAt: clock.now().toISOString() });
};
