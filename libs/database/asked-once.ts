import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import type { Queries } from './database.js';
import type { Schema } from './schema/index.js';

/**
 * For a page whose parts each ask for what they need: the same question is put to the database once, and all parts get the same
 * answer, so that no two of them speak of different moments. Only reads; keep it no longer than one answer takes to build.
 * @throws Error from a statement that would write, or from a transaction.
 */
export const askedOnce = (queries: Queries): Queries => {
  const answers = new Map<string, Promise<QueryResult<unknown>>>();
  const ask = (query: CompiledQuery): Promise<QueryResult<unknown>> => {
    if (!reads.test(query.sql)) throw new Error(`a page only reads, and does not ${query.sql.slice(0, 60)}`);
    const question = JSON.stringify([query.sql, query.parameters]);
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = queries.executeQuery(query);
    answers.set(question, answer);
    return answer;
  };
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createDriver: () => new AskingDriver(ask),
    },
  });
};

/** Also one that locks its row, as who decides does in a transaction: here the lock ends with its statement. */
const reads = /^\s*(?:select\b|with\b(?!.*\b(?:insert into|delete from|update \S+ set)\b))/isu;

type Ask = (query: CompiledQuery) => Promise<QueryResult<unknown>>;

class AskingDriver implements Driver {
  readonly #connection: DatabaseConnection;

  constructor(ask: Ask) {
    this.#connection = {
      executeQuery: <R>(query: CompiledQuery) => ask(query) as Promise<QueryResult<R>>,
      streamQuery: () => {
        throw new Error('a page reads no streams');
      },
    };
  }

  async init(): Promise<void> {}
  async destroy(): Promise<void> {}
  async releaseConnection(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }

  beginTransaction = noTransaction;
  commitTransaction = noTransaction;
  rollbackTransaction = noTransaction;
}

async function noTransaction(): Promise<never> {
  throw new Error('a page opens no transaction');
}
