import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { AxiosError, type AxiosInstance } from 'axios';
import { currentTrace, isPrivateHost, traceparentOf } from '@koujing/kernel';
import { PrivateAddress, privateCode, publicLookup } from './public-lookup.js';
import { trustFor, type InternalCa } from './internal-ca.js';
import { HttpFailure, type HttpPort, type HttpReply, type HttpRequest } from '../ports.js';

/** Failures before a connection stood: no byte of the request can have left. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_INVALID_URL',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** No platform's answer is larger; a larger one is not from the platform. */
const mostReplyBytes = 32 * 1_048_576;

/**
 * Unused connections are closed before the server does (5 s is the shortest default known): a POST on a connection
 * that the server is just closing would end as "maybe sent", and so in front of a person.
 */
const idleMs = 4_000;

/** HTTP through axios on kept-alive connections. No redirect is followed: a POST must not be made twice. */
export class AxiosHttp implements HttpPort {
  readonly #agents: readonly [HttpAgent, HttpsAgent];
  /** Connections of their own: a kept-alive one that was made without the check must not serve a checked request. */
  readonly #publicAgents: readonly [HttpAgent, HttpsAgent];
  readonly #internalAgent: HttpsAgent;
  readonly #client: AxiosInstance;

  constructor(
    connectionsPerHost = 32,
    private readonly internal: InternalCa | null = null,
  ) {
    const options = { keepAlive: true, maxSockets: connectionsPerHost, timeout: idleMs };
    this.#agents = [new HttpAgent(options), new HttpsAgent(options)];
    this.#internalAgent = new HttpsAgent({ ...options, ...(internal === null ? {} : { ca: internal.pem }) });
    const checked = { ...options, lookup: publicLookup };
    this.#publicAgents = [new HttpAgent(checked), new HttpsAgent(checked)];
    this.#client = axios.create({
      httpAgent: this.#agents[0],
      httpsAgent: this.#agents[1],
      responseType: 'arraybuffer',
      validateStatus: () => true,
      maxRedirects: 0,
      maxBodyLength: Infinity,
      maxContentLength: mostReplyBytes,
      transformRequest: [(data: unknown) => data],
      transformResponse: [(data: unknown) => data],
      headers: { common: { Accept: 'application/json, */*' }, post: { 'Content-Type': null } },
    });
  }

  async request(request: HttpRequest): Promise<HttpReply> {
    const { bytes, type } = await encoded(request.body);
    const isPublicOnly = request.reach === 'public';
    // A literal address is never looked up.
    if (isPublicOnly && URL.canParse(request.url) && isPrivateHost(new URL(request.url).hostname))
      throw failureOf(new PrivateAddress(), request);
    try {
      const reply = await this.#client.request<Buffer>({
        method: request.method,
        url: request.url,
        headers: { ...(type === null ? {} : { 'Content-Type': type }), ...onBehalf(), ...request.headers },
        ...(bytes === null ? {} : { data: bytes }),
        // The signal bounds the whole call; axios's own timeout ends with the first byte on some paths.
        signal: AbortSignal.any([
          AbortSignal.timeout(request.timeoutMs),
          ...(request.signal ? [request.signal] : []),
        ]),
        ...(request.mostBytes === undefined ? {} : { maxContentLength: request.mostBytes }),
        ...(isPublicOnly ? this.#publicOnly : this.#trusting(request.url)),
      });
      const headers = Object.entries(reply.headers).map(([name, value]) => [
        name.toLowerCase(),
        String(value),
      ]);
      return { status: reply.status, headers: Object.fromEntries(headers), body: new Uint8Array(reply.data) };
    } catch (error) {
      throw failureOf(error, request);
    }
  }

  /** A proxy named in the environment would resolve the host itself, behind our check. */
  get #publicOnly() {
    const [httpAgent, httpsAgent] = this.#publicAgents;
    return { httpAgent, httpsAgent, proxy: false as const };
  }

  #trusting(url: string) {
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    return trustFor(this.internal, host).ca === undefined ? {} : { httpsAgent: this.#internalAgent };
  }

  close(): void {
    for (const agent of [...this.#agents, ...this.#publicAgents, this.#internalAgent]) agent.destroy();
  }
}

/** Names the click that the call goes back to (W3C Trace Context); an id without meaning to anybody else. */
const onBehalf = (): Readonly<Record<string, string>> => {
  const trace = currentTrace();
  return trace === null ? {} : { traceparent: traceparentOf(trace) };
};

/**
 * A form is written out whole, so that it goes with a Content-Length:
 * WeChat answers 41005 to a chunked upload.
 */
const encoded = async (body: HttpRequest['body']): Promise<{ bytes: Buffer | null; type: string | null }> => {
  if (body === undefined) return { bytes: null, type: null };
  if (typeof body === 'string') return { bytes: Buffer.from(body, 'utf8'), type: null };
  if (body instanceof Uint8Array) return { bytes: Buffer.from(body), type: null };
  const form = new Response(body);
  return { bytes: Buffer.from(await form.arrayBuffer()), type: form.headers.get('content-type') };
};

/** The message names host and cause only: an address may carry a token in its query. */
const failureOf = (error: unknown, request: HttpRequest): HttpFailure => {
  const code = codeOf(error);
  const host = URL.canParse(request.url) ? new URL(request.url).host : 'an invalid address';
  const isPrivate = code === privateCode;
  const sent = isPrivate || isBeforeSending(error, code) ? 'no' : 'maybe';
  return new HttpFailure(`No answer from ${host} (${code}).`, sent, isPrivate);
};

const codeOf = (error: unknown): string =>
  error instanceof PrivateAddress
    ? privateCode
    : error instanceof AxiosError
      ? error.code === 'ERR_CANCELED'
        ? 'ETIMEDOUT'
        : (error.code ?? 'ERR_UNKNOWN')
      : 'ERR_UNKNOWN';

const isBeforeSending = (error: unknown, code: string): boolean => {
  if (neverConnected.has(code)) return true;
  const cause = error instanceof Error ? error.cause : undefined;
  const syscall =
    cause !== null && typeof cause === 'object' && 'syscall' in cause ? cause.syscall : undefined;
  return syscall === 'connect' || syscall === 'getaddrinfo';
};
