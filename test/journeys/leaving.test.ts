import { connect } from 'node:net';
import { expect, test } from '@jest/globals';
import { startCity } from '../support/city.js';

test('a browser that holds its line open does not keep a process from leaving', async () => {
  const city = await startCity();
  const { hostname, port } = new URL(city.address);
  const line = connect(Number(port), hostname);
  line.on('error', () => undefined);
  await new Promise((resolve) => line.once('connect', resolve));
  // A request that never ends: what the server sees of a stream that nobody closes.
  line.write('GET /api/health HTTP/1.1\r\nhost: console\r\n');
  const answer = await fetch(`${city.address}/api/health`);
  expect(answer.status).toBe(200);
  await city.close();
  expect(line.destroyed).toBe(false);
  line.destroy();
}, 300_000);
