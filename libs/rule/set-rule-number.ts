import { inOffice, refuseIfAny, type Actor, type PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { canonicalJson, Problem, type Clock, type Reason } from '@koujing/kernel';
import type { CityNumbers, NumberValue } from '@koujing/settings';
import type { NumberShelf } from './number-shelf.js';
import type { NumberStore, SetNumber } from './number-store.sql.js';
import { ruleRefusal } from './refusal.js';
import type { NumberInForce, NumberInput, NumberRemoval } from './rule.api.js';

export interface NumberParts {
  readonly database: Database;
  readonly numbers: CityNumbers;
  readonly store: NumberStore;
  readonly shelf: NumberShelf;
  readonly people: PersonStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  readonly bars: readonly RuleBar[];
}

/** What speaks against a value beside its schema: people who would be missing, somebody who holds what is taken away. */
export interface RuleBar {
  /** @param change the value in force, and the one that is asked for */
  reasons(
    queries: Queries,
    key: string,
    change: { readonly from: Value; readonly to: NumberValue },
  ): Promise<readonly Reason[]>;
}

const same = (one: Value, other: Value): boolean => canonicalJson(one) === canonicalJson(other);

/** Rules bind every organ of the city; what they ask is no day's business, as the calendar is. */
export const maySetNumbers = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'administrator') ? [] : [ruleRefusal.onlyAdministrator];

/** Sets one number of the rules in the console, or takes it back to the file's. */
export class SetRuleNumber {
  readonly reasons = maySetNumbers;

  constructor(private readonly parts: NumberParts) {}

  async perform({ key, value: asked, basis, seen }: NumberInput, actor: Actor): Promise<NumberInForce> {
    refuseIfAny(this.reasons(actor));
    const { store, bars } = this.parts;
    const value = this.#read(key, asked);
    return this.#change({ key, seen, actor }, async (queries, before, done, held) => {
      if (same(before, value)) throw new Problem('refused', [ruleRefusal.same(value)]);
      for (const bar of bars) refuseIfAny(await bar.reasons(queries, key, { from: before, to: value }));
      // Only the row that is held: one that another process wrote since then is its change, and the insert says so.
      if (held !== null) await store.end(queries, key, done);
      if (!(await store.insert(queries, { key, value, basis, ...done })))
        throw await this.#stale(queries, key, await store.hold(queries, key));
      return { action: 'rule.setNumber', to: value, basis };
    });
  }

  #read(key: string, asked: NumberValue): NumberValue {
    const { numbers } = this.parts;
    const place = numbers.places.get(key);
    if (place === undefined) throw new Problem('notFound', [ruleRefusal.unknown(key)]);
    const { mistake, value } = numbers.read(key, asked);
    if (mistake !== null)
      throw new Problem('badInput', [ruleRefusal.notAllowed({ name: place.name, value: asked }, mistake)]);
    return value;
  }

  /** From then on the file's number holds again. */
  async remove({ key, seen }: NumberRemoval, actor: Actor): Promise<NumberInForce> {
    refuseIfAny(this.reasons(actor));
    const { numbers, store } = this.parts;
    return this.#change({ key, seen, actor }, async (queries, _, done, held) => {
      if (held === null) throw new Problem('refused', [ruleRefusal.notSet]);
      await store.end(queries, key, done);
      return { action: 'rule.clearNumber', to: numbers.places.get(key)?.inFile ?? null };
    });
  }

  async #change(
    { key, seen, actor }: Asked,
    write: (queries: Queries, before: Value, done: Done, held: SetNumber | null) => Promise<Written>,
  ): Promise<NumberInForce> {
    const { database, store, shelf, audit, clock } = this.parts;
    const done = { by: actor.personId, at: clock.now() };
    const value = await database.transaction(async (queries) => {
      const held = await store.hold(queries, key);
      const before = this.#inForce(key, held);
      if (!same(before, seen)) throw await this.#stale(queries, key, held);
      const { action, to, ...detail } = await write(queries, before, done, held);
      await audit.record(queries, {
        ...{ actor: actor.personId, action, subjectKind: 'rule', subjectId: key },
        detail: { from: before, to, ...detail },
      });
      return to;
    });
    await shelf.look();
    return { key, value };
  }

  async #stale(queries: Queries, key: string, held: SetNumber | null): Promise<Problem> {
    const by =
      held === null ? null : ((await this.parts.people.names(queries, [held.by])).get(held.by) ?? null);
    return new Problem('stale', [ruleRefusal.stale(this.#inForce(key, held), by)]);
  }

  #inForce(key: string, held: SetNumber | null): Value {
    const { numbers } = this.parts;
    if (held !== null && numbers.mistakeIn(key, held.value) === null) return held.value;
    return numbers.places.get(key)?.inFile ?? null;
  }
}

type Value = NumberValue | null;
type Done = Pick<SetNumber, 'by' | 'at'>;

interface Asked {
  readonly key: string;
  readonly seen: Value;
  readonly actor: Actor;
}

interface Written {
  readonly action: string;
  readonly to: Value;
  readonly basis?: string;
}
