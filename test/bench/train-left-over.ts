import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extractFacts } from '../../libs/conflict/facts/extract-facts.js';
import {
  LEFT_OVER_FEATURES,
  leftOverFeatures,
  leftOvers,
  type LeftOverFeature,
} from '../../libs/conflict/facts/left-over.js';
import { isUpdate } from '../../libs/conflict/facts/update.js';
import { fullText, type ReleaseText } from '../../libs/conflict/release-text.js';
import { fitLogistic, logistic, type LogisticModel } from './logistic.js';
import { areaUnderCurve, decisions } from './measures.js';
import { eventId, labelledPairs, readLines } from './training-set.js';

interface Expected {
  readonly a: string;
  readonly b: string;
}

interface GoldLine {
  readonly a: ReleaseText;
  readonly b: ReleaseText;
  readonly expect: readonly Expected[];
  readonly base?: string;
}

interface Row {
  readonly source: string;
  readonly group: string;
  readonly label: 0 | 1;
  readonly features: Float64Array;
}

const FOR = new Set<LeftOverFeature>(['like', 'near', 'across', 'sole', 'roleSame']);
const AGAINST = new Set<LeftOverFeature>(['roleOther', 'roleOfOne', 'distance']);
const RIDGE = 3;
/** What was changed by a program is found by other means already. */
const DEVELOPMENT_WEIGHT = 0.5;
const FOLDS = 6;
/** As `left-over.ts` decides. */
const DECIDED = 0.7;
const PAIRS = 'libs/conflict/scenarios/pairs';
const WEIGHTS = 'libs/conflict/facts/left-over-weights.json';

/**
 * `npm run bench -- train-left-over --data DIR`: fits the weights by which two values that stand in one release each are taken for
 * two versions of one fact; cross-validated by pair of texts and by leaving out one set at a time.
 */
export async function run(options: readonly string[]): Promise<void> {
  const data = options[options.indexOf('--data') + 1] ?? '../shared/data';
  const file = `${data}/contradictions-dev.jsonl`;
  const rows = [
    ...ownRows(),
    ...readLines<GoldLine>(file)
      .filter(({ base }) => base !== 'self')
      .flatMap(developmentRows),
  ];
  const model = fit(rows);
  const sources = [...Map.groupBy(rows, ({ source }) => source).keys()];
  const stored = {
    provenance: {
      trainedOn: [
        `contradictions-dev.jsonl without edited copies, sha256 ${createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)}`,
        'labelled pairs (scenarios/pairs/first-look-*.yaml)',
      ],
      ridge: RIDGE,
      crossValidatedByPair: figures(rows, crossValidated(rows)),
      leftOut: Object.fromEntries(
        sources.map((source) => {
          const part = rows.filter((row) => row.source === source);
          const without = fit(rows.filter((row) => row.source !== source));
          return [
            source,
            figures(
              part,
              part.map(({ features }) => logistic(without, features)),
            ),
          ];
        }),
      ),
    },
    bias: short(model.bias),
    weights: Object.fromEntries(
      LEFT_OVER_FEATURES.map((name, k) => [name, short(model.weights[k] as number)]),
    ),
  };
  writeFileSync(WEIGHTS, `${JSON.stringify(stored, null, 2)}\n`);
  console.log(JSON.stringify(stored, null, 2));
}

const signOf = (name: LeftOverFeature): number => (FOR.has(name) ? 1 : AGAINST.has(name) ? -1 : 0);

const fit = (rows: readonly Row[]): LogisticModel =>
  fitLogistic(
    rows.map(({ features }) => features),
    rows.map(({ label }) => label),
    {
      l2: RIDGE,
      signs: LEFT_OVER_FEATURES.map(signOf),
      sampleWeights: rows.map(({ source }) => (source === 'development' ? DEVELOPMENT_WEIGHT : 1)),
    },
  );

function crossValidated(rows: readonly Row[]): readonly number[] {
  const foldOf = ({ group }: Row): number =>
    createHash('sha256').update(group).digest().readUInt32BE() % FOLDS;
  const models = Array.from({ length: FOLDS }, (_, fold) => fit(rows.filter((row) => foldOf(row) !== fold)));
  return rows.map((row) => logistic(models[foldOf(row)] as LogisticModel, row.features));
}

const figures = (rows: readonly Row[], scores: readonly number[]): Record<string, number> => {
  const scored = rows.map(({ label }, i) => ({ score: scores[i] as number, label }));
  return {
    pairsOfValues: rows.length,
    contradictions: rows.filter(({ label }) => label === 1).length,
    auc: short(100 * areaUnderCurve(scored)),
    ...decisions(scored, DECIDED),
  };
};

const ownRows = (): readonly Row[] =>
  readdirSync(PAIRS)
    .filter((name) => /^first-look-.*\.yaml$/.test(name))
    .sort()
    .flatMap((name) =>
      labelledPairs(`${PAIRS}/${name}`)
        .filter(({ sameMatter }) => sameMatter)
        .flatMap((pair, i) => rowsOf(pair, { source: name, group: `${name} ${i}` })),
    );

const developmentRows = (line: GoldLine): readonly Row[] =>
  rowsOf(line, { source: 'development', group: eventId(line.a.id) });

function rowsOf(
  { a, b, expect }: GoldLine,
  from: { readonly source: string; readonly group: string },
): readonly Row[] {
  return leftOvers(extractFacts(a), extractFacts(b))
    .filter((pair) => !isUpdate(a, b, pair))
    .map((pair) => {
      const told = expect.some((one) => states(a, pair.a, one.a) && states(b, pair.b, one.b));
      return { ...from, label: told ? 1 : 0, features: leftOverFeatures(pair) };
    });
}

/** The clause holds what was expected, and the value is part of it. */
const states = (
  release: ReleaseText,
  fact: {
    readonly start: number;
    readonly end: number;
    readonly clauseStart: number;
    readonly clauseEnd: number;
  },
  wanted: string,
): boolean => {
  const text = fullText(release);
  const clause = bare(text.slice(fact.clauseStart, fact.clauseEnd));
  const value = bare(text.slice(fact.start, fact.end));
  const expected = bare(wanted);
  return (
    (clause.includes(expected) || expected.includes(clause)) &&
    (value.includes(expected) || expected.includes(value))
  );
};

const bare = (text: string): string => text.normalize('NFKC').replace(/[\s“”"‘’《》]+/g, '');
const short = (value: number): number => Math.round(value * 10_000) / 10_000;
