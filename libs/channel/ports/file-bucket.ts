import type * as Sdk from '@aws-sdk/client-s3';
import { FileFailure, type FilePort } from '../ports.js';
import { inside } from './file-disk.js';

/** An S3-compatible bucket; the root of its files is written `s3://name/prefix`. */
export interface Bucket {
  readonly endpoint: string;
  readonly region: string;
  readonly name: string;
  /** Folder in the bucket, without slashes around it; empty for the whole bucket. */
  readonly prefix: string;
  /** `endpoint/name/key` instead of `name.endpoint/key`. */
  readonly pathStyle: boolean;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** What the bucket says with a file, because no server of ours stands before it. */
export interface Served {
  readonly contentType: string;
  readonly cacheControl: string;
}

export const rootOf = ({ name, prefix }: Bucket): string =>
  `s3://${name}${prefix === '' ? '' : `/${prefix}`}`;

/** Of one listing; no store gives more. */
const keysAtOnce = 1_000;
/** A store that is silent for longer is down; the portal's call as a whole has ten seconds. */
const timeoutMs = 5_000;

/** Objects replace each other whole: a reader gets the old file or the new one. */
export class BucketFiles implements FilePort {
  #client: Promise<{ sdk: typeof Sdk; client: Sdk.S3Client }> | null = null;

  constructor(
    private readonly bucket: Bucket,
    private readonly servedAs: (path: string) => Served,
  ) {}

  async write(root: string, path: string, bytes: string | Uint8Array): Promise<void> {
    const { contentType, cacheControl } = this.servedAs(path);
    const body = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
    await this.#ask(root, path, ({ sdk, client, key }) =>
      client.send(
        new sdk.PutObjectCommand({
          ...{ Bucket: this.bucket.name, Key: key, Body: body, ContentLength: body.length },
          ...{ ContentType: contentType, CacheControl: cacheControl },
        }),
      ),
    );
  }

  async read(root: string, path: string): Promise<Uint8Array | null> {
    const found = await this.#ask(root, path, ({ sdk, client, key }) =>
      client.send(new sdk.GetObjectCommand({ Bucket: this.bucket.name, Key: key })),
    );
    return (await found?.Body?.transformToByteArray()) ?? null;
  }

  async remove(root: string, path: string): Promise<void> {
    await this.#ask(root, path, ({ sdk, client, key }) =>
      client.send(new sdk.DeleteObjectCommand({ Bucket: this.bucket.name, Key: key })),
    );
  }

  /** Keys come in their order, so that the last one says where to go on. */
  async walk(...[root, from, limit]: Parameters<FilePort['walk']>): ReturnType<FilePort['walk']> {
    const { name, prefix } = this.bucket;
    const folder = prefix === '' ? '' : `${prefix}/`;
    const found: string[] = [];
    const changedAt = new Map<string, Date>();
    let last = from;
    let isLeft = true;
    while (isLeft && found.length < limit) {
      const after = last === null ? {} : { StartAfter: `${folder}${last}` };
      const page = await this.#ask(root, '*', ({ sdk, client }) =>
        client.send(
          new sdk.ListObjectsV2Command({
            ...{ Bucket: name, Prefix: folder, MaxKeys: Math.min(keysAtOnce, limit - found.length) },
            ...after,
          }),
        ),
      );
      const listed = (page?.Contents ?? []).flatMap(({ Key, LastModified }) =>
        Key === undefined ? [] : [{ path: Key.slice(folder.length), at: LastModified }],
      );
      const keys = listed.map(({ path }) => path);
      found.push(...keys);
      // Told here, so that nobody asks for it object by object.
      for (const { path, at } of listed) if (at !== undefined) changedAt.set(path, at);
      isLeft = page?.IsTruncated === true && keys.length > 0;
      last = keys.at(-1) ?? last;
    }
    const isShown = (path: string): boolean =>
      !path.endsWith('/') && !path.split('/').some((part) => part.startsWith('.'));
    return { paths: found.filter(isShown), next: isLeft ? last : null, changedAt };
  }

  async changedAt(root: string, path: string): Promise<Date | null> {
    const found = await this.#ask(root, path, ({ sdk, client, key }) =>
      client.send(new sdk.HeadObjectCommand({ Bucket: this.bucket.name, Key: key })),
    );
    return found?.LastModified ?? null;
  }

  /** The store answers only when an object is safe. */
  async together<T>(work: (files: FilePort) => Promise<T>): Promise<T> {
    return work(this);
  }

  /** Null where there is no such file. */
  async #ask<T>(
    root: string,
    path: string,
    call: (at: { sdk: typeof Sdk; client: Sdk.S3Client; key: string }) => Promise<T>,
  ): Promise<T | null> {
    const target = `${root}/${path}`;
    if (root !== rootOf(this.bucket))
      throw new FileFailure(
        `门户的目录 ${root} 不是配置的存储桶 ${rootOf(this.bucket)}。The portal's root ${root} is not the configured bucket.`,
        'outsideRoot',
      );
    const key = keyOf(this.bucket, path);
    try {
      this.#client ??= this.#open();
      return await call({ ...(await this.#client), key });
    } catch (error) {
      if (codeOf(error) === 'NoSuchKey' || codeOf(error) === 'NotFound') return null;
      throw failureOf(error, target);
    }
  }

  /** Loaded when it is first needed: a city with a folder does without. */
  async #open() {
    const sdk = await import('@aws-sdk/client-s3');
    const { endpoint, region, pathStyle, accessKeyId, secretAccessKey } = this.bucket;
    const client = new sdk.S3Client({
      ...{ endpoint, region, forcePathStyle: pathStyle, credentials: { accessKeyId, secretAccessKey } },
      // The journal tries again; and many compatible stores do not know the newer checksums.
      ...{
        maxAttempts: 2,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      },
      requestHandler: { requestTimeout: timeoutMs, connectionTimeout: timeoutMs },
    });
    return { sdk, client };
  }
}

/** @throws FileFailure `outsideRoot` for a path that would leave the prefix. */
const keyOf = ({ prefix }: Bucket, path: string): string => {
  const within = inside('/bucket', path).slice('/bucket/'.length);
  return prefix === '' ? within : `${prefix}/${within}`;
};

const reasons: Readonly<Record<string, readonly [string, string]>> = {
  AccessDenied: ['密钥没有这个权限', 'the key may not do this'],
  InvalidAccessKeyId: ['没有这个访问密钥', 'there is no such access key'],
  SignatureDoesNotMatch: ['密钥不对', 'the secret key is wrong'],
  NoSuchBucket: ['没有这个存储桶', 'there is no such bucket'],
};

const codeOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

const failureOf = (error: unknown, target: string): FileFailure => {
  if (error instanceof FileFailure) return error;
  const code = codeOf(error);
  const [zh, en] = reasons[code] ?? [`存储服务没有完成（${code}）`, `the store did not do it (${code})`];
  return new FileFailure(`无法写入或读取 ${target}：${zh}。Cannot write or read ${target}: ${en}.`, code);
};
