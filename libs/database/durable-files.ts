import { fdatasyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

interface FileStream {
  readonly nfd: number;
}

interface NodeFileModule {
  readonly NODEFS: { stream_ops: Record<string, unknown> };
}

/**
 * PGlite's own file system never calls fsync: a killed process loses nothing, a power cut does.
 * This one turns PostgreSQL's fsync into one fdatasync of the real file (costs about one disk flush per commit;
 * the worse mistake would be to tell a clerk "released" and forget it).
 */
export class DurableFiles extends NodeFS {
  override async init(...[postgres, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const prepared = await super.init(postgres, options);
    const preRun = prepared.emscriptenOpts.preRun ?? [];
    preRun.push((module: unknown) => {
      (module as NodeFileModule).NODEFS.stream_ops['fsync'] = (stream: FileStream) => {
        fdatasyncSync(stream.nfd);
        return 0;
      };
    });
    return { ...prepared, emscriptenOpts: { ...prepared.emscriptenOpts, preRun } };
  }
}

/** The defaults of PGlite without `-F` (which switches fsync off). */
export const durableStartParams = [
  '--single',
  '-O',
  '-j',
  ...[
    'search_path=public',
    'exit_on_error=false',
    'log_checkpoints=false',
    'max_worker_processes=0',
    'max_parallel_workers=0',
    'max_parallel_workers_per_gather=0',
    'io_method=sync',
    'max_parallel_maintenance_workers=0',
    'fsync=on',
    'wal_sync_method=fsync',
  ].flatMap((setting) => ['-c', setting]),
];
