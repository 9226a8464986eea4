import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { aCertificate } from '../../../test/support/a-certificate.js';
import { AxiosHttp } from './http-axios.js';
import type { InternalCa } from './internal-ca.js';
import { NodemailerMail } from './mail-nodemailer.js';

const until = new Date('2036-01-01T00:00:00Z');
const own = aCertificate({ until });
const another = aCertificate({ until });
const believing = (cert: string, ...hosts: readonly string[]): InternalCa => ({ hosts, pem: cert });

let web: Server;
let smtp: SMTPServer;
let port = 0;
let mailPort = 0;

beforeAll(async () => {
  web = createServer(own, (_request, reply) => reply.end('好'));
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  port = (web.address() as AddressInfo).port;
  smtp = new SMTPServer({ ...own, authOptional: true });
  // Whoever does not believe the certificate hangs up.
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    smtp.listen(0, '127.0.0.1', () => resolve());
  });
  mailPort = (smtp.server.address() as AddressInfo).port;
});
afterAll(async () => {
  web.closeAllConnections();
  web.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

const answerUnder = async (internal: InternalCa | null): Promise<string> => {
  const http = new AxiosHttp(undefined, internal);
  try {
    const url = `https://localhost:${port}/`;
    const { body } = await http.request({ method: 'GET', url, timeoutMs: 2_000 });
    return Buffer.from(body).toString('utf8');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    http.close();
  }
};

test('at a host of the list the certificate of the city’s own authority is believed, and no other', async () => {
  expect(await answerUnder(believing(own.cert, 'localhost'))).toBe('好');
  expect(await answerUnder(believing(another.cert, 'localhost'))).toMatch(/^No answer from localhost/u);
});

test('where no host is listed the city’s own authority is nobody', async () => {
  expect(await answerUnder(null)).toMatch(/^No answer from localhost/u);
  expect(await answerUnder(believing(own.cert, 'elsewhere.example'))).toMatch(/^No answer from localhost/u);
});

test('a mail server of the list is greeted by STARTTLS under that authority alone', async () => {
  const greeted = async (internal: InternalCa | null): Promise<string> => {
    const mail = new NodemailerMail(undefined, internal);
    const server = { host: 'localhost', port: mailPort, secure: false, requireTls: true, timeoutMs: 2_000 };
    const { kind } = await mail.greet(server);
    mail.close();
    return kind;
  };
  expect(await greeted(believing(own.cert, 'localhost'))).toBe('welcome');
  expect(await greeted(believing(another.cert, 'localhost'))).toBe('failed');
  expect(await greeted(null)).toBe('failed');
});
