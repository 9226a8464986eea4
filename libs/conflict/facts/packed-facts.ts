import { ByteReader, ByteWriter } from './byte-stream.js';
import type { Fact, FactValue, Frame } from './fact.js';

/**
 * Facts as they are kept: a fifth of what they take in memory, read back in a fraction of the time that reading the release
 * takes. Everything that several facts share (bigrams, frames, days, values) is kept once per release; a fact is a row of
 * places in those lists.
 */
export const packFacts = (facts: readonly Fact[]): Uint8Array => {
  const sets = new Numbering<Int32Array, Int32Array>((set) => set);
  const pieces = new Numbering<unknown, string>((piece) => JSON.stringify(piece));
  const rows = new ByteWriter();
  for (const fact of facts) writeRow(rows, fact, { sets, pieces });
  const bigrams = [...new Set(sets.all.flatMap((set) => [...set]))].sort((a, b) => a - b);
  const placeOf = new Map(bigrams.map((bigram, place) => [bigram, place]));
  const out = new ByteWriter();
  out.text(JSON.stringify(pieces.all));
  out.numbers(bigrams);
  out.number(sets.all.length);
  for (const set of sets.all) out.numbers(Array.from(set, (bigram) => placeOf.get(bigram) as number));
  out.number(facts.length);
  out.append(rows.bytes());
  return out.bytes();
};

export const unpackFacts = (bytes: Uint8Array): readonly Fact[] => {
  const source = new ByteReader(bytes);
  const pieces = JSON.parse(source.text()) as readonly unknown[];
  const bigrams = source.numbers();
  const sets = Array.from({ length: source.number() }, () => source.listed(bigrams));
  return Array.from({ length: source.number() }, () => readRow(source, { sets, pieces }));
};

/** Numbers each thing by when it came first. */
class Numbering<T, Key> {
  readonly #numbers = new Map<Key, number>();
  readonly all: T[] = [];

  constructor(private readonly keyOf: (thing: T) => Key) {}

  of(thing: T): number {
    const key = this.keyOf(thing);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.all.length);
    return this.all.push(thing) - 1;
  }
}

type Quantity = Extract<FactValue, { type: 'quantity' }>;
/** High is null where a quantity is open upwards: JSON knows no infinity. */
type PackedValue =
  | readonly [number, number, Quantity['quantity']['approximation'], number, number | null, string, (1 | -1)?]
  | Exclude<FactValue, Quantity>;
type Counted = readonly [Fact['statuses'], Fact['scope'], Fact['reach']];
type Manner = readonly [
  Frame['role'],
  Frame['edge'],
  Frame['venue'],
  Frame['activities'],
  Frame['qualifiers'],
];
type Fixed = 'attribute' | 'value' | 'statuses' | 'scope' | 'reach' | 'sentenceKey' | 'frame';
/** What most facts leave open. */
type Rest = Omit<Fact, Fixed | 'start' | 'end' | 'clauseStart' | 'clauseEnd'>;

interface Written {
  readonly sets: Numbering<Int32Array, Int32Array>;
  readonly pieces: Numbering<unknown, string>;
}

const writeRow = (out: ByteWriter, fact: Fact, { sets, pieces }: Written): void => {
  const { attribute, value, start, end, clauseStart, clauseEnd, ...further } = fact;
  const { sentenceKey, frame, statuses, scope, reach, ...rest } = further;
  const { role, edge, venue, activities, qualifiers } = frame;
  const { clause, left, right, sentence, topic, near, head, before, wide, label } = frame;
  const counted: Counted = [statuses, scope, reach];
  const manner: Manner = [role, edge, venue, activities, qualifiers];
  for (const place of [start, end, clauseStart, clauseEnd]) out.number(place);
  for (const piece of [attribute, packedValue(value), counted, sentenceKey, rest satisfies Rest, manner])
    out.number(pieces.of(piece));
  for (const number of [frame.clauseLength, frame.order, frame.inTitle ? 1 : 0]) out.number(number);
  for (const set of [clause, left, right, sentence, topic, near, head, before, wide, label])
    out.number(sets.of(set));
};

interface Read {
  readonly sets: readonly Int32Array[];
  readonly pieces: readonly unknown[];
}

/** In the order of `writeRow`. */
const readRow = (source: ByteReader, read: Read): Fact => {
  const piece = (): unknown => read.pieces[source.number()];
  const start = source.number();
  const end = source.number();
  const clauseStart = source.number();
  const clauseEnd = source.number();
  const attribute = piece() as Fact['attribute'];
  const value = unpackedValue(piece() as PackedValue);
  const [statuses, scope, reach] = piece() as Counted;
  const sentenceKey = piece() as string;
  const rest = piece() as Rest;
  const frame = readFrame(source, piece() as Manner, read);
  return {
    attribute,
    value,
    start,
    end,
    clauseStart,
    clauseEnd,
    statuses,
    scope,
    reach,
    frame,
    sentenceKey,
    ...rest,
  };
};

const readFrame = (source: ByteReader, manner: Manner, { sets }: Read): Frame => {
  const [role, edge, venue, activities, qualifiers] = manner;
  const set = (): Int32Array => sets[source.number()] as Int32Array;
  return {
    role,
    edge,
    venue,
    activities,
    qualifiers,
    clauseLength: source.number(),
    order: source.number(),
    inTitle: source.number() === 1,
    clause: set(),
    left: set(),
    right: set(),
    sentence: set(),
    topic: set(),
    near: set(),
    head: set(),
    before: set(),
    wide: set(),
    label: set(),
  };
};

const packedValue = (value: FactValue): PackedValue => {
  if (value.type !== 'quantity') return value;
  const { quantity, unit, change } = value;
  const { low, high } = quantity.interval;
  const packed = [
    quantity.value,
    quantity.grain,
    quantity.approximation,
    low,
    high === Infinity ? null : high,
    unit,
  ] as const;
  return change === undefined ? packed : [...packed, change];
};

const unpackedValue = (packed: PackedValue): FactValue => {
  if (!('length' in packed)) return packed;
  const [value, grain, approximation, low, high, unit, change] = packed;
  const interval = { low, high: high ?? Infinity };
  return {
    type: 'quantity',
    quantity: { value, grain, approximation, interval },
    unit,
    ...(change !== undefined && { change }),
  };
};
