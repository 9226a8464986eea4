import { z } from 'zod';
import type { NumberUnit } from './number-unit.api.js';

/** A number of the rules, a time of day (`08:30`), a rank, or a part that is set whole: a table of ranks, the chains. */
export type NumberValue = number | string | Part;
type Part = readonly unknown[] | Readonly<Record<string, unknown>>;

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** One number that the office may set in the console, over the number of the files. */
export interface CityNumber {
  /** Within its section; an item of a list by its place. */
  readonly path: readonly string[];
  readonly unit: NumberUnit;
  /**
   * `noMore` and `noLess`: the provision has a number, and a city may be stricter with itself, never laxer. `free`: the
   * provision has none, or says 原则上.
   */
  readonly bound: 'free' | 'noMore' | 'noLess';
  /** Limits that run already keep the number that they began with; anything else counts from now on. */
  readonly since?: 'nextStart';
  /**
   * What the provision asks beyond the schema: null, or what is wrong. Asked with the section as it would be; what the
   * files have is known where the number is named.
   */
  readonly guard?: (next: never) => Words | null;
}

/** What may be set: whole numbers between two ends. Null: no number, but what the schema describes. */
export type Range = { readonly least: number; readonly most: number } | null;

/** No duty takes longer and no text is asked to be longer: what is more is a slip of the finger. */
const mostOfAll = 10_000;

/** What is read of a property in the JSON Schema that the schema library writes. */
export interface Written {
  readonly type?: string;
  readonly anyOf?: readonly Written[];
  readonly properties?: Readonly<Record<string, Written>>;
  readonly additionalProperties?: Written;
  readonly items?: Written;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

/** A section's schema as that library writes it: for all its numbers at once, since it takes as long as to read the file. */
export const writtenOf = (schema: z.ZodType): Written =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Written;

/** From the schema that checks the file, made narrower by what the provision says. Pure. */
export const rangeOf = (
  written: Written,
  { path, unit, bound }: CityNumber,
  inFile: NumberValue | null,
): Range => {
  if (isNoNumber(unit)) return null;
  const { minimum, exclusiveMinimum, maximum } = of(
    path.reduce<Written>((above, name) => {
      if (above.type === 'array') return above.items ?? {};
      const { properties, additionalProperties } = of(above, 'object');
      return properties?.[name] ?? additionalProperties ?? {};
    }, written),
    'integer',
  );
  const least = minimum ?? (exclusiveMinimum ?? 0) + 1;
  const most = Math.min(maximum ?? mostOfAll, mostOfAll);
  const law = typeof inFile === 'number' ? inFile : null;
  return {
    least: bound === 'noLess' ? Math.max(least, law ?? least) : least,
    most: bound === 'noMore' ? Math.min(most, law ?? most) : most,
  };
};

/** The kind that is meant, where another one (null) may stand too. */
const of = (written: Written, type: string): Written =>
  written.anyOf?.find((one) => one.type === type) ?? written;

const otherWords: Readonly<Partial<Record<NumberUnit, Words>>> = {
  timeOfDay: { zh: '钟点，如 08:30', en: 'a time of day, e.g. 08:30' },
  rank: { zh: '职务层次之一，不低于条文写的', en: 'one of the ranks, none below that of the provision' },
  ranks: { zh: '条文所列职务层次中的一个或几个', en: 'one or several of the ranks that the provision lists' },
  rankTable: {
    zh: '职务层次及其高低，条文写的各层次须保留',
    en: 'the ranks and which is higher; those that the provision names stay',
  },
  conferenceStages: {
    zh: '先后各环节及其签批人，条文写的各步须保留',
    en: 'who signs stage by stage; the steps that the provision names stay',
  },
  releaseChains: {
    zh: '每类稿件在每一级恰有一条审签链，保密审查、会签和主要领导审定须保留',
    en: 'one chain for each kind at each level, none without confidentiality review, confirmation and approval',
  },
};

/** What is no number is held to the schema alone, and to the guard that is named with it. */
const isNoNumber = (unit: NumberUnit): boolean => otherWords[unit] !== undefined;

/** What is allowed, in words. */
export const allowedWords = (range: Range, { unit, bound }: CityNumber): Words => {
  const other = otherWords[unit];
  if (range === null) return other ?? { zh: '', en: '' };
  const { least, most } = range;
  const strict =
    bound === 'free' ? null : { zh: '（只能比条文更严）', en: ' (only stricter than the provision)' };
  return {
    zh: `${least} 至 ${most} 的整数${strict?.zh ?? ''}`,
    en: `a whole number from ${least} to ${most}${strict?.en ?? ''}`,
  };
};
