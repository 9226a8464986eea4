import { setTimeout as pause } from 'node:timers/promises';
import { Person, type Answer } from '../../support/person.js';
import { aDraft, approved, drafted, paragraph, type Desk } from '../../support/release-way.js';
import { generator } from '../generated-releases.js';
import { round } from '../timing.js';

export interface LoadOrder {
  readonly address: string;
  readonly password: string;
  /** Of the releases that are read. */
  readonly ids: readonly string[];
  readonly clients: number;
  readonly seconds: number;
  /** `read`: nothing is written; `flood`: more than it can take, and being sent away is no error. */
  readonly kind: 'read' | 'mixed' | 'flood';
}

export interface RouteFigures {
  readonly calls: number;
  readonly p50: number;
  readonly p99: number;
}

export interface LoadResult {
  readonly calls: number;
  readonly perSecond: number;
  readonly errors: readonly string[];
  /** Sent away with 503 and when to come back. */
  readonly shed: number;
  readonly routes: Readonly<Record<string, RouteFigures>>;
  /** Drafts that were answered with success. */
  readonly acknowledged: readonly string[];
}

class Sheet {
  readonly waits = new Map<string, number[]>();
  readonly errors: string[] = [];
  readonly acknowledged: string[] = [];
  shed = 0;

  note(route: string, ms: number): void {
    const known = this.waits.get(route);
    if (known === undefined) this.waits.set(route, [ms]);
    else known.push(ms);
  }
}

/** One desk's people, whose every call is timed and looked at. */
const watched = (person: Person, sheet: Sheet, isFlood: boolean): Person =>
  new Proxy(person, {
    get: (target, name: 'get' | 'post' | 'put') => {
      const call = target[name] as unknown;
      if (typeof call !== 'function') return call;
      return async (path: string, ...rest: unknown[]) => {
        const startedAt = performance.now();
        const route = `${name.toUpperCase()} ${routeOf(path)}`;
        const asked = call.call(target, path, ...rest) as Promise<
          Answer<{ readonly reasons?: readonly { readonly code: string }[] }>
        >;
        const answer = await asked.catch((error: unknown) => {
          sheet.errors.push(`${route}: ${String(error)}`);
          throw error;
        });
        const code = answer.body.reasons?.[0]?.code;
        if (answer.status === 503 && code === 'tooBusy') sheet.shed += 1;
        else sheet.note(route, performance.now() - startedAt);
        const isAsked = code === 'stepUpRequired' || (isFlood && code === 'tooBusy');
        if (answer.status >= 400 && !isAsked) sheet.errors.push(`${route}: ${answer.status} ${code ?? ''}`);
        return answer;
      };
    },
  });

const routeOf = (path: string): string =>
  (path.split('?')[0] ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, ':id') +
  (path.includes('q=') ? '?q' : '');

/** A tenth of what `Retry-After` asks for. */
const comesBackMs = 500;

const words = ['停水', '公示', '演练', '东山区', '封闭施工', '抽检'];

/** Reads seven of ten, drafts two, sends one the whole way to its approval; each client goes on as soon as it is answered. */
export const playLoad = async (order: LoadOrder): Promise<LoadResult> => {
  const sheet = new Sheet();
  const isFlood = order.kind === 'flood';
  const as = async (username: string): Promise<Person> =>
    watched(await Person.signIn(order.address, username, order.password), sheet, isFlood);
  const desk: Desk = {
    drafter: await as('water'),
    reviewer: await as('water-reviewer'),
    approver: await as('water-approver'),
    publisher: await as('water-approver'),
  };
  const endsAt = performance.now() + order.seconds * 1_000;
  const client = async (n: number): Promise<void> => {
    const random = generator(n + 1);
    while (performance.now() < endsAt) {
      const shed = sheet.shed;
      // What went wrong stands on the sheet already; a way that was refused on its first step is not gone on.
      await step(desk, { order, random, sheet, n }).catch(() => undefined);
      // Whoever was sent away comes back a little later, sooner than it was asked to.
      if (sheet.shed > shed) await pause(comesBackMs);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: order.clients }, (_, n) => client(n)));
  const seconds = (performance.now() - startedAt) / 1_000;
  const calls = [...sheet.waits.values()].reduce((sum, waits) => sum + waits.length, 0);
  return {
    ...{ calls, perSecond: round(calls / seconds), errors: sheet.errors.slice(0, 50), shed: sheet.shed },
    routes: Object.fromEntries([...sheet.waits].map(([route, waits]) => [route, figuresOf(waits)])),
    acknowledged: sheet.acknowledged,
  };
};

interface Turn {
  readonly order: LoadOrder;
  readonly random: () => number;
  readonly sheet: Sheet;
  readonly n: number;
}

const step = async (desk: Desk, { order, random, sheet, n }: Turn): Promise<void> => {
  const roll = order.kind === 'read' ? random() * 0.7 : random();
  if (roll < 0.7) {
    await desk.drafter.get(readOf(roll / 0.7, order.ids, random));
    return;
  }
  const mark = `${n}${Math.floor(random() * 1e9)}`;
  const draft = aDraft({
    organId: 'water',
    title: `关于第${mark}号管线检修的通告`,
    blocks: [paragraph(`第${mark}号管线将于近日检修，请沿线居民提前储水。`)],
  });
  const { id } =
    roll < 0.9 || order.kind === 'flood' ? await drafted(desk, draft) : await approved(desk, draft);
  sheet.acknowledged.push(id);
};

/** One of the ways to read; the same for the bare statements. */
export const readOf = (which: number, ids: readonly string[], random: () => number): string => {
  if (which < 0.35) return `/releases?page=${1 + Math.floor(random() * 20)}`;
  if (which < 0.85) return `/releases/${ids[Math.floor(random() * ids.length)] ?? ''}`;
  return `/releases?q=${encodeURIComponent(words[Math.floor(random() * words.length)] ?? '')}`;
};

const figuresOf = (waits: readonly number[]): RouteFigures => {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { calls: waits.length, p50: at(0.5), p99: at(0.99) };
};
