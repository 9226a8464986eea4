import { useWords } from '../../language/language.js';
import { words } from './words.js';

const order = [
  'deaths',
  'missing',
  'trapped',
  'injured',
  'seriouslyInjured',
  'evacuated',
  'lossWan',
] as const;

type Told = readonly { readonly figures: Readonly<Record<string, number>> }[];

/** Only figures that somebody told have a column. */
const toldNames = (rows: Told) =>
  order.filter((name) => rows.some(({ figures }) => figures[name] !== undefined));

export const FigureHeads = ({ rows }: { rows: Told }) => {
  const text = useWords(words);
  return toldNames(rows).map((name) => (
    <th key={name} scope="col" className="number">
      {text.figures[name]}
    </th>
  ));
};

export const FigureCells = ({ rows, row }: { rows: Told; row: Told[number] }) =>
  toldNames(rows).map((name) => (
    <td key={name} className="number">
      {row.figures[name] ?? '—'}
    </td>
  ));

/** The same in one line, for a phone: a table of figures has no room there. */
export const FigureLine = ({ row }: { row: Told[number] }) => {
  const text = useWords(words);
  return (
    <p>
      {toldNames([row])
        .map((name) => `${text.figures[name]} ${row.figures[name]}`)
        .join(' · ')}
    </p>
  );
};
