import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { examine } from '../../apps/cli/doctor.command.js';
import { checkProvider, type ConfiguredProvider } from '../../apps/cli/doctor/provider-checks.js';
import { AxiosHttp } from '@koujing/channel';
import { SystemClock, type Clock } from '@koujing/kernel';
import { startProvider, type TestProvider } from '../support/identity-provider.js';
import { ShiftedClock } from '../support/travelling-database.js';

const consoleUrl = 'https://koujing.example';
const folder = mkdtempSync(join(tmpdir(), 'koujing-doctor-provider-'));
const http = new AxiosHttp();
let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider(consoleUrl);
});
afterAll(async () => {
  http.close();
  await provider.close();
  rmSync(folder, { recursive: true });
});

const off = (milliseconds: number): ShiftedClock => {
  const clock = new ShiftedClock();
  clock.travel(milliseconds);
  return clock;
};
const told = async (
  changes: Partial<ConfiguredProvider['settings']> & { readonly at?: string } = {},
  clock: Clock = new SystemClock(),
): Promise<readonly string[]> => {
  const { at = consoleUrl, ...settings } = changes;
  const configured = { settings: { ...provider.settings, ...settings }, consoleUrl: at };
  const found = await checkProvider(configured, { http, clock });
  return found.map(({ check, verdict }) => `${check} ${verdict}`);
};
const well = ['provider well', 'providerClock well', 'providerRedirect well', 'providerSecret well'];

test('a provider that is connected as it should be is told as well, with nobody signed in', async () => {
  expect(await told()).toEqual(well);
  expect(await told({ issuer: `${provider.settings.issuer}/` })).toEqual(well);
});

test('an address to come back to that is not registered there, and a client that is unknown, are told', async () => {
  const elsewhere = await told({ at: 'https://koujing.example.org' });
  expect(elsewhere).toContain('providerRedirect ill');
  expect(elsewhere).toContain('providerSecret well');
  expect(await told({ clientId: 'nobody' })).toEqual([
    ...['provider well', 'providerClock well', 'providerRedirect ill', 'providerSecret ill'],
  ]);
});

test('a secret that was replaced there is told', async () => {
  expect(await told({ clientSecret: 'the one of last year' })).toEqual([
    ...['provider well', 'providerClock well', 'providerRedirect well', 'providerSecret ill'],
  ]);
});

test('a clock that is off by more than a sign-in forgives is told, whichever way', async () => {
  expect(await told({}, off(20_000))).toEqual(well);
  for (const skew of [-90_000, 90_000]) expect(await told({}, off(skew))).toContain('providerClock ill');
});

test('a provider that calls itself something else, says no document, or is away, is told', async () => {
  const pages = createServer((request, reply) => {
    const { port } = pages.address() as AddressInfo;
    const at = `http://127.0.0.1:${port}`;
    const document = { issuer: 'https://id.example', authorization_endpoint: at, token_endpoint: at };
    if (request.url?.startsWith('/none') === true) reply.writeHead(404);
    reply.end(request.url?.startsWith('/page') === true ? '<html>' : JSON.stringify(document));
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  const at = `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
  expect(await told({ issuer: at })).toEqual(['provider ill', 'providerClock well']);
  expect(await told({ issuer: `${at}/page` })).toEqual(['provider ill']);
  expect(await told({ issuer: `${at}/none` })).toEqual(['provider ill']);
  pages.closeAllConnections();
  await new Promise((resolve) => pages.close(resolve));
  expect(await told({ issuer: at })).toEqual(['provider ill']);
});

test('the command looks at the provider that the configuration names, and tells no secret', async () => {
  const file = join(folder, 'koujing.yaml');
  const { issuer, clientId } = provider.settings;
  const access = { organAccount: { issuer, clientId, clientSecretFile: 'secret', nameClaim: 'sub' } };
  writeFileSync(file, JSON.stringify({ server: { consoleUrl }, data: { directory: 'nowhere' }, access }));
  writeFileSync(join(folder, 'secret'), `${provider.clientSecret}\n`);
  const found = await examine(undefined, { KOUJING_CONFIG: file });
  expect(found.map(({ check, verdict }) => `${check} ${verdict}`)).toEqual(expect.arrayContaining(well));
  expect(JSON.stringify(found)).not.toContain(provider.clientSecret);
  rmSync(join(folder, 'secret'));
  const without = await examine(undefined, { KOUJING_CONFIG: file });
  expect(without).toContainEqual(expect.objectContaining({ check: 'configuration', verdict: 'ill' }));
});
