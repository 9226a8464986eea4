import { sessionSchema } from '../../libs/access/access.api.js';
import { csrfHeader } from '../../libs/access/csrf.api.js';

/** An answer as the browser sees it. */
export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** The body of a refusal. */
export interface Refusal {
  readonly code: string;
  readonly reasons: readonly { readonly code: string; readonly message: string; readonly field?: string }[];
}

/** The body of an answer that must not be a refusal. */
export const ok = <Body>({ status, body }: Answer<Body>, step = 'asked'): Body => {
  if (status >= 300) throw new Error(`${step}: ${status} ${JSON.stringify(body)}`);
  return body;
};

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');

/** Somebody at a desk: signs in once and then speaks HTTP with cookie and CSRF header, like the console. */
export class Person {
  private constructor(
    private readonly address: string,
    private cookie: string,
    private readonly csrf: string,
  ) {}

  static async signIn(address: string, username: string, password: string): Promise<Person> {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok)
      throw new Error(`${username} could not sign in: ${response.status} ${await response.text()}`);
    return new Person(address, cookieOf(response), sessionSchema.parse(await response.json()).csrf);
  }

  /** What the browser sends along. */
  get credentials(): Readonly<Record<string, string>> {
    return this.#headers();
  }

  /** With the password that somebody else gave: another one is chosen first. */
  static async signInFirst(address: string, username: string, password: string): Promise<Person> {
    const newPassword = 'seven lamps under a bridge';
    const newcomer = await Person.signIn(address, username, password);
    ok(await newcomer.post('/session/password', { password, newPassword }), username);
    return Person.signIn(address, username, newPassword);
  }

  get<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.#call('GET', path);
  }

  post<Body = Record<string, unknown>>(path: string, body: unknown = {}): Promise<Answer<Body>> {
    return this.#call('POST', path, body);
  }

  put<Body = Record<string, unknown>>(path: string, body: unknown): Promise<Answer<Body>> {
    return this.#call('PUT', path, body);
  }

  delete<Body = Record<string, unknown>>(path: string): Promise<Answer<Body>> {
    return this.#call('DELETE', path);
  }

  /** A write that may be repeated under its key. */
  once<Body = Record<string, unknown>>(key: string, path: string, body: unknown): Promise<Answer<Body>> {
    return this.#call('POST', path, body, { 'idempotency-key': key });
  }

  putOnce<Body = Record<string, unknown>>(key: string, path: string, body: unknown): Promise<Answer<Body>> {
    return this.#call('PUT', path, body, { 'idempotency-key': key });
  }

  /** Multipart, one file named `file`. */
  async upload<Body = Record<string, unknown>>(
    path: string,
    name: string,
    bytes: Uint8Array,
    type: string,
  ): Promise<Answer<Body>> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    const response = await fetch(`${this.address}/api${path}`, {
      method: 'POST',
      headers: this.#headers(),
      body: form,
    });
    return { status: response.status, body: (await response.json()) as Body };
  }

  /** Whatever the answer is, as it came. */
  async say(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.address}/api${path}`, {
      method: method.toUpperCase(),
      headers: { ...this.#headers(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  /** Whatever file the answer is. */
  async fetched(path: string): Promise<{ status: number; type: string; bytes: Uint8Array }> {
    const response = await fetch(`${this.address}/api${path}`, { headers: this.#headers() });
    const type = response.headers.get('content-type') ?? '';
    return { status: response.status, type, bytes: new Uint8Array(await response.arrayBuffer()) };
  }

  /** Bytes as they are, e.g. a picture. */
  async download(path: string): Promise<Buffer> {
    return (await this.downloadNamed(path)).bytes;
  }

  /** With what a browser would call it. */
  async downloadNamed(path: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
    const response = await fetch(`${this.address}/api${path}`, { headers: this.#headers() });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const [, name = ''] =
      /^attachment; filename\*=UTF-8''(.+)$/u.exec(response.headers.get('content-disposition') ?? '') ?? [];
    return { name: decodeURIComponent(name), bytes: Buffer.from(await response.arrayBuffer()) };
  }

  #headers(): Record<string, string> {
    return { cookie: this.cookie, [csrfHeader]: this.csrf };
  }

  async #call<Body>(
    method: string,
    path: string,
    body?: unknown,
    more: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const response = await fetch(`${this.address}/api${path}`, {
      method,
      headers: {
        ...this.#headers(),
        ...more,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // Whoever proves anew who they are gets another.
    if (response.headers.getSetCookie().length > 0) this.cookie = cookieOf(response);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
  }
}
