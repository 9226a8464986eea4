import { expect, test } from '@jest/globals';
import { FakeMail } from './mail-fake.js';
import { MemoryFiles } from './file-memory.js';
import { MemoryLog } from './log-memory.js';
import { TravellingClock } from '@koujing/kernel';
import { untilAborted } from './until-aborted.js';

test('whoever was given up asks nothing more: no address, no file', async () => {
  const clock = new TravellingClock('2026-11-27T01:30:00Z');
  const files = new MemoryFiles(clock);
  await files.write('/site', 'index.html', 'x');
  const asked: (AbortSignal | undefined)[] = [];
  const http = {
    request: async ({ signal }: { readonly signal?: AbortSignal }) => {
      asked.push(signal);
      return { status: 200, headers: {}, body: new Uint8Array() };
    },
  };
  const ending = new AbortController();
  const ports = untilAborted(
    { http, files, clock, mail: new FakeMail(), log: new MemoryLog() },
    ending.signal,
  );
  const ask = [
    () => ports.http.request({ method: 'GET', url: 'https://a.example/', timeoutMs: 1 }),
    () => ports.files.read('/site', 'index.html'),
    () => ports.files.walk('/site', null, 9),
    () => ports.files.changedAt('/site', 'index.html'),
    () => ports.files.together((lot) => lot.read('/site', 'index.html')),
  ];
  for (const each of ask) expect(await each()).toBeTruthy();
  expect(asked).toEqual([ending.signal]);
  ending.abort(new Error('given up'));
  for (const each of ask) await expect(each()).rejects.toThrow('given up');
  expect(asked).toHaveLength(1);
});
