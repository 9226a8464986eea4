import { may, mayInSome, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { civilTime, digestOf, newId, Problem, say, type Clock, type Reason } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type {
  AddSourceInput,
  ForeignSourceList,
  ForeignSourceView,
  ReviseSourceInput,
} from './foreign-source.api.js';
import { selectorsSchema } from './foreign-source.api.js';
import { openPage } from './page-html.js';
import { addressReasons, isOn, type InnerHosts } from './source-address.js';
import type { ForeignSource, SourceStore } from './source-store.sql.js';

export interface KeepSourcesParts {
  readonly database: Database;
  readonly sources: SourceStore;
  readonly organs: OrganStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly innerHosts: InnerHosts;
  /** Base address of our own portal. */
  readonly portalUrl: string;
  readonly takePlace: (queries: Queries) => Promise<number>;
}

const shown = 5;
const refusal = {
  notFound: say('sourceNotFound', '没有这个网站，请刷新后重选。', 'There is no such source; reload.'),
  unknownOrgan: say('unknownOrgan', '没有登记的机关。', 'No such organ is registered.', { field: 'organId' }),
  itemNeeded: say('itemNeeded', '网页须写明条目的选择器。', 'A page needs the selector of its items.', {
    field: 'selectors',
  }),
  own: say(
    'ownAddress',
    '这是本系统自己的门户或已发内容的地址，不能登记为系统外的来源。',
    'This is our own portal, or something that went out from here: no source outside.',
    { field: 'url' },
  ),
  selector: (name: string): Reason =>
    say('selector', `选择器“${name}”写得不对。`, `The selector “${name}” cannot be read.`, {
      field: 'selectors',
    }),
  stale: (revision: number): Reason =>
    say('stale', `已改到第 ${revision} 版，请刷新后再操作。`, `It is now at revision ${revision}; reload.`, {
      field: 'expectedRevision',
    }),
};

/** Which sites and feeds are read for which organ: its administrator keeps them, and the office's. */
export class KeepSources {
  constructor(private readonly parts: KeepSourcesParts) {}

  async list(actor: Actor): Promise<ForeignSourceList> {
    const { database, sources, organs } = this.parts;
    const { queries } = database;
    refuseIfAny(mayInSome(actor, ['administrator']));
    const known = (await organs.all(queries)).filter(({ kind }) => kind !== 'imported');
    const kept = known.filter(({ id }) => may(actor, 'administrator', id).length === 0);
    const items: ForeignSourceView[] = [];
    for (const row of await sources.all(queries)) {
      const organ = kept.find(({ id }) => id === row.organ_id);
      if (organ === undefined) continue;
      const newest = await sources.newest(queries, row.id, shown);
      items.push({
        ...{ id: row.id, organ: { id: organ.id, name: organ.name }, name: row.name, url: row.url },
        ...{ kind: row.kind as ForeignSourceView['kind'], selectors: selectorsSchema.parse(row.selectors) },
        ...{ enabled: row.enabled, revision: row.revision, reason: row.reason },
        ...{ outcome: row.outcome as ForeignSourceView['outcome'], nextAt: civilTime(row.next_at) },
        lookedAt: row.looked_at === null ? null : civilTime(row.looked_at),
        texts: await sources.count(queries, row.id),
        newest: newest.map((text) => ({
          ...{ title: text.title, url: text.url, publishedAt: civilTime(text.published_at) },
          dateFault: text.date_fault as ForeignSourceView['newest'][number]['dateFault'],
        })),
        actions: { revise: { reasons: [] } },
      });
    }
    return {
      items,
      organs: kept.map(({ id, name }) => ({ id, name })),
      actions: { add: { reasons: [...mayInSome(actor, ['administrator'])] } },
    };
  }

  async add(input: AddSourceInput, actor: Actor): Promise<void> {
    const { database, sources, organs, clock } = this.parts;
    await database.transaction(async (queries) => {
      const isKnown = (await organs.find(queries, input.organId)) !== null;
      refuseIfAny([
        ...may(actor, 'administrator', input.organId),
        ...(isKnown ? [] : [refusal.unknownOrgan]),
        ...this.#contentReasons(input),
        ...(await this.#ownReasons(queries, input.url)),
      ]);
      const source = { id: newId(), ...input };
      await sources.save(queries, source, clock.now());
      await this.#record(queries, source, actor, 'foreignSource.create');
    });
  }

  async revise(id: string, input: ReviseSourceInput, actor: Actor): Promise<void> {
    const { database, sources, clock, takePlace } = this.parts;
    await database.transaction(async (queries) => {
      const before = await sources.held(queries, id);
      if (before === null) throw new Problem('notFound', [refusal.notFound]);
      const { expectedRevision, ...changes } = input;
      refuseIfAny([
        ...may(actor, 'administrator', before.organId),
        ...this.#contentReasons({ ...changes, kind: before.kind }),
        ...(await this.#ownReasons(queries, changes.url)),
      ]);
      if (before.revision !== expectedRevision) throw new Problem('stale', [refusal.stale(before.revision)]);
      const after = { ...before, ...changes };
      await sources.save(queries, after, clock.now());
      const isReadOtherwise = digestOf(after.selectors) !== digestOf(before.selectors);
      if (!after.enabled || after.url !== before.url || isReadOtherwise)
        await sources.withdraw(queries, id, () => takePlace(queries));
      await this.#record(queries, after, actor, 'foreignSource.revise');
    });
  }

  #contentReasons(input: Pick<ForeignSource, 'kind' | 'url' | 'selectors'>): readonly Reason[] {
    return [
      ...addressReasons(input.url, this.parts.innerHosts),
      ...(input.kind === 'page' && input.selectors.item === '' ? [refusal.itemNeeded] : []),
      ...Object.values(input.selectors)
        .filter((selector) => selector !== '' && !isSelector(selector))
        .map(refusal.selector),
    ];
  }

  /** What stands there went out from here: held against itself, everything would be a duplicate. */
  async #ownReasons(queries: Queries, url: string): Promise<readonly Reason[]> {
    const { portalUrl, sources } = this.parts;
    const isOurs = isOn(url, portalUrl) || (await sources.ownAmong(queries, [url])).size > 0;
    return isOurs ? [refusal.own] : [];
  }

  async #record(
    queries: Queries,
    { id, organId, name, url, enabled }: Omit<ForeignSource, 'revision'>,
    actor: Actor,
    action: string,
  ): Promise<void> {
    await this.parts.audit.record(queries, {
      ...{ actor: actor.personId, action, subjectKind: 'foreignSource', subjectId: id },
      detail: { organId, name, url, enabled },
    });
  }
}

const isSelector = (selector: string): boolean => {
  try {
    openPage('<p></p>')(selector);
    return true;
  } catch {
    return false;
  }
};
