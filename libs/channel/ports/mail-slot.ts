import { createTransport } from 'nodemailer';
import type { MailResult, MailServer } from '../ports.js';
import type { ComposedMail } from './mail-composed.js';
import { mailErrorOf } from './mail-error.js';

/**
 * What nodemailer signs by default, and what RFC 8058 demands besides: an unsubscribe header that a stranger
 * could add is one that no mailbox trusts. nodemailer's own list lacks List-Unsubscribe-Post (CHANNELS C).
 */
const signedHeaders = [
  'From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding',
  'In-Reply-To:References:List-Id:List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted:Precedence',
  'X-Koujing-Release:X-Embargo-Until',
].join(':');

/** One connection: one message at a time, with a log that speaks of that message alone. */
export class MailSlot {
  #dataWritten = false;
  readonly #transport;

  constructor(
    private readonly server: MailServer,
    trust: { readonly ca?: string },
  ) {
    const { host, port, secure, user, password, timeoutMs, requireTls, dkim } = server;
    this.#transport = createTransport({
      pool: true,
      maxConnections: 1,
      // The library's 100 would open a connection anew at every hundredth mail; who wants fewer says 421.
      maxMessages: 1_000,
      // A message whose connection closed is never queued again by the library: after the final dot that doubles it.
      maxRequeues: 0,
      host,
      port,
      secure,
      requireTLS: requireTls ?? false,
      tls: trust,
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
      ...(dkim === undefined
        ? {}
        : {
            dkim: {
              domainName: dkim.domain,
              keySelector: dkim.selector,
              privateKey: dkim.privateKey,
              headerFieldNames: signedHeaders,
            },
          }),
      connectionTimeout: timeoutMs,
      greetingTimeout: timeoutMs,
      socketTimeout: timeoutMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      logger: this.#listener(),
    });
  }

  async send(mail: ComposedMail): Promise<MailResult> {
    this.#dataWritten = false;
    // Not AbortSignal.timeout(): that one fires for every message that has long been sent, thousands at a time.
    const overdue = new AbortController();
    const timer = setTimeout(() => overdue.abort(new Error('the call took too long')), this.server.timeoutMs);
    try {
      const sent = await this.#transport.sendMail({ ...mail, signal: overdue.signal });
      return { kind: 'accepted', reply: sent.response };
    } catch (error) {
      return resultOf(error, this.#dataWritten);
    } finally {
      clearTimeout(timer);
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

/** 553: the library refused the address itself, before any command: a server without SMTPUTF8 and a name in Chinese. */
const addressRefused = 553;

const resultOf = (error: unknown, dataWritten: boolean): MailResult => {
  const { code = '', responseCode, message } = mailErrorOf(error);
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
  if (code === 'EENVELOPE') return { kind: 'refused', code: addressRefused, message, permanent: true };
  return { kind: 'failed', message: `${code}: ${message}`, dataWritten };
};
