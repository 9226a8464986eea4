import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { refusedReplica, type ReplicaSettings } from '@koujing/database';

/** Demo mode holds only while nothing is configured (README, "Demo and configured"). */
export type Mode =
  | { readonly kind: 'demo' }
  | { readonly kind: 'configured'; readonly file: string | null; readonly databaseUrl: string | null };

export const decideMode = (environment: NodeJS.ProcessEnv, directory: string): Mode => {
  const named = environment['KOUJING_CONFIG'] || null;
  const usual = join(directory, 'koujing.yaml');
  const file = named ?? (existsSync(usual) ? usual : null);
  const databaseUrl = environment['DATABASE_URL'] ?? null;
  const names = databaseUrl || environment['DATABASE_REPLICA_URL'] || '';
  if (file === null && names === '') return { kind: 'demo' };
  return { kind: 'configured', file, databaseUrl: databaseUrl === '' ? null : databaseUrl };
};

/** Where the replica is, if the city has one. @throws Problem for one of the embedded database, or without an address */
export const replicaFrom = (
  environment: NodeJS.ProcessEnv,
  data: { readonly replicaUrl?: string | undefined; readonly replicaLagSeconds: number },
  databaseUrl: string | null,
): Omit<ReplicaSettings, 'told'> | null => {
  const url = environment['DATABASE_REPLICA_URL'] || data.replicaUrl || null;
  if (url === null) return null;
  if (databaseUrl === null) throw refusedReplica('embedded');
  if (!/^postgres(?:ql)?:\/\//u.test(url) || !URL.canParse(url)) throw refusedReplica('noAddress');
  return { url, mostLagMs: data.replicaLagSeconds * 1_000 };
};

/** Relative paths of a configuration count from its own file; without one, from where the program was started. */
export const baseOf = (file: string | null, directory: string): string =>
  file === null ? directory : dirname(resolve(directory, file));
