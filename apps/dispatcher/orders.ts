import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LogPort } from '@koujing/channel';
import { newId, Problem, type Reason } from '@koujing/kernel';

/**
 * An embedded database has one opener, the server: whoever may write its directory leaves an order there, and the server
 * carries it out. Nobody gains by it: who can write that directory can read everything in it.
 */
interface Order<Asked> {
  readonly id: string;
  readonly asked: Asked;
}

export type Answer<Done> =
  { readonly id: string; readonly done: Done } | { readonly id: string; readonly reasons: readonly Reason[] };

const lookEveryMs = 1_000;

const orderIn = (directory: string, name: string): string => join(directory, `${name}.order.json`);
const takenIn = (directory: string, name: string): string => join(directory, `${name}.taken.json`);
const answerIn = (directory: string, name: string): string => join(directory, `${name}.answer.json`);

/** Looks for orders of this name until it is stopped; what is being done is finished first. */
export const takeOrders = <Asked, Done>(
  directory: string,
  { name, log }: { readonly name: string; readonly log: LogPort },
  fulfil: (asked: Asked) => Promise<Done>,
): (() => Promise<void>) => {
  let running: Promise<void> | null = null;
  // An order that a process died with is not carried out again by itself: whoever gave it is told nothing and gives it anew.
  rmSync(takenIn(directory, name), { force: true });
  const take = async (): Promise<void> => {
    renameSync(orderIn(directory, name), takenIn(directory, name));
    const { id, asked } = JSON.parse(readFileSync(takenIn(directory, name), 'utf8')) as Order<Asked>;
    const answer: Answer<Done> = await fulfil(asked).then(
      (done) => ({ id, done }),
      (error: unknown) => ({ id, reasons: reasonsOf(error) }),
    );
    put(answerIn(directory, name), answer);
    rmSync(takenIn(directory, name), { force: true });
  };
  const timer = setInterval(() => {
    if (running !== null || !existsSync(orderIn(directory, name))) return;
    running = take()
      .catch((error: unknown) => log.warn('order.failed', { name, reason: String(error) }))
      .finally(() => {
        running = null;
      });
  }, lookEveryMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
};

/** Leaves an order for the running server and waits for its answer; null if no server takes it. */
export const giveOrder = async <Done>(
  directory: string,
  { name, asked }: { readonly name: string; readonly asked: unknown },
  takenWithinMs: number,
): Promise<Answer<Done> | null> => {
  const id = newId();
  rmSync(answerIn(directory, name), { force: true });
  put(orderIn(directory, name), { id, asked });
  for (let waited = 0; existsSync(orderIn(directory, name)); waited += pollMs) {
    if (waited > takenWithinMs) {
      rmSync(orderIn(directory, name), { force: true });
      return null;
    }
    await pause();
  }
  for (;;) {
    // Looked at first: the answer is written before the order is put away, so that neither there means that nobody works on it.
    const isTaken = existsSync(takenIn(directory, name));
    if (existsSync(answerIn(directory, name))) {
      const answer = JSON.parse(readFileSync(answerIn(directory, name), 'utf8')) as Answer<Done>;
      rmSync(answerIn(directory, name), { force: true });
      if (answer.id === id) return answer;
    } else if (!isTaken) return null;
    await pause();
  }
};

const pollMs = 100;
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pollMs));

const put = (path: string, value: unknown): void => {
  writeFileSync(`${path}.new`, JSON.stringify(value), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

const reasonsOf = (error: unknown): readonly Reason[] => {
  if (error instanceof Problem) return error.reasons;
  const found = error instanceof Error ? error.message : String(error);
  return [
    {
      code: 'orderFailed',
      message: `没有完成：${found}`,
      messageEn: `It was not finished: ${found}`,
    },
  ];
};
