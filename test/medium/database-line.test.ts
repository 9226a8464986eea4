import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, chownSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '@koujing/database';
import { sql } from 'kysely';
import { aCertificate } from '../support/a-certificate.js';
import { OwnPostgres, postgresPrograms } from '../support/own-postgres.js';
import { administer } from '../support/postgres.js';
import { freePorts } from '../support/started.js';

const until = new Date('2036-01-01T00:00:00Z');

(postgresPrograms() === null ? describe.skip : describe)(
  'a PostgreSQL that is reached over a network',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'koujing-line-'));
    const trusted = join(folder, 'trusted.pem');
    const stranger = join(folder, 'stranger.pem');
    let server: OwnPostgres;
    let address = '';

    beforeAll(async () => {
      const [port = 0] = await freePorts(1);
      server = OwnPostgres.at(folder, port);
      await server.start();
      address = server.url.replace('127.0.0.1', 'localhost');
    }, 60_000);
    afterAll(() => server.remove());

    const isByTls = async (parameters: string): Promise<boolean> => {
      const database = await openPostgres(`${address}?${parameters}`, { migrate: 'none', connections: 1 });
      try {
        const { rows } = await sql<{ ssl: boolean }>`
        select ssl from pg_stat_ssl where pid = pg_backend_pid()`.execute(database.queries);
        return rows[0]?.ssl ?? false;
      } finally {
        await database.close();
      }
    };

    test('is not spoken to in clear where TLS was asked for, and the refusal says what to do', async () => {
      await expect(isByTls('sslmode=verify-full')).rejects.toMatchObject({
        reasons: [{ code: 'databaseInClear', allowed: 'sslmode=verify-full, sslmode=disable' }],
      });
      expect(await isByTls('sslmode=disable')).toBe(false);
    });

    test('is believed under the certificate that the address names, and under no other', async () => {
      const { key, cert } = aCertificate({ until });
      writeFileSync(trusted, cert);
      writeFileSync(stranger, aCertificate({ until }).cert);
      const { uid, gid } = statSync(join(folder, 'data'));
      const files = {
        ssl_cert_file: [join(folder, 'server.pem'), cert],
        ssl_key_file: [join(folder, 'key.pem'), key],
      };
      for (const [name, [path = '', content = '']] of Object.entries(files)) {
        writeFileSync(path, content);
        chmodSync(path, 0o600);
        chownSync(path, uid, gid);
        await administer(`alter system set ${name} = '${path}'`, server.url);
      }
      await administer('alter system set ssl = on', server.url);
      await server.stop();
      await server.start();
      expect(await isByTls(`sslmode=verify-full&sslrootcert=${trusted}`)).toBe(true);
      await expect(isByTls(`sslmode=verify-full&sslrootcert=${stranger}`)).rejects.toThrow(
        /self.signed|verify/iu,
      );
      await expect(isByTls('sslmode=verify-full')).rejects.toThrow(/self.signed|verify/iu);
    }, 60_000);
  },
);
