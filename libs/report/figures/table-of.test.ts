import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { reportNameSchema } from '../report.api.js';
import { kindNames, outcomeNames } from '../report-words.js';
import { shapesOf } from '../shapes.js';
import { matches, measures, type Counted, type Filter } from './figure.js';
import { sumOf, tableOf } from './table-of.js';

const say = (text: string) => ({ zh: text, en: text });
const named = (...keys: string[]) => Object.fromEntries(keys.map((key) => [key, say(key)]));
const names = {
  organs: named('water', 'transport', 'idle'),
  rules: named('routineRelease', 'disclosure'),
  duties: named('ownConference'),
  months: named('2026-10', '2026-11'),
};

/** Rows one by one, some of them of kinds that nobody has named yet. */
const row = fc.constantFrom(...measures).chain((measure) =>
  fc.record({
    measure: fc.constant(measure),
    organ: fc.constantFrom('water', 'transport', ''),
    kind: fc.constantFrom(...Object.keys(kindNames[measure]), 'ownConference', 'unheardOf'),
    outcome: fc.constantFrom(...Object.keys(outcomeNames[measure]), ''),
    part: fc.constantFrom('', 'quota'),
    time: fc.constantFrom('2026-10', '2026-11', ''),
    count: fc.constant(1),
  }),
);

const count = (rows: readonly Counted[], filter: object): number =>
  rows.filter((each) => matches(each, filter as Filter)).length;

test('whatever the rows are, each number is how many agree with it, and the parts of a whole add up to it', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 60 }), (rows) => {
      for (const name of reportNameSchema.options)
        for (const shape of shapesOf[name](names)) {
          const table = tableOf(shape, rows);
          for (const line of table.rows)
            for (const [at, column] of table.columns.entries())
              expect(line.values[at]).toBe(
                count(rows, { ...table.filter, ...line.filter, ...column.filter }),
              );
          for (const [at, total] of (table.totals ?? []).entries())
            expect(total).toBe(sumOf(table.rows.map(({ values }) => values[at] ?? 0)));
          if (shape.sums !== 'both') continue;
          expect(table.total).toBe(count(rows, table.filter));
          for (const line of table.rows)
            expect(line.total).toBe(count(rows, { ...table.filter, ...line.filter }));
        }
    }),
  );
});

test('a table of several measures lists the organs that have any of them, and no others', () => {
  const press = shapesOf.workload(names).find(({ id }) => id === 'pressByOrgan');
  const of = (measure: 'release' | 'answer', organ: string): Counted => ({
    ...{ measure, organ, kind: 'fax', outcome: '', part: '', time: '', count: 1 },
  });
  if (press === undefined) throw new Error('no such table');
  const table = tableOf(press, [of('answer', 'water'), of('release', 'transport')]);
  expect(table.rows.map(({ key }) => key)).toEqual(['water']);
});
