import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Demo mode holds only while nothing is configured (README, "Demo and configured"). */
export type Mode =
  | { readonly kind: 'demo' }
  | { readonly kind: 'configured'; readonly file: string | null; readonly databaseUrl: string | null };

export const decideMode = (environment: NodeJS.ProcessEnv, directory: string): Mode => {
  const named = environment['KOUJING_CONFIG'] || null;
  const usual = join(directory, 'koujing.yaml');
  const file = named ?? (existsSync(usual) ? usual : null);
  const databaseUrl = environment['DATABASE_URL'] ?? null;
  if (file === null && (databaseUrl === null || databaseUrl === '')) return { kind: 'demo' };
  return { kind: 'configured', file, databaseUrl: databaseUrl === '' ? null : databaseUrl };
};

/** Relative paths of a configuration count from its own file; without one, from where the program was started. */
export const baseOf = (file: string | null, directory: string): string =>
  file === null ? directory : dirname(resolve(directory, file));
