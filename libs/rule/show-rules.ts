import type { Actor, PersonStore } from '@koujing/access';
import type { Database } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import type { CityNumbers, SettingLeaf } from '@koujing/settings';
import type { NumberStore, SetNumber } from './number-store.sql.js';
import type { RulesView } from './rule.api.js';
import { maySetNumbers } from './set-rule-number.js';

interface Parts {
  readonly database: Database;
  readonly provenance: readonly SettingLeaf[];
  readonly numbers: CityNumbers;
  readonly store: NumberStore;
  readonly people: PersonStore;
}

type Item = RulesView['items'][number];

/** Every number with its article, where it comes from, and what it may be set to. */
export class ShowRules {
  constructor(private readonly parts: Parts) {}

  async show(actor: Actor): Promise<RulesView> {
    const { database, provenance, store, people } = this.parts;
    const set = new Map((await store.all(database.queries)).map((each) => [each.key, each]));
    const names = await people.names(
      database.queries,
      [...set.values()].map(({ by }) => by),
    );
    return {
      items: provenance
        .flatMap((leaf) => this.#leaves(leaf))
        .map((leaf) => this.#item(leaf, set.get(leaf.key) ?? null, names)),
      reasons: maySetNumbers(actor).map(({ code, message, messageEn }) => ({ code, message, messageEn })),
    };
  }

  /** What is set whole stands for all that the files say within it. */
  #leaves(leaf: SettingLeaf): readonly SettingLeaf[] {
    const { numbers, provenance } = this.parts;
    const whole = [...numbers.places.values()].find(({ key }) => leaf.key.startsWith(`${key}.`));
    if (whole === undefined) return [leaf, ...this.#within(leaf)];
    const all = provenance.filter(({ key }) => key.startsWith(`${whole.key}.`));
    if (all[0] !== leaf) return [];
    const file = Math.max(...all.map((each) => each.file ?? -1));
    return [
      {
        ...{ key: whole.key, value: whole.inFile, file: file < 0 ? null : file },
        article: [...new Set(all.flatMap(({ article }) => article.split('、')))].join('、'),
      },
    ];
  }

  /** Numbers in the items of a list, which is told whole besides: `deadlines.routineRelease.reminders.0.at`. */
  #within(list: SettingLeaf): readonly SettingLeaf[] {
    if (!Array.isArray(list.value)) return [];
    return [...this.parts.numbers.places.values()]
      .filter(({ key }) => key.startsWith(`${list.key}.`))
      .map(({ key, inFile }) => ({ ...list, key, value: inFile }));
  }

  #item(
    { key, value, article, file }: SettingLeaf,
    set: SetNumber | null,
    names: ReadonlyMap<string, string>,
  ): Item {
    const { numbers } = this.parts;
    const place = numbers.places.get(key);
    const origin = file === null ? 'default' : file === 0 ? 'measures' : 'city';
    if (place === undefined) return { key, value, article, origin, number: null };
    const { unit, inFile, allowed, since = 'atOnce' } = place;
    const holds = set !== null && numbers.mistakeIn(key, set.value) === null;
    return {
      ...{ key, article },
      value: holds ? set.value : value,
      origin: holds ? 'console' : origin,
      number: {
        ...{ unit, inFile, allowed: { ...allowed }, since },
        set:
          set === null
            ? null
            : {
                ...{ value: set.value, basis: set.basis, holds },
                ...{ by: names.get(set.by) ?? set.by, at: civilTime(set.at) },
              },
      },
    };
  }
}
