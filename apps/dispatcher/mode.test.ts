import { expect, test } from '@jest/globals';
import { decideMode, replicaFrom } from './mode.js';

const data = { replicaLagSeconds: 5 };
const server = 'postgres://koujing@db/koujing';
const standby = 'postgres://koujing:secret@standby/koujing';

test('whoever names a replica means no demo', () => {
  expect(decideMode({}, '/nowhere').kind).toBe('demo');
  expect(decideMode({ DATABASE_REPLICA_URL: standby }, '/nowhere').kind).toBe('configured');
});

test('the environment comes before the file, and says nothing where it is empty', () => {
  const replica = { url: standby, mostLagMs: 5_000 };
  const named = { ...data, replicaUrl: 'postgres://other/koujing' };
  expect(replicaFrom({ DATABASE_REPLICA_URL: standby }, named, server)).toEqual(replica);
  expect(replicaFrom({ DATABASE_REPLICA_URL: '' }, { ...data, replicaUrl: standby }, server)).toEqual(
    replica,
  );
  expect(replicaFrom({}, data, server)).toBeNull();
  expect(replicaFrom({}, data, null)).toBeNull();
});

test('a replica of the embedded database, and what is no address, is refused in a sentence that repeats no password', () => {
  const named = { DATABASE_REPLICA_URL: standby };
  expect(() => replicaFrom(named, data, null)).toThrow('嵌入式数据库没有只读副本');
  for (const url of ['standby:5432', 'mysql://a:secret@b/c', 'postgres://a:secret@[b/c'])
    expect(() => replicaFrom({ DATABASE_REPLICA_URL: url }, data, server)).toThrow(
      /^只读副本的地址(?!.*secret)/u,
    );
});
