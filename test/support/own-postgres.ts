import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { administer } from './postgres.js';
import { freePorts } from './started.js';

/** Where the server's programs are, newest version first; null where PostgreSQL is not installed. */
export const postgresPrograms = (): string | null => {
  const versions = '/usr/lib/postgresql';
  const folders = existsSync(versions)
    ? readdirSync(versions)
        .toSorted((a, b) => Number(b) - Number(a))
        .map((version) => join(versions, version, 'bin'))
    : [];
  const onPath = (process.env['PATH'] ?? '').split(':');
  return [...folders, ...onPath].find((folder) => existsSync(join(folder, 'initdb'))) ?? null;
};

/** PostgreSQL refuses to run as root: then it runs as whoever may do least. */
const servant = (): { readonly uid: number; readonly gid: number } | null => {
  if (process.getuid?.() !== 0) return null;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

/** A server that one run starts for itself, in a folder and on a port of its own, and may kill. */
export class OwnPostgres {
  #server: ChildProcess | null = null;

  private constructor(
    private readonly programs: string,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  /** @throws when `initdb` is not there; ask `postgresPrograms` first */
  static async create(): Promise<OwnPostgres> {
    const [port = 0] = await freePorts(1);
    return OwnPostgres.at(mkdtempSync(join(tmpdir(), 'koujing-postgres-')), port);
  }

  /** A folder that whoever may do least can reach; the server that an earlier run made there is taken over. */
  static at(folder: string, port: number): OwnPostgres {
    const programs = postgresPrograms();
    if (programs === null) throw new Error('PostgreSQL is not installed: there is no initdb');
    if (!existsSync(join(folder, 'data', 'PG_VERSION'))) {
      mkdirSync(folder, { recursive: true });
      const as = servant();
      if (as !== null) chownSync(folder, as.uid, as.gid);
      const options = ['-D', join(folder, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'];
      execFileSync(join(programs, 'initdb'), [...options, '--locale=C.UTF-8', '--no-sync'], {
        ...(as ?? {}),
        cwd: folder,
        stdio: 'pipe',
      });
    }
    return new OwnPostgres(programs, folder, port);
  }

  /** A read-only copy that follows this server over the network, not yet started. The server answers meanwhile. */
  async standby(): Promise<OwnPostgres> {
    const [port = 0] = await freePorts(1);
    const folder = mkdtempSync(join(tmpdir(), 'koujing-standby-'));
    const as = servant();
    if (as !== null) chownSync(folder, as.uid, as.gid);
    const copy = ['--write-recovery-conf', '--wal-method=stream', '--checkpoint=fast', '--no-sync'];
    execFileSync(
      join(this.programs, 'pg_basebackup'),
      ['-d', this.url, '-D', join(folder, 'data'), ...copy],
      { ...(as ?? {}), cwd: folder, stdio: 'pipe' },
    );
    return new OwnPostgres(this.programs, folder, port);
  }

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.port}/postgres`;
  }

  get pid(): number | undefined {
    return this.#server?.pid;
  }

  /** Until it answers. After a kill it first replays what was committed, and waits for the dead one's children to go. */
  async start(): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (this.#server === null || this.#server.exitCode !== null || this.#server.signalCode !== null)
        this.#server = this.#spawned();
      const up = await administer('select 1', this.url).then(
        () => true,
        () => false,
      );
      if (up) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`the server on port ${this.port} does not come up`);
  }

  /** As a power cut: nothing is flushed, nobody is told. Resolves when the process is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Leaves its data behind. */
  async stop(): Promise<void> {
    await this.#end('SIGINT');
  }

  async remove(): Promise<void> {
    await this.#end('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const server = this.#server;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill(signal);
    await gone;
  }

  #spawned(): ChildProcess {
    const settings = [
      ['listen_addresses', '127.0.0.1'],
      ['unix_socket_directories', ''],
      ['port', String(this.port)],
      ['max_connections', '200'],
    ].flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    return spawn(join(this.programs, 'postgres'), ['-D', join(this.folder, 'data'), ...settings], {
      ...(servant() ?? {}),
      cwd: this.folder,
      stdio: 'ignore',
    });
  }
}
