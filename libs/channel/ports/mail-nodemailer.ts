import { createTransport } from 'nodemailer';
import type { MailGreeting, MailMessage, MailPort, MailResult, MailServer } from '../ports.js';

/** A server takes a handful of connections from one sender without throttling (CHANNELS C: 5). */
const defaultConnections = 5;

/**
 * Mail through nodemailer. One slot is one connection with a log of its own: nodemailer's error does not tell
 * whether a connection died before or after the final dot, its log does (CHANNELS C), and a log shared by
 * several connections could not say whose message it was.
 */
export class NodemailerMail implements MailPort {
  readonly #pools = new Map<string, SlotPool>();

  constructor(private readonly connections = defaultConnections) {}

  async send(message: MailMessage, server: MailServer): Promise<MailResult> {
    const pool = this.#poolOf(server);
    const slot = await pool.take();
    try {
      return await slot.send(message);
    } finally {
      pool.giveBack(slot);
    }
  }

  async greet(server: MailServer): Promise<MailGreeting> {
    const transport = createTransport({
      ...{ host: server.host, port: server.port, secure: server.secure },
      ...{ requireTLS: server.requireTls === true, disableFileAccess: true, disableUrlAccess: true },
      ...(server.user === undefined ? {} : { auth: { user: server.user, pass: server.password ?? '' } }),
      ...{ connectionTimeout: server.timeoutMs, greetingTimeout: server.timeoutMs },
      socketTimeout: server.timeoutMs,
    });
    try {
      await transport.verify();
      return { kind: 'welcome' };
    } catch (error) {
      const { code = '', message } = detailsOf(error);
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
    const key = JSON.stringify([server.host, server.port, server.secure, server.user, server.password]);
    const pool = this.#pools.get(key) ?? new SlotPool(server, this.connections);
    this.#pools.set(key, pool);
    return pool;
  }
}

class SlotPool {
  readonly #idle: Slot[] = [];
  readonly #waiting: ((slot: Slot) => void)[] = [];
  #made = 0;

  constructor(
    private readonly server: MailServer,
    private readonly most: number,
  ) {}

  async take(): Promise<Slot> {
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#made < this.most) {
      this.#made += 1;
      return new Slot(this.server);
    }
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  giveBack(slot: Slot): void {
    const next = this.#waiting.shift();
    if (next) next(slot);
    else this.#idle.push(slot);
  }

  close(): void {
    for (const slot of this.#idle) slot.close();
  }
}

class Slot {
  #dataWritten = false;
  readonly #transport;

  constructor(private readonly server: MailServer) {
    const { host, port, secure, user, password, timeoutMs, requireTls } = server;
    this.#transport = createTransport({
      pool: true,
      maxConnections: 1,
      // A message whose connection closed is never queued again by the library: after the final dot that doubles it.
      maxRequeues: 0,
      host,
      port,
      secure,
      requireTLS: requireTls ?? false,
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      logger: this.#listener(),
    });
  }

  async send(message: MailMessage): Promise<MailResult> {
    this.#dataWritten = false;
    try {
      const sent = await this.#transport.sendMail({
        ...composed(message),
        signal: AbortSignal.timeout(this.server.timeoutMs),
      });
      return { kind: 'accepted', reply: sent.response };
    } catch (error) {
      return resultOf(error, this.#dataWritten);
    }
  }

  close(): void {
    this.#transport.close();
  }

  /** Only the entry with the byte counts is written once all of DATA has been handed over. */
  #listener(): Listener {
    const silent = (): void => {};
    const note = (entry: unknown): void => {
      if (typeof entry !== 'object' || entry === null || !('tnx' in entry) || !('outByteCount' in entry))
        return;
      if (entry.tnx === 'message') this.#dataWritten = true;
    };
    return {
      level: silent,
      trace: silent,
      debug: silent,
      info: note,
      warn: silent,
      error: silent,
      fatal: silent,
    };
  }
}

type Listener = Record<
  'level' | 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
  (entry: unknown) => void
>;

const composed = (message: MailMessage) => ({
  from: message.from,
  to: message.to,
  subject: message.subject,
  text: message.text,
  html: message.html,
  messageId: message.messageId,
  date: message.date,
  headers: { ...message.headers },
  ...(message.replyTo === undefined ? {} : { replyTo: message.replyTo }),
  // Nested, or nodemailer writes one List-Unsubscribe line per address (CHANNELS C).
  ...(message.listUnsubscribe === undefined ? {} : { list: { unsubscribe: [[...message.listUnsubscribe]] } }),
  attachments: message.attachments.map(({ filename, mimeType, bytes }) => ({
    filename,
    contentType: mimeType,
    content: Buffer.from(bytes),
  })),
});

const resultOf = (error: unknown, dataWritten: boolean): MailResult => {
  const { code = '', responseCode, message } = detailsOf(error);
  const isSignIn = code === 'EAUTH' || code === 'ENOAUTH';
  if (isSignIn) {
    const credential = responseCode === undefined || responseCode >= 500;
    return { kind: 'failed', message, dataWritten: false, credential };
  }
  if (responseCode !== undefined) {
    // 503 speaks of the session, not of the message (RFC 5321 4.2.4).
    const permanent = responseCode >= 500 && responseCode !== 503;
    return { kind: 'refused', code: responseCode, message, permanent };
  }
  return { kind: 'failed', message: `${code}: ${message}`, dataWritten };
};

const detailsOf = (error: unknown): { code?: string; responseCode?: number; message: string } => {
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  const { code, responseCode, message } = error as {
    code?: unknown;
    responseCode?: unknown;
    message?: unknown;
  };
  return {
    message: typeof message === 'string' ? message : 'unknown failure',
    ...(typeof code === 'string' ? { code } : {}),
    ...(typeof responseCode === 'number' ? { responseCode } : {}),
  };
};
