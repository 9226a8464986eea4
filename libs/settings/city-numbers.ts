import type { z } from 'zod';
import {
  allowedWords,
  rangeOf,
  writtenOf,
  type CityNumber,
  type NumberValue,
  type Range,
  type Words,
} from './city-number.js';
import type { Section } from './section.js';
import { isTree, lookUp, type Tree } from './source.js';

/** A number that may be set in the console, as the files have it. */
export interface NumberPlace extends CityNumber {
  /** `deadlines.routineRelease.limit` */
  readonly key: string;
  /** Its rule by title, where the file has one, and its key. */
  readonly name: Words;
  /** Null where neither the measures nor the city's file has one. */
  readonly inFile: NumberValue | null;
  readonly range: Range;
  readonly allowed: Words;
}

/**
 * The numbers that the office sets in the console, over those of the files. The files stay the law: what they no longer
 * allow does not hold, and what the console leaves alone is read from them.
 */
export class CityNumbers {
  readonly places: ReadonlyMap<string, NumberPlace>;
  #set: ReadonlyMap<string, NumberValue> = new Map();

  constructor(
    private readonly sections: readonly Section[],
    private readonly files: Tree,
  ) {
    this.places = new Map(sections.flatMap((each) => placesOf(each, files[each.name])));
  }

  /** What is wrong with a value beside all the others in force, as what is allowed there; null if nothing is. */
  mistakeIn(key: string, value: unknown): Words | null {
    return this.read(key, value).mistake;
  }

  /** The value as the section's schema reads it, with what is left out of it, and what is wrong with it. */
  read(key: string, value: unknown): { readonly mistake: Words | null; readonly value: NumberValue } {
    const asked = value as NumberValue;
    const place = this.places.get(key);
    if (place === undefined)
      return { mistake: { zh: '不在控制台设置', en: 'nothing that is set in the console' }, value: asked };
    const { range, allowed, path, guard } = place;
    const within =
      range === null || (typeof value === 'number' && value >= range.least && value <= range.most);
    if (!within) return { mistake: allowed, value: asked };
    // The section's own schema has the last word: it also holds numbers against each other.
    const [name = ''] = key.split('.');
    const schema = this.sections.find((each) => each.name === name)?.schema;
    const set = [...this.#set].filter(([other]) => other.startsWith(`${name}.`) && other !== key);
    const settings = [...set, [key, value] as const].reduce(
      (tree, [each, number]) => changed(tree, each.split('.').slice(1), number),
      this.files[name],
    );
    const parsed = schema?.safeParse(settings);
    if (parsed?.success !== true)
      return {
        mistake: (typeof value === 'object' ? saidBy(parsed?.error, settings) : null) ?? allowed,
        value: asked,
      };
    return {
      mistake: guard?.(parsed.data as never) ?? null,
      value: lookUp(parsed.data as Tree, path) as NumberValue,
    };
  }

  /**
   * Takes over what is set now; what was set before is set no longer. One number may be allowed only beside another one that
   * is set too, in whichever order they come.
   */
  take(set: ReadonlyMap<string, NumberValue>): void {
    this.#set = new Map();
    let left = [...set];
    for (let taken = -1; taken !== 0;) {
      const allowed = left.filter(([key, value]) => this.#takeOne(key, value));
      left = left.filter((each) => !allowed.includes(each));
      taken = allowed.length;
    }
  }

  #takeOne(key: string, value: NumberValue): boolean {
    const read = this.read(key, value);
    if (read.mistake !== null) return false;
    this.#set = new Map([...this.#set, [key, read.value]]);
    return true;
  }

  inForce(key: string): NumberValue | null {
    return this.#set.get(key) ?? this.places.get(key)?.inFile ?? null;
  }

  /** The same settings, whose numbers are those in force whenever they are read. */
  over<Settings extends object>(settings: Settings): Settings {
    return this.#reading(settings, []) as Settings;
  }

  /** Whether any of them stands within a list. */
  #areIn(path: readonly string[]): boolean {
    const within = `${path.join('.')}.`;
    return [...this.places.keys()].some((key) => key.startsWith(within));
  }

  #reading(value: unknown, path: readonly string[]): unknown {
    if (Array.isArray(value) && this.#areIn(path))
      return value.map((item, at) => this.#reading(item, [...path, String(at)]));
    if (!isTree(value)) return value;
    const reading = {};
    for (const [name, inner] of Object.entries(value)) {
      const below = [...path, name];
      const key = below.join('.');
      Object.defineProperty(reading, name, {
        enumerable: true,
        ...(this.places.has(key) ? { get: () => this.inForce(key) } : { value: this.#reading(inner, below) }),
      });
    }
    return reading;
  }
}

const placesOf = (
  { name, schema, numbers }: Section,
  settings: unknown,
): readonly [string, NumberPlace][] => {
  const chosen = numbers(settings);
  if (chosen.length === 0) return [];
  const written = writtenOf(schema);
  return chosen.map((number) => {
    const key = [name, ...number.path].join('.');
    const inFile = lookUp(settings as Tree, number.path) as NumberValue | null;
    const range = rangeOf(written, number, inFile);
    return [
      key,
      {
        ...number,
        key,
        name: namesOf(key, settings, number.path),
        inFile,
        range,
        allowed: allowedWords(range, number),
      },
    ];
  });
};

const namesOf = (key: string, settings: unknown, path: readonly string[]): NumberPlace['name'] => {
  const zh = nearest(settings, path, 'title');
  const en = nearest(settings, path, 'titleEn');
  return { zh: zh === null ? key : `${zh}（${key}）`, en: en === null ? key : `${en} (${key})` };
};

/** What the schema says of a whole section, each mistake written `中文 (English)`; null where it says it in no such words. */
const saidBy = (error: z.ZodError | undefined, settings: unknown): Words | null => {
  const said = new Map<string, Words>();
  for (const { path, message } of error?.issues ?? []) {
    const [, zh, en] = /^(.*\p{Script=Han}.*) \((.+)\)$/u.exec(message) ?? [];
    if (zh === undefined || en === undefined) continue;
    const of = titlesOf(settings, path.map(String));
    said.set(`${path.join('.')} ${message}`, { zh: of.zh + zh, en: of.en + en });
  }
  const all = [...said.values()];
  if (all.length === 0) return null;
  return { zh: all.map(({ zh }) => zh).join('；'), en: all.map(({ en }) => en).join('; ') };
};

/** The nearest title above a mistake, before a colon. */
const titlesOf = (settings: unknown, path: readonly string[]): Words => {
  const zh = nearest(settings, path, 'title');
  const en = nearest(settings, path, 'titleEn') ?? zh;
  return { zh: zh === null ? '' : `${zh}：`, en: en === null ? '' : `${en}: ` };
};

const nearest = (settings: unknown, path: readonly string[], name: string): string | null =>
  path
    .map((_, index) => lookUp(settings as Tree, [...path.slice(0, index), name]))
    .filter(isText)
    .at(-1) ?? null;

const isText = (value: unknown): value is string => typeof value === 'string';

const changed = (tree: unknown, [name, ...rest]: readonly string[], value: unknown): unknown => {
  if (name === undefined) return value;
  if (Array.isArray(tree)) return tree.with(Number(name), changed(tree[Number(name)], rest, value));
  return { ...(tree as Tree), [name]: changed((tree as Tree)[name], rest, value) };
};
