import * as fs from 'node:fs';
import type { Disk } from '@koujing/kernel';

export type DiskFault = 'ENOSPC' | 'EROFS' | 'EIO';

/**
 * The real disk, until a step of its: from then on every write, flush, rename and new folder fails with the operating system's code,
 * a write after half of its bytes, until it is well again. Removing goes on, as it does on a full disk.
 */
export class FaultingDisk {
  #steps = 0;
  #fails = Infinity;
  #code: DiskFault = 'ENOSPC';

  failAt(step: number, code: DiskFault): void {
    this.#steps = 0;
    this.#fails = step;
    this.#code = code;
  }

  /** Taken since `failAt`. */
  get steps(): number {
    return this.#steps;
  }

  /** Whether it failed since `failAt`; well from now on. */
  heal(): boolean {
    const failed = this.#steps >= this.#fails;
    this.#fails = Infinity;
    return failed;
  }

  readonly port: Disk = {
    ...fs,
    mkdirSync: ((...given: Parameters<typeof fs.mkdirSync>) => {
      this.#step('mkdir');
      return fs.mkdirSync(...given);
    }) as typeof fs.mkdirSync,
    writeFileSync: (path, content, options) => {
      const fault = this.#faultAt('write');
      if (fault !== null && (typeof content === 'string' || content instanceof Uint8Array))
        fs.writeFileSync(path, content.slice(0, content.length / 2), options);
      if (fault !== null) throw fault;
      fs.writeFileSync(path, content, options);
    },
    renameSync: (from, to) => {
      this.#step('rename');
      fs.renameSync(from, to);
    },
    fsyncSync: (handle) => {
      this.#step('fsync');
      fs.fsyncSync(handle);
    },
    createWriteStream: (path, options) => {
      const stream = fs.createWriteStream(path, options);
      const write = stream._write.bind(stream);
      // Chunks that wait are written one by one as well.
      return Object.assign(stream, {
        _writev: null,
        _write: (...[chunk, encoding, done]: Parameters<typeof write>) => {
          const fault = this.#faultAt('write');
          if (fault === null) write(chunk, encoding, done);
          else done(fault);
        },
      });
    },
    promises: {
      mkdir: (async (...given: Parameters<typeof fs.promises.mkdir>) => {
        this.#step('mkdir');
        return fs.promises.mkdir(...given);
      }) as typeof fs.promises.mkdir,
      open: async (...given) => this.#faulting(await fs.promises.open(...given)),
      rename: async (from, to) => {
        this.#step('rename');
        await fs.promises.rename(from, to);
      },
    },
  };

  #faulting(file: fs.promises.FileHandle): fs.promises.FileHandle {
    const [write, sync] = [file.writeFile.bind(file), file.sync.bind(file)];
    return Object.assign(file, {
      writeFile: async (content: string | Uint8Array) => {
        const fault = this.#faultAt('write');
        await write(fault === null ? content : content.slice(0, content.length / 2));
        if (fault !== null) throw fault;
      },
      sync: async () => {
        this.#step('fsync');
        await sync();
      },
    });
  }

  #step(name: string): void {
    const fault = this.#faultAt(name);
    if (fault !== null) throw fault;
  }

  #faultAt(name: string): Error | null {
    this.#steps += 1;
    if (this.#steps < this.#fails) return null;
    return Object.assign(new Error(`${this.#code}: ${name}`), { code: this.#code });
  }
}
