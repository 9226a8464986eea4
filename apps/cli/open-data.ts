import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Bucket } from '@koujing/channel';
import { openEmbedded, openPostgres, troubleOf, type Database, type Migrate } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import { loadSettings } from '@koujing/settings';
import { watchSection } from '@koujing/watch';
import { baseOf, decideMode } from '../dispatcher/mode.js';
import { projectRoot } from '../dispatcher/project-root.js';
import { dataSection } from '../dispatcher/server-settings.js';
import { BadInput } from './bad-input.js';

/** The database that a configured start would use, and its name for the person who asked. */
export interface Place {
  readonly kind: 'postgres' | 'embedded';
  /** Address or directory. */
  readonly at: string;
}

/**
 * `--data`, else `DATABASE_URL`, else the directory that `npm start` finds: `KOUJING_DATA`, the city's own file
 * (`KOUJING_CONFIG` or koujing.yaml), `config/default.yaml`. @throws BadInput for a file that cannot be read.
 */
export const placeOf = (
  given: string | undefined,
  environment: NodeJS.ProcessEnv,
  directory: string,
): Place => {
  if (given !== undefined) return { kind: 'embedded', at: resolve(directory, given) };
  const mode = cityMode(environment, directory);
  if (mode.kind === 'configured' && mode.databaseUrl !== null)
    return { kind: 'postgres', at: mode.databaseUrl };
  return { kind: 'embedded', at: directoryOf(environment, directory) };
};

/** The command may be called from anywhere in the clone; `npm start` always runs at its root. */
const cityMode = (environment: NodeJS.ProcessEnv, directory: string): ReturnType<typeof decideMode> => {
  const here = decideMode(environment, directory);
  return here.kind === 'demo' ? decideMode(environment, projectRoot) : here;
};

/** The data directory of a configured start: the embedded database, and the key where the environment gives none. */
export const directoryOf = (environment: NodeJS.ProcessEnv, directory: string): string => {
  const mode = cityMode(environment, directory);
  const file = mode.kind === 'configured' ? mode.file : null;
  const named = environment['KOUJING_DATA'] || configured(file, environment);
  return resolve(baseOf(file, directory), named);
};

const configured = (file: string | null, environment: NodeJS.ProcessEnv): string =>
  dataOf(file, environment).directory;

const pathsOf = (file: string | null): readonly string[] => [
  join(projectRoot, 'config', 'default.yaml'),
  ...(file === null ? [] : [file]),
];

const dataOf = (file: string | null, environment: NodeJS.ProcessEnv) =>
  inWords(() => loadSettings([dataSection], { paths: pathsOf(file), environment, partly: true }).data);

/** Hosts of a private network that the city lets its sources be read from (`watch.innerHosts`). @throws BadInput for a file that cannot be read. */
export const innerHostsOf = (environment: NodeJS.ProcessEnv, directory: string): readonly string[] => {
  const mode = cityMode(environment, directory);
  const paths = pathsOf(mode.kind === 'configured' ? mode.file : null);
  return inWords(() => loadSettings([watchSection], { paths, environment, partly: true }).watch.innerHosts);
};

/** The bucket of the portal, if the city's file names one. @throws BadInput for a file that cannot be read. */
export const bucketOf = (environment: NodeJS.ProcessEnv, directory: string): Bucket | null => {
  const mode = decideMode(environment, directory);
  return mode.kind === 'configured' ? (dataOf(mode.file, environment).bucket ?? null) : null;
};

/** @throws BadInput when a running server holds the directory, or it cannot be written, or the server does not answer. */
export const openPlace = async ({ kind, at }: Place, migrate: Migrate = 'all'): Promise<Database> => {
  try {
    return await (kind === 'postgres' ? openPostgres(at, { migrate }) : openEmbedded(at, migrate));
  } catch (error) {
    throw told(error);
  }
};

/** For commands that read what is there: a directory with a mistake in its name is not made into an empty database. */
export const openExisting = async (place: Place, migrate: Migrate = 'all'): Promise<Database> => {
  if (place.kind === 'embedded' && !existsSync(join(place.at, 'postgres')))
    throw new BadInput(
      `目录里没有数据库：${place.at}。请用 --data 指定数据目录，或设置 DATABASE_URL。\nThere is no database in ${place.at}; name its directory with --data, or set DATABASE_URL.`,
    );
  return openPlace(place, migrate);
};

/** Without the password that may stand in an address. */
export const nameOf = ({ kind, at }: Place): string =>
  kind === 'embedded' ? at : at.replace(/\/\/[^@/]*@/u, '//');

const inWords = <T>(read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw told(error);
  }
};

const troubleWords = {
  contended: ['同一时刻有别人在改同一件事', 'Somebody else was changing the same thing at the same moment'],
  full: ['磁盘空间不足', 'The disk is full'],
  readOnly: ['磁盘是只读的', 'The disk is read-only'],
  broken: ['磁盘读写出错', 'The disk fails'],
} as const;

export const told = (error: unknown): unknown => {
  if (error instanceof Problem)
    return new BadInput(error.reasons.map(({ message, messageEn }) => `${message}\n${messageEn}`).join('\n'));
  const trouble = troubleOf(error);
  if (trouble !== null && trouble !== 'away')
    return new BadInput(
      `${troubleWords[trouble][0]}，没有写成：${String(error)}。\n${troubleWords[trouble][1]}; it was not written: ${String(error)}.`,
    );
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  if (typeof code !== 'string') return error;
  return new BadInput(`数据库打不开：${code}。 The database cannot be opened: ${code}.`);
};
