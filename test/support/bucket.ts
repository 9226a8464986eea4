import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Bucket } from '@koujing/channel';
import { SignatureV4 } from '@smithy/signature-v4';

interface Stored {
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly cacheControl: string;
  readonly at: Date;
}

/**
 * A stand-in for an S3-compatible store, path style, on this machine: the calls that the portal makes. Every signature is
 * computed again with the signer of the AWS SDK and compared.
 */
export class BucketStandIn {
  readonly objects = new Map<string, Stored>();
  /** Keys in the order in which they were put. */
  puts: string[] = [];
  /** After so many more puts it answers 500, as a store that fails does. */
  left = Infinity;
  /** Questions about one object alone. */
  heads = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, reply) => {
      void this.#answer(request, reply);
    });
  }

  static async start(): Promise<BucketStandIn> {
    const standIn = new BucketStandIn();
    standIn.#server.listen(0, '127.0.0.1');
    await once(standIn.#server, 'listening');
    return standIn;
  }

  get bucket(): Bucket {
    const { port } = this.#server.address() as AddressInfo;
    return {
      ...{
        endpoint: `http://127.0.0.1:${port}`,
        region: 'cn-binhai-1',
        name: 'binhai-portal',
        prefix: 'site',
      },
      ...{ pathStyle: true, accessKeyId: 'KEYOFTHETEST', secretAccessKey: 'secret of the test' },
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  /** Three at a time, so that a list has several pages. */
  #listing(query: URLSearchParams): string {
    const after = query.get('start-after') ?? '';
    const most = Math.min(3, Number(query.get('max-keys') ?? '1000'));
    const keys = [...this.objects.keys()]
      .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
      .toSorted();
    const isMore = keys.length > most;
    const contents = keys
      .slice(0, most)
      .map((key) => {
        const at = this.objects.get(key)?.at.toISOString() ?? '';
        return `<Contents><Key>${key}</Key><LastModified>${at}</LastModified><Size>1</Size></Contents>`;
      })
      .join('');
    return `<ListBucketResult><IsTruncated>${isMore}</IsTruncated>${contents}</ListBucketResult>`;
  }

  async #answer(request: IncomingMessage, reply: ServerResponse): Promise<void> {
    const body = await buffer(request);
    const { name, accessKeyId, secretAccessKey } = this.bucket;
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const refuse = (status: number, code: string): void => {
      reply.writeHead(status, { 'content-type': 'application/xml' });
      reply.end(
        request.method === 'HEAD' ? '' : `<Error><Code>${code}</Code><Message>${code}</Message></Error>`,
      );
    };
    if (!(request.headers.authorization ?? '').includes(`Credential=${accessKeyId}/`))
      return refuse(403, 'InvalidAccessKeyId');
    if (!(await isSigned(request, body, { accessKeyId, secretAccessKey })))
      return refuse(403, 'SignatureDoesNotMatch');
    const query = new URLSearchParams((request.url ?? '').split('?')[1]);
    if (query.get('list-type') === '2') {
      reply.writeHead(200, { 'content-type': 'application/xml' });
      reply.end(this.#listing(query));
      return;
    }
    if (!path.startsWith(`/${name}/`)) return refuse(404, 'NoSuchBucket');
    const key = path.slice(name.length + 2);
    const stored = this.objects.get(key);
    if (request.method === 'HEAD') this.heads += 1;
    if (request.method === 'DELETE') this.objects.delete(key);
    else if (request.method === 'PUT') {
      if (this.left <= 0) return refuse(500, 'InternalError');
      this.left -= 1;
      this.puts.push(key);
      const contentType = request.headers['content-type'] ?? '';
      this.objects.set(key, {
        bytes: body,
        contentType,
        cacheControl: request.headers['cache-control'] ?? '',
        at: new Date(),
      });
    } else if (stored === undefined) return refuse(404, 'NoSuchKey');
    reply.writeHead(request.method === 'DELETE' ? 204 : 200, {
      etag: '"x"',
      ...(stored === undefined ? {} : { 'last-modified': stored.at.toUTCString() }),
    });
    reply.end(request.method === 'GET' ? stored?.bytes : undefined);
  }
}

/** The digest as the signer asks for it. */
class Sha256 {
  readonly #hash: Hash | Hmac;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash =
      secret === undefined
        ? createHash('sha256')
        : createHmac('sha256', typeof secret === 'string' ? secret : Buffer.from(secret as Uint8Array));
  }

  update(some: Uint8Array): void {
    this.#hash.update(some);
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {
    throw new Error('not asked for');
  }
}

const isSigned = async (
  request: IncomingMessage,
  body: Buffer,
  credentials: { readonly accessKeyId: string; readonly secretAccessKey: string },
): Promise<boolean> => {
  const given = request.headers.authorization ?? '';
  const [, region = '', signed = ''] =
    /\/\d{8}\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+)/u.exec(given) ?? [];
  const payload = request.headers['x-amz-content-sha256'];
  if (payload !== createHash('sha256').update(body).digest('hex')) return false;
  const headers = Object.fromEntries(signed.split(';').map((name) => [name, String(request.headers[name])]));
  const date = String(request.headers['x-amz-date']).replace(
    /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/u,
    '$1-$2-$3T$4:$5:$6Z',
  );
  const address = new URL(request.url ?? '', 'http://127.0.0.1');
  const signer = new SignatureV4({
    ...{ credentials, region, service: 's3', uriEscapePath: false, applyChecksum: false, sha256: Sha256 },
  });
  const again = await signer.sign(
    {
      ...{ method: request.method ?? '', protocol: 'http:', hostname: '127.0.0.1', path: address.pathname },
      ...{ query: Object.fromEntries(address.searchParams), headers },
    },
    { signingDate: new Date(date) },
  );
  return again.headers['authorization'] === given;
};
