import { setTimeout as pause } from 'node:timers/promises';
import { AuditTrail } from '@koujing/audit';
import type { LogPort } from '@koujing/channel';
import type { Database } from '@koujing/database';
import { HouseKey, KeyReaders, RotateKey, type Rotated, type SecretBox } from '@koujing/dispatch';
import type { Clock } from '@koujing/kernel';
import { addSuccessor, keyFromFile, setFormerAside } from './key-file.js';
import { giveOrder, takeOrders, type Answer } from './orders.js';
import type { Recurring } from './recurring.js';

/** Where the key comes from: the environment of each process, or the file of a data directory. */
export interface KeySource {
  readonly box: SecretBox;
  /** Null where the environment gives it. */
  readonly directory: string | null;
}

/** Restarting every process one after another takes longer; then the command is given again. */
const waitMs = 45_000;
const followEveryMs = 5_000;
const orderName = 'rotate-key';

/** Replaces the key, whose successor is made here where a file holds it. */
export const rotateKey = async (
  database: Database,
  { box, directory }: KeySource,
  { clock, wait = waitMs }: { readonly clock: Clock; readonly wait?: number },
): Promise<Rotated> => {
  if (directory !== null) {
    addSuccessor(directory);
    box.learn(keyFromFile(directory));
  }
  const rotate = new RotateKey({
    ...{ database, box, audit: new AuditTrail(clock), waitMs: wait },
    pause: (ms) => pause(ms),
  });
  const done = await rotate.perform();
  if (directory !== null) {
    setFormerAside(directory);
    box.learn(keyFromFile(directory));
  }
  return done;
};

/** The server alone opens an embedded database: it replaces the key when it is told to. */
export const takeKeyOrders = (
  database: Database,
  directory: string,
  { source, clock, log }: { readonly source: KeySource; readonly clock: Clock; readonly log: LogPort },
): (() => Promise<void>) =>
  takeOrders(directory, { name: orderName, log }, () => rotateKey(database, source, { clock }));

export const orderKey = (directory: string, takenWithinMs: number): Promise<Answer<Rotated> | null> =>
  giveOrder<Rotated>(directory, { name: orderName, asked: null }, takenWithinMs);

/** One of several processes: learns of a successor, says which keys it knows, and seals with what the others seal with. */
export const followKey = async (
  database: Database,
  recurring: Pick<Recurring, 'every'>,
  { name, source }: { readonly name: string; readonly source: KeySource },
): Promise<() => Promise<void>> => {
  const [key, readers] = [new HouseKey(), new KeyReaders()];
  const look = async (): Promise<void> => {
    if (source.directory !== null) source.box.learn(keyFromFile(source.directory));
    await key.follow(database.queries, source.box);
    await readers.say(database.queries, name, source.box);
  };
  await look();
  recurring.every('secretKey', followEveryMs, look);
  return () => readers.leave(database.queries, name);
};
