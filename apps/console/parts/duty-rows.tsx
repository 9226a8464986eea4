import type { ReactNode } from 'react';
import { usePhone } from './use-phone.js';

export interface DutyRow {
  readonly key: string;
  readonly name: ReactNode;
  readonly cells: readonly ReactNode[];
}

/** The same rows as a table, or as cards on a phone. */
export const DutyRows = ({ heads, rows }: { heads: readonly string[]; rows: readonly DutyRow[] }) => {
  if (usePhone())
    return (
      <ul className="cards">
        {rows.map(({ key, name, cells }) => (
          <li key={key} className="card">
            {name}
            {cells.map((cell, place) => (
              <div key={heads[place + 1]}>{cell}</div>
            ))}
          </li>
        ))}
      </ul>
    );
  return (
    <div className="table-frame">
      <table className="table matter-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, cells }) => (
            <tr key={key}>
              <td className="what">{name}</td>
              {cells.map((cell, place) => (
                <td key={heads[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
