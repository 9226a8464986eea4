import { type Database } from '@koujing/database';
import { sql } from 'kysely';

interface Column {
  readonly name: string;
  readonly type: string;
}

/** As `on conflict` names it. */
interface UniqueKey {
  readonly target: string;
  readonly names: readonly string[];
  /** Of some rows only, perhaps not of ours. */
  readonly partial: boolean;
}

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly keys: readonly UniqueKey[];
  readonly references: readonly { readonly table: string; readonly columns: readonly string[] }[];
  /** All that the database demands of its rows and does with them. */
  readonly rules: string;
}

/** A column that is like in every row, or differs as the rows do because a key is made of it. */
const differing = ({ keys, references }: Table): ReadonlySet<string> => {
  const names = new Set(keys.flatMap((key) => key.names));
  for (const { columns } of references)
    if (columns.some((name) => names.has(name))) for (const name of columns) names.add(name);
  return names;
};

const literal = (type: string, n: number, ordinal: number): string => {
  if (type.endsWith('[]')) return `'{}'`;
  if (type === 'jsonb') return `'{"assets":["x${n}"]}'`;
  if (type === 'boolean') return 'false';
  if (type === 'bytea') return `'\\x0${n}'`;
  if (/^(?:integer|smallint|bigint|numeric|double precision|real)/u.test(type)) return String(n);
  // Later columns are later: what ends, ends after it began.
  if (type.startsWith('timestamp')) return `'2026-01-0${n}T00:${String(ordinal).padStart(2, '0')}:00Z'`;
  if (type === 'date') return `'2026-01-0${n}'`;
  return `'x${n}'`;
};

/** What programs of one version say to the database: every table and column that they know, and no other. */
export class OldVersion {
  private constructor(private readonly tables: readonly Table[]) {}

  static async of(database: Database): Promise<OldVersion> {
    const { rows } = await sql<Table>`
      select c.relname as name,
        (select json_agg(json_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) order by attnum)
          from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
        coalesce((select json_agg(json_build_object(
            'target', '(' || (select string_agg(
                case when i.indkey[k - 1] = 0 then '(' || pg_get_indexdef(i.indexrelid, k, true) || ')'
                  else pg_get_indexdef(i.indexrelid, k, true) end, ', ') from generate_series(1, i.indnkeyatts) k) || ')'
              || coalesce(' where ' || pg_get_expr(i.indpred, i.indrelid), ''),
            'partial', i.indpred is not null,
            'names', (select json_agg(attname) from pg_attribute where attrelid = c.oid and attnum > 0 and (attnum = any(i.indkey)
              or i.indexprs is not null and pg_get_expr(i.indexprs, c.oid) ~ ('\\m' || attname || '\\M')))))
          from pg_index i where i.indrelid = c.oid and i.indisunique), '[]') as keys,
        coalesce((select json_agg(json_build_object('table', confrelid::regclass::text, 'columns',
            (select json_agg(attname) from pg_attribute where attrelid = c.oid and attnum = any(conkey))))
          from pg_constraint where conrelid = c.oid and contype = 'f'), '[]') as references,
        concat((select string_agg(concat(attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid)), ';' order by attnum)
            from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where attrelid = c.oid and attnum > 0 and not attisdropped),
          (select string_agg(pg_get_indexdef(indexrelid), ';' order by indexrelid) from pg_index where indrelid = c.oid),
          (select string_agg(pg_get_constraintdef(oid), ';' order by oid) from pg_constraint where conrelid = c.oid),
          (select string_agg(pg_get_triggerdef(oid), ';' order by oid) from pg_trigger where tgrelid = c.oid and not tgisinternal)) as rules
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely%'
      order by c.relname`.execute(database.queries);
    return new OldVersion(parentsFirst(rows));
  }

  /** The tables that are no longer under the same rules in the version after, and those that they refer to. */
  touchedBy(next: OldVersion): OldVersion {
    const rules = new Map(next.tables.map((table) => [table.name, table.rules]));
    const wanted = new Set<string>();
    for (const table of this.tables.toReversed())
      if (wanted.has(table.name) || rules.get(table.name) !== table.rules)
        for (const name of [table.name, ...table.references.map((reference) => reference.table)])
          wanted.add(name);
    return new OldVersion(this.tables.filter(({ name }) => wanted.has(name)));
  }

  /** Row `n` as this version writes it, in place of what the one before wrote. */
  rewrites(n: number, before: OldVersion): readonly string[] {
    const known = new Map(before.tables.map((table) => [table.name, table]));
    return this.tables.flatMap((table) => {
      const earlier = known.get(table.name);
      // A step may have filled its new table already.
      if (earlier === undefined)
        return [`delete from "${table.name}" where ${this.#is(table, n)}`, this.#insert(table, n)];
      if (earlier.rules === table.rules) return [];
      const set = table.columns.map(
        (column, at) => `"${column.name}" = ${this.#value(table, column, { n, at })}`,
      );
      return [`update "${table.name}" set ${set.join(', ')} where ${before.#is(earlier, n)}`];
    });
  }

  /** The whole row `n` of every table. */
  inserts(n: number): readonly string[] {
    return this.tables.map((table) => this.#insert(table, n));
  }

  /** Row `n` once more: found by every key and changed, and changed outright. */
  changes(n: number): readonly string[] {
    return this.tables.flatMap((table) => {
      const { name, columns, keys } = table;
      const set = (to: (column: string) => string) =>
        columns.map((column) => `"${column.name}" = ${to(`"${column.name}"`)}`).join(', ');
      return [
        ...keys.map(({ target, partial }) =>
          partial
            ? `insert into "${name}" select * from "${name}" where false on conflict ${target} do nothing`
            : `${this.#insert(table, n)} on conflict ${target} do update set ${set((column) => `excluded.${column}`)}`,
        ),
        `update "${name}" set ${set((column) => column)} where ${this.#is(table, n)}`,
      ];
    });
  }

  deletes(n: number): readonly string[] {
    return this.tables.toReversed().map((table) => `delete from "${table.name}" where ${this.#is(table, n)}`);
  }

  /** Which of the rows up to `last` do not stand once as they were written, in all columns that are known. */
  async missing(database: Database, last: number): Promise<readonly string[]> {
    const counts = this.tables.flatMap((table) =>
      Array.from({ length: last }, (_, before) => {
        const same = table.columns.map(
          (column, at) => `"${column.name}" = ${this.#value(table, column, { n: before + 1, at })}`,
        );
        return `select '${table.name} ${before + 1}' as row where 1 <> (select count(*) from "${table.name}" where ${same.join(' and ')})`;
      }),
    );
    if (counts.length === 0) return [];
    const { rows } = await sql.raw<{ row: string }>(counts.join(' union all ')).execute(database.queries);
    return rows.map(({ row }) => row);
  }

  #value(table: Table, column: Column, { n, at }: { readonly n: number; readonly at: number }): string {
    return `${literal(column.type, differing(table).has(column.name) ? n : 1, at)}::${column.type}`;
  }

  #insert(table: Table, n: number): string {
    const columns = table.columns.map(({ name }) => `"${name}"`).join(', ');
    const values = table.columns.map((column, at) => this.#value(table, column, { n, at })).join(', ');
    return `insert into "${table.name}" (${columns}) overriding system value values (${values})`;
  }

  #is(table: Table, n: number): string {
    const keyed = table.columns.flatMap((column, at) =>
      differing(table).has(column.name)
        ? [`"${column.name}" = ${this.#value(table, column, { n, at })}`]
        : [],
    );
    return keyed.length === 0 ? 'false' : keyed.join(' and ');
  }
}

const parentsFirst = (tables: readonly Table[]): readonly Table[] => {
  const placed = new Set<string>();
  const sorted: Table[] = [];
  while (sorted.length < tables.length) {
    const ready = tables.filter(
      ({ name, references }) =>
        !placed.has(name) && references.every(({ table }) => table === name || placed.has(table)),
    );
    if (ready.length === 0) throw new Error('tables that refer to each other in a circle');
    for (const table of ready) placed.add(table.name);
    sorted.push(...ready);
  }
  return sorted;
};
