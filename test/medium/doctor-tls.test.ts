import { afterEach, expect, test } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type TlsOptions } from 'node:tls';
import { checkTls, publicAddresses } from '../../apps/cli/doctor/tls-checks.js';
import { SystemClock } from '@koujing/kernel';
import { aCertificate } from '../support/a-certificate.js';

const clock = new SystemClock();
const inDays = (days: number): Date => new Date(clock.now().getTime() + days * 86_400_000 + 3_600_000);
const standing: Server[] = [];
afterEach(() => {
  for (const server of standing.splice(0)) server.close();
});

/** The port of a proxy as a city might set it up. */
const proxy = async (options: TlsOptions): Promise<number> => {
  const server = createServer(options, (socket) => socket.end());
  // Whoever looks and goes away is no fault of the proxy.
  server.on('tlsClientError', () => undefined);
  standing.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};
const portal = (port: number) => ({
  ...{ url: `https://localhost:${port}`, name: ['门户', 'portal'] as const },
  mayBeInner: false,
});

test('a proxy with a trusted certificate and nothing older than TLS 1.2 is well', async () => {
  const { key, cert } = aCertificate({ until: inDays(200) });
  const port = await proxy({ key, cert, minVersion: 'TLSv1.2' });
  const found = await checkTls(portal(port), { clock, ca: cert });
  expect(found).toMatchObject({ check: 'tls', verdict: 'well' });
  expect(found.zh).toContain('TLSv1.3，证书受信任，公众的浏览器不会警告，还有 200 天到期');
});

test('one that still takes TLS 1.1 is told, however good its certificate', async () => {
  const { key, cert } = aCertificate({ until: inDays(200) });
  const port = await proxy({ key, cert, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' });
  expect(await checkTls(portal(port), { clock, ca: cert })).toMatchObject({
    verdict: 'ill',
    zh: expect.stringContaining('还接受 TLS 1.1 或更旧的版本'),
  });
});

test('a certificate that nobody trusts, of another name, over, or soon over, is told before readers meet it', async () => {
  const good = aCertificate({ until: inDays(200) });
  const own = portal(await proxy({ ...good, minVersion: 'TLSv1.2' }));
  expect(await checkTls(own, { clock })).toMatchObject({
    verdict: 'ill',
    zh: expect.stringContaining('DEPTH_ZERO_SELF_SIGNED_CERT'),
  });
  // Within an office's own network it may be trusted there, which this machine cannot know.
  expect((await checkTls({ ...own, mayBeInner: true }, { clock })).verdict).toBe('warning');
  const other = aCertificate({ until: inDays(200), dns: 'other.example' });
  const elsewhere = portal(await proxy({ ...other, minVersion: 'TLSv1.2' }));
  expect(await checkTls(elsewhere, { clock, ca: other.cert })).toMatchObject({
    verdict: 'ill',
    zh: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID'),
  });
  const past = aCertificate({ until: inDays(-2) });
  const over = portal(await proxy({ ...past, minVersion: 'TLSv1.2' }));
  expect(await checkTls(over, { clock, ca: past.cert })).toMatchObject({
    verdict: 'ill',
    zh: expect.stringContaining('CERT_HAS_EXPIRED'),
  });
  const short = aCertificate({ until: inDays(12) });
  const soon = portal(await proxy({ ...short, minVersion: 'TLSv1.2' }));
  expect(await checkTls(soon, { clock, ca: short.cert })).toMatchObject({
    verdict: 'warning',
    zh: expect.stringContaining('还有 12 天到期'),
  });
});

test('an address that does not answer, or not by TLS, is no verdict about its certificate', async () => {
  const port = await proxy({});
  standing.splice(0).forEach((server) => server.close());
  expect(await checkTls(portal(port), { clock })).toMatchObject({
    verdict: 'warning',
    zh: expect.stringContaining('没有检查'),
  });
});

test('what is looked at is what the configuration names, each host once, and nothing of this machine', () => {
  const server = {
    consoleUrl: 'https://www.binhai.gov.example/console',
    portalUrl: 'https://www.binhai.gov.example',
    newsroomUrl: 'https://media.binhai.gov.example/newsroom',
  };
  expect(publicAddresses(server).map(({ url }) => url)).toEqual([server.portalUrl, server.newsroomUrl]);
  expect(publicAddresses({ consoleUrl: 'http://127.0.0.1:3000', portalUrl: '', newsroomUrl: '' })).toEqual(
    [],
  );
});
