import { createTransport } from 'nodemailer';
import type { MailGreeting, MailMessage, MailPort, MailResult, MailServer, MailSteps } from '../ports.js';
import { trustFor, type InternalCa } from './internal-ca.js';
import { composed } from './mail-composed.js';
import { mailErrorOf } from './mail-error.js';
import { MailSlot } from './mail-slot.js';

/** A server takes a handful of connections from one sender without throttling (CHANNELS C: 5). */
const defaultConnections = 5;

/**
 * Mail through nodemailer. One slot is one connection with a log of its own: nodemailer's error does not tell
 * whether a connection died before or after the final dot, its log does (CHANNELS C), and a log shared by
 * several connections could not say whose message it was.
 */
export class NodemailerMail implements MailPort {
  readonly #pools = new Map<string, SlotPool>();

  constructor(
    private readonly connections = defaultConnections,
    private readonly internal: InternalCa | null = null,
  ) {}

  async send(
    message: MailMessage,
    server: MailServer,
    { ready, begin }: MailSteps = {},
  ): Promise<MailResult> {
    const pool = this.#poolOf(server);
    await pool.turns.take();
    try {
      const [mail] = await Promise.all([composed(message), ready?.()]);
      const slot = await pool.take();
      try {
        await begin?.();
        return await slot.send(mail);
      } finally {
        pool.giveBack(slot);
      }
    } finally {
      pool.turns.giveBack();
    }
  }

  async greet(server: MailServer): Promise<MailGreeting> {
    const transport = createTransport({
      ...{ host: server.host, port: server.port, secure: server.secure },
      tls: trustFor(this.internal, server.host),
      ...{ requireTLS: server.requireTls === true, disableFileAccess: true, disableUrlAccess: true },
      ...(server.user === undefined ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
      ...{ connectionTimeout: server.timeoutMs, greetingTimeout: server.timeoutMs },
      socketTimeout: server.timeoutMs,
    });
    try {
      await transport.verify();
      return { kind: 'welcome' };
    } catch (error) {
      const { code = '', message } = mailErrorOf(error);
      return { kind: 'failed', message, credential: code === 'EAUTH' || code === 'ENOAUTH' };
    } finally {
      transport.close();
    }
  }

  close(): void {
    for (const pool of this.#pools.values()) pool.close();
    this.#pools.clear();
  }

  #poolOf(server: MailServer): SlotPool {
    const { host, port, secure, user, password, dkim, requireTls, connections } = server;
    const key = JSON.stringify([host, port, secure, user, password, dkim, requireTls, connections]);
    const pool =
      this.#pools.get(key) ??
      new SlotPool(server, connections ?? this.connections, trustFor(this.internal, host));
    this.#pools.set(key, pool);
    return pool;
  }
}

/** A message is made ready while those before it are on their connection; the ones further behind have not begun anything. */
const turnsPerConnection = 3;

/** So many at a time, first come first served. */
class Turns {
  readonly #waiting: (() => void)[] = [];

  constructor(private free: number) {}

  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  giveBack(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}

class SlotPool {
  readonly turns: Turns;
  readonly #idle: MailSlot[] = [];
  readonly #waiting: ((slot: MailSlot) => void)[] = [];
  #made = 0;

  constructor(
    private readonly server: MailServer,
    private readonly most: number,
    private readonly trust: { readonly ca?: string },
  ) {
    this.turns = new Turns(most * turnsPerConnection);
  }

  async take(): Promise<MailSlot> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#made < this.most) {
      this.#made += 1;
      return new MailSlot(this.server, this.trust);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  giveBack(slot: MailSlot): void {
    const next = this.#waiting.shift();
    if (next) next(slot);
    else this.#idle.push(slot);
  }

  close(): void {
    for (const slot of this.#idle) slot.close();
  }
}
