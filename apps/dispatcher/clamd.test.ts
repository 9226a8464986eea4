import { afterEach, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Clamd, clamdPlace } from './clamd.js';

/** What every scanner knows for a try and none takes for harm; in two halves, so that this file is not taken for it. */
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const folder = mkdtempSync(join(tmpdir(), 'koujing-clamd-'));
const path = join(folder, 'clamd.ctl');
let server: Server | null = null;

afterEach(() => {
  server?.close();
  server = null;
  rmSync(path, { force: true });
});

/** clamd(8), as far as it is spoken here: chunks with their length before them, until one of none. */
const answer = (socket: Socket): void => {
  let got = Buffer.alloc(0);
  socket.on('error', () => undefined);
  socket.on('data', (bytes: Buffer) => {
    got = Buffer.concat([got, bytes]);
    if (got.toString('latin1') === 'zPING\0') return void socket.end('PONG\0');
    const body = wholeOf(got.subarray('zINSTREAM\0'.length));
    if (body === null) return;
    socket.end(body.includes(eicar) ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
  });
};

const wholeOf = (stream: Buffer): string | null => {
  let text = '';
  for (let at = 0; at + 4 <= stream.length;) {
    const size = stream.readUInt32BE(at);
    if (size === 0) return text;
    text += stream.subarray(at + 4, at + 4 + size).toString('latin1');
    at += 4 + size;
  }
  return null;
};

const listening = async (does: (socket: Socket) => void): Promise<void> => {
  const made = createServer(does);
  server = made;
  await new Promise<void>((resolve) => made.listen(path, resolve));
};

const refusal = async (bytes: string): Promise<string> =>
  new Clamd({ path }, 500).check(Buffer.from(bytes, 'latin1')).then(
    () => 'taken',
    (error: unknown) => {
      const { code, reasons } = error as {
        readonly code: string;
        readonly reasons: readonly { code: string }[];
      };
      return `${code} ${reasons[0]?.code}`;
    },
  );

test('what the scanner calls clean is taken, and what it knows as malicious is refused, wherever in the file it stands', async () => {
  await listening(answer);
  expect(await refusal('一份材料')).toBe('taken');
  expect(await refusal('')).toBe('taken');
  expect(await refusal(eicar)).toBe('refused infectedFile');
  // Over several chunks, and over the edge of one.
  expect(await refusal(`${'a'.repeat(65_530)}${eicar}${'b'.repeat(200_000)}`)).toBe('refused infectedFile');
  expect(await new Clamd({ path }).answers()).toBe(true);
});

test.each([
  ['is not there', null],
  ['hangs up', (socket: Socket) => socket.destroy()],
  ['says nothing', () => undefined],
  ['says that it cannot', (socket: Socket) => socket.end('INSTREAM size limit exceeded. ERROR\0')],
] as const)('a scanner that %s lets nothing through', async (_, does) => {
  if (does !== null) await listening(does);
  expect(await refusal('一份材料')).toBe('unavailable scannerAway');
});

test('files are shown to a scanner of this machine and to none elsewhere', () => {
  expect(clamdPlace('/run/clamav/clamd.ctl')).toEqual({ path: '/run/clamav/clamd.ctl' });
  expect(clamdPlace('127.0.0.1:3310')).toEqual({ host: '127.0.0.1', port: 3310 });
  expect(clamdPlace('scanner.example:3310')).toBeNull();
  expect(clamdPlace('clamd')).toBeNull();
});
