import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openPostgres } from '@koujing/database';
import { leaseMs } from '../../libs/dispatch/claim.js';
import { House } from '../medium/dispatch-house.js';
import { onPostgres, type TestDatabase } from '../support/engines.js';
import { bareWorker } from './bare-worker.js';
import { BoardOverHttp } from './board-over-http.js';
import { CuttableLine } from '../support/cuttable-line.js';

const root = join(import.meta.dirname, '../..');

onPostgres('many processes on one ledger', (open) => {
  let place: TestDatabase;
  let house: House;
  let board: Server;
  let address = '';
  const held: string[] = [];
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    place = await open();
    house = await House.open(place);
    board = createServer((request, response) => {
      if (request.method === 'GET') return void response.end(JSON.stringify(held));
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => response.end(`post-${held.push(body)}`));
    });
    await new Promise<void>((resolve) => board.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(board.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await house.close();
    await new Promise((resolve) => board.close(resolve));
  });

  const until = async (what: string, met: () => Promise<boolean> | boolean): Promise<void> => {
    for (let tries = 0; tries < 2_400; tries += 1) {
      if (await met()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`waited in vain until ${what}`);
  };

  test('a process that was paused past its lease and wakes up sends nothing, and its try is kept as evidence', async () => {
    const channel = new BoardOverHttp(address);
    await house.connect(channel);
    const releaseId = await house.release();
    const child = spawn(
      process.execPath,
      [
        '--import',
        './test/support/typescript-hooks.mjs',
        'test/faults/paused-process.ts',
        place.url ?? '',
        address,
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
    );
    children.push(child);
    await new Promise((resolve) => child.once('message', resolve));
    child.kill('SIGSTOP');
    // Longer than the lease, on both clocks: the database's and the paused machine's own.
    await new Promise((resolve) => setTimeout(resolve, leaseMs + 1_000));
    house.worker('heir').start();
    await until(
      'the heir has sent it',
      async () => (await house.row(releaseId, 'board')).state === 'delivered',
    );
    child.kill('SIGCONT');
    child.send('go on');
    const row = await house.row(releaseId, 'board');
    await until('the late try is on record', async () =>
      (await house.attempts(row.id)).some(({ worker, outcome }) => worker === 'paused' && outcome !== null),
    );
    const outcomes = (await house.attempts(row.id)).map(({ outcome }) => outcome).toSorted();
    expect(outcomes).toEqual(['absent', 'delivered', 'late:deferred', 'lost']);
    expect(await house.row(releaseId, 'board')).toMatchObject({ state: 'delivered', generation: 2 });
    expect(held.filter((id) => id === row.id)).toHaveLength(1);
    await house.clear();
  });

  test('a process that is cut from the database while it sends leaves what was posted for another to find', async () => {
    const line = await CuttableLine.to(place.url ?? '');
    const channel = new BoardOverHttp(address);
    await house.connect(channel);
    const database = await openPostgres(line.url);
    const cutOff = bareWorker(database, [new BoardThatCuts(address, () => line.cut())], 'cut off');
    const releaseId = await house.release();
    cutOff.start();
    await until('it is posted', () => line.isCut && held.length > 0);
    const { id } = await house.row(releaseId, 'board');
    await until('the board holds it', () => held.includes(id));
    expect(await house.row(releaseId, 'board')).toMatchObject({ state: 'sending' });
    await house.expireLeases();
    const heir = house.worker('heir');
    heir.start();
    await until(
      'the heir has found it',
      async () => (await house.row(releaseId, 'board')).state === 'delivered',
    );
    expect(held.filter((one) => one === id)).toHaveLength(1);
    await heir.stop();
    line.mend();
    const next = await house.release();
    await until('the one that was cut off works again', async () => {
      cutOff.wake();
      return (await house.row(next, 'board')).state === 'delivered';
    });
    await cutOff.stop();
    await database.close();
    await line.close();
  });
});

/** Cuts the line between the board's taking and the worker's record. */
class BoardThatCuts extends BoardOverHttp {
  #cuts = 1;

  constructor(
    address: string,
    private readonly cut: () => void,
  ) {
    super(address);
  }

  override async send(...[rendition, attempt]: Parameters<BoardOverHttp['send']>) {
    const outcome = await super.send(rendition, attempt);
    if (this.#cuts > 0) this.cut();
    this.#cuts -= 1;
    return outcome;
  }
}
