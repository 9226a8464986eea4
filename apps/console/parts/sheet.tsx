import type { ReactNode } from 'react';
import { useWords } from '../language/language.js';
import { usePhone } from './use-media.js';
import { words } from './words.js';

interface SheetProps {
  /** '' for a column of buttons. */
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  readonly className?: string;
}

const Cards = ({ heads, rows }: SheetProps) => (
  <ul className="cards">
    {rows.map(({ key, cells }) => (
      <li key={key} className="card">
        {cells.map((cell, index) =>
          cell === false || cell === null || cell === '' ? null : (
            <div key={heads[index] ?? index} className="sheet-cell">
              {index > 0 && heads[index] !== '' && <span className="quiet">{heads[index]} </span>}
              {cell}
            </div>
          ),
        )}
      </li>
    ))}
  </ul>
);

/** A plain table, and on a phone the same rows as cards. */
export const Sheet = ({ heads, rows, className = '' }: SheetProps) => {
  const text = useWords(words);
  if (usePhone()) return <Cards heads={heads} rows={rows} />;
  return (
    <div className="table-frame">
      <table className={`table ${className}`}>
        <thead>
          <tr>
            {heads.map((head, index) => (
              <th key={head === '' ? index : head} scope="col">
                {head === '' ? <span className="visually-hidden">{text.actions}</span> : head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={heads[index] === '' ? index : heads[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
