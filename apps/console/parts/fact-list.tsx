import type { ReactNode } from 'react';

type Rows = readonly (readonly [string, ReactNode])[];

/** Names and values of one thing. */
export const Facts = ({ rows }: { rows: Rows }) => (
  <dl className="matter-facts">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** The same in a panel of their own. */
export const FactList = ({ rows }: { rows: Rows }) => (
  <section className="panel">
    <Facts rows={rows} />
  </section>
);
