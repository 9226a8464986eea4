import { sees, visibilityOf, type Actor } from '@koujing/access';
import type { LogPort } from '@koujing/channel';
import { Problem, type Reason } from '@koujing/kernel';
import type { BulkAct } from './bulk-acts.js';
import type { BulkAction, BulkInput, BulkItem, BulkPlan, BulkPlanInput, BulkResult } from './bulk.api.js';
import { releaseRefusal } from './refusal.js';
import { isOut, type Release, type ReleaseVersion } from './release.js';
import type { ReleaseParts } from './release-parts.js';

interface ManyParts extends Pick<ReleaseParts, 'database' | 'releases'> {
  readonly acts: Readonly<Record<BulkAction, BulkAct>>;
  readonly log: LogPort;
}

type Planned = BulkPlan['items'][number];
type Result = BulkResult['items'][number];

/** One action on many releases, each by itself: what is refused or fails on one holds up no other, and is told of it. */
export class ActOnMany {
  constructor(private readonly parts: ManyParts) {}

  /** What it would do, with the reasons that each would be refused for. Changes nothing. */
  async plan({ action, ids, ...rest }: BulkPlanInput, actor: Actor): Promise<BulkPlan> {
    const items: Planned[] = [];
    for (const id of new Set(ids)) items.push(await this.#planned(action, id, rest, actor));
    return { items };
  }

  async perform({ action, items }: BulkInput, actor: Actor): Promise<BulkResult> {
    const act = this.parts.acts[action];
    const results: Result[] = [];
    const back: BulkInput['items'] = [];
    let undo: BulkAction | null = null;
    for (const item of items) {
      const { reversal, ...result } = await this.#done(act, item, actor);
      results.push(result);
      if (reversal === null) continue;
      undo = reversal.action;
      back.push(reversal.item);
    }
    return { items: results, undo: undo === null ? null : { action: undo, items: back } };
  }

  async #done(act: BulkAct, item: BulkItem, actor: Actor) {
    const { id } = item;
    const held = await this.#seen(id, actor);
    const named = { id, number: held?.release.number ?? '', title: held?.version.title ?? '' };
    const refused = (reasons: readonly Reason[]) => ({
      ...named,
      done: false,
      reasons: [...reasons],
      reversal: null,
    });
    if (held === null) return refused([releaseRefusal.notFound]);
    try {
      return { ...named, done: true, reasons: [], reversal: await act.perform(item, actor) };
    } catch (error) {
      if (error instanceof Problem) return refused(error.reasons);
      // Those before it are done, and the person must be told so; what went wrong is the operator's to read.
      const reason = error instanceof Error ? error.message : String(error);
      this.parts.log.warn('release.bulkFailed', { release: id, reason });
      return refused([releaseRefusal.failedAlone]);
    }
  }

  async #planned(
    action: BulkAction,
    id: string,
    item: Pick<BulkItem, 'matter'>,
    actor: Actor,
  ): Promise<Planned> {
    const held = await this.#seen(id, actor);
    if (held === null)
      return { id, number: '', title: '', state: null, digest: '', reasons: [releaseRefusal.notFound] };
    const { release, version } = held;
    const { queries } = this.parts.database;
    const reasons = await this.parts.acts[action].reasons(queries, held, item, actor);
    const { number, state } = release;
    const { title, digest } = version;
    return { id, number, title, state, digest, reasons: [...reasons] };
  }

  async #seen(
    id: string,
    actor: Actor,
  ): Promise<{ readonly release: Release; readonly version: ReleaseVersion } | null> {
    const { database, releases } = this.parts;
    const release = await releases.find(database.queries, id);
    if (release === null) return null;
    const visibility = visibilityOf(actor);
    if (!sees(visibility, { ...release, released: isOut(release) })) return null;
    // Who sees it only because it is out is told of what is out, and of no draft after it.
    const own = sees(visibility, { ...release, released: false });
    const number = own ? release.version : (release.releasedVersion ?? release.version);
    const version = await releases.version(database.queries, id, number);
    return version === null ? null : { release, version };
  }
}
