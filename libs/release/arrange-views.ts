import { refuseIfAny, type Actor } from '@koujing/access';
import type { Database, Queries } from '@koujing/database';
import { newId, Problem, type Clock } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';
import {
  type ChangeViewInput,
  type KeepViewInput,
  type ViewFilters,
  type ViewList,
} from './release-view.api.js';
import { standingViews } from './standing-views.api.js';
import type { ReleaseViews } from './release-views.sql.js';

/** More would not be found again in a row of names. */
const mostViews = 30;

interface ViewParts {
  readonly database: Database;
  readonly views: ReleaseViews;
  readonly clock: Clock;
}

/** A person's own views of the list of releases: they follow the person from one machine to the next. */
export class ArrangeViews {
  constructor(private readonly parts: ViewParts) {}

  list({ personId }: Actor): Promise<ViewList> {
    return this.parts.views.of(this.parts.database.queries, personId);
  }

  keep({ name, filters }: KeepViewInput, actor: Actor): Promise<ViewList> {
    return this.#change(actor, async (queries, { items }) => {
      if (items.length >= mostViews) refuseIfAny([releaseRefusal.view.tooMany(mostViews)]);
      const { personId } = actor;
      const view = { id: newId(), personId, name, filters, createdAt: this.parts.clock.now() };
      if (!(await this.parts.views.insert(queries, view))) refuseIfAny([releaseRefusal.view.nameTaken(name)]);
    });
  }

  change(id: string, { name, filters }: ChangeViewInput, actor: Actor): Promise<ViewList> {
    return this.#change(actor, async (queries, { items }) => {
      const before = ownOf(items, id);
      const next = name ?? before.name;
      if (items.some((other) => other.id !== id && other.name === next))
        refuseIfAny([releaseRefusal.view.nameTaken(next)]);
      const kept = filters ?? (before.filters as ViewFilters);
      await this.parts.views.update(queries, { id, personId: actor.personId, name: next, filters: kept });
    });
  }

  remove(id: string, actor: Actor): Promise<ViewList> {
    return this.#change(actor, async (queries, { items, first }) => {
      ownOf(items, id);
      await this.parts.views.remove(queries, actor.personId, id);
      if (first === id) await this.parts.views.setFirst(queries, actor.personId, null);
    });
  }

  setFirst(view: string | null, actor: Actor): Promise<ViewList> {
    return this.#change(actor, async (queries, { items }) => {
      if (view !== null && !Object.hasOwn(standingViews, view)) ownOf(items, view);
      await this.parts.views.setFirst(queries, actor.personId, view);
    });
  }

  async #change(
    actor: Actor,
    work: (queries: Queries, before: ViewList) => Promise<void>,
  ): Promise<ViewList> {
    const { database, views } = this.parts;
    return database.transaction(async (queries) => {
      await work(queries, await views.of(queries, actor.personId));
      return views.of(queries, actor.personId);
    });
  }
}

const ownOf = (items: ViewList['items'], id: string): ViewList['items'][number] => {
  const own = items.find((view) => view.id === id);
  if (own === undefined) throw new Problem('notFound', [releaseRefusal.view.notFound]);
  return own;
};
