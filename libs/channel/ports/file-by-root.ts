import { FileFailure, type FilePort } from '../ports.js';

/** Folders on disk, and the bucket under roots that begin with `s3://`. */
export class FilesByRoot implements FilePort {
  constructor(
    private readonly disk: FilePort,
    private readonly bucket: FilePort | null,
  ) {}

  async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    return this.#of(root).write(root, path, bytes);
  }

  async read(root: string, path: string): Promise<Uint8Array | null> {
    return this.#of(root).read(root, path);
  }

  async remove(root: string, path: string): Promise<void> {
    return this.#of(root).remove(root, path);
  }

  async walk(...[root, from, limit]: Parameters<FilePort['walk']>): ReturnType<FilePort['walk']> {
    return this.#of(root).walk(root, from, limit);
  }

  async changedAt(root: string, path: string): Promise<Date | null> {
    return this.#of(root).changedAt(root, path);
  }

  async together<T>(work: (files: FilePort) => Promise<T>): Promise<T> {
    return this.disk.together((disk) => work(new FilesByRoot(disk, this.bucket)));
  }

  #of(root: string): FilePort {
    if (!root.startsWith('s3://')) return this.disk;
    if (this.bucket !== null) return this.bucket;
    throw new FileFailure(
      `门户写到存储桶 ${root}，而这个进程的配置里没有 data.bucket。The portal lies in the bucket ${root}, and this process has no data.bucket in its configuration.`,
      'outsideRoot',
    );
  }
}
