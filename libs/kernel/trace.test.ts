import { afterEach, expect, test } from '@jest/globals';
import { currentTrace, newTraceId, traced, traceOf, traceparentOf, type Tracer } from './trace.js';

const hooks = globalThis as Record<symbol, Tracer | undefined>;
const hook = Symbol.for('koujing.tracer');
afterEach(() => {
  hooks[hook] = undefined;
});

test('what goes out in a header is found again by whoever reads it', () => {
  const trace = newTraceId();
  expect(traceOf(traceparentOf(trace))).toBe(trace);
});

test.each([
  undefined,
  '',
  'x',
  `00-${'0'.repeat(32)}-${'1'.repeat(16)}-01`,
  `00-${'A'.repeat(32)}-${'1'.repeat(16)}-01`,
  `00-${'a'.repeat(32)}-${'1'.repeat(16)}-01\r\nx: y`,
])('the malformed header “%s” names nothing', (header) => {
  expect(traceOf(header)).toBeNull();
});

test('everything within knows the trace, and nothing beside it does', async () => {
  const trace = newTraceId();
  const seen = traced({ name: 'a', trace }, async () => {
    await new Promise(setImmediate);
    return currentTrace();
  });
  expect(currentTrace()).toBeNull();
  expect(await seen).toBe(trace);
});

test('a tracer that was hung up sees each span, and what is thrown passes through it', async () => {
  const seen: unknown[] = [];
  hooks[hook] = {
    span: (about, work) => {
      seen.push(about);
      return work();
    },
  };
  const trace = newTraceId();
  const attributes = { 'koujing.channel': 'weibo' };
  expect(await traced({ name: 'channel.send', trace, attributes }, async () => 1)).toBe(1);
  await expect(traced({ name: 'b', trace }, () => Promise.reject(new Error('refused')))).rejects.toThrow(
    'refused',
  );
  expect(seen).toEqual([
    { name: 'channel.send', trace, attributes },
    { name: 'b', trace, attributes: {} },
  ]);
});
