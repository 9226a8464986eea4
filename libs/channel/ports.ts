import type { Clock } from '@koujing/kernel';
import type { Pending, Receipt } from './outcome.js';

/** A reply whose status the channel judges itself: only a connection that failed throws `HttpFailure`. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as UTF-8 bytes, a form as multipart. */
  readonly body?: string | Uint8Array | FormData;
  readonly timeoutMs: number;
  /** Only if the host's address, as connected to, is a public one: for addresses that others have given us. */
  readonly reach?: 'public';
  /** Given up when it is aborted: nobody waits for the answer any more. */
  readonly signal?: AbortSignal;
  /** A longer answer is a failure; the port's own limit if absent. */
  readonly mostBytes?: number;
}

/** The connection failed. `sent: 'no'` only if it is certain that no byte of the request left this machine. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';

  constructor(
    message: string,
    readonly sent: 'no' | 'maybe',
    /** Not even tried: the host is on a private network, and the request may reach only public ones. */
    readonly privateAddress = false,
  ) {
    super(message);
  }
}

export interface HttpPort {
  request(request: HttpRequest): Promise<HttpReply>;
}

export interface MailMessage {
  readonly from: string;
  readonly to: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Readonly<Record<string, string>>;
  readonly listUnsubscribe?: readonly string[];
  /** The envelope's sender where bounces go elsewhere than to `from`, and the delivery's name for reports about it. */
  readonly envelope?: { readonly from: string; readonly id: string };
  readonly attachments: readonly {
    readonly filename: string;
    /** For programs that show only ASCII names. */
    readonly asciiName: string;
    readonly mimeType: string;
    readonly sha256: string;
    readonly bytes: Uint8Array;
  }[];
}

/** `dataWritten` tells whether the whole message had gone out when the connection died (CHANNELS.md C). */
export type MailResult =
  | { readonly kind: 'accepted'; readonly reply: string }
  | { readonly kind: 'refused'; readonly code: number; readonly message: string; readonly permanent: boolean }
  | {
      readonly kind: 'failed';
      readonly message: string;
      readonly dataWritten: boolean;
      readonly credential?: boolean;
    };

/** `credential`: the server refused the sign-in, so that trying again by itself is of no use. */
export type MailGreeting =
  | { readonly kind: 'welcome' }
  | { readonly kind: 'failed'; readonly message: string; readonly credential: boolean };

/** Awaited on the way to a connection; what one throws is thrown. Thousands may wait for a free connection. */
export interface MailSteps {
  /** Soon it is this message's turn, and no sooner: time to write down that it is about to go. */
  readonly ready?: () => Promise<void>;
  /** With a connection in hand, right before its first command: whoever waited long can still turn back. */
  readonly begin?: () => Promise<void>;
}

export interface MailPort {
  send(message: MailMessage, server: MailServer, steps?: MailSteps): Promise<MailResult>;
  /** Connects and signs in; sends nothing. */
  greet(server: MailServer): Promise<MailGreeting>;
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** Refuse to go on without STARTTLS; for servers beyond this machine. */
  readonly requireTls?: boolean;
  readonly user?: string;
  readonly password?: string;
  readonly timeoutMs: number;
  /** Connections at once; the port's own number if absent. */
  readonly connections?: number;
  readonly dkim?: { readonly domain: string; readonly selector: string; readonly privateKey: string };
}

/** A file could not be written or read; the message says which and why, in words for an operator. */
export class FileFailure extends Error {
  override readonly name = 'FileFailure';

  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
  }
}

/** Files under one root; `write` is atomic (temporary file, fsync, rename, fsync of the folder). */
export interface FilePort {
  write(root: string, path: string, bytes: string | Uint8Array): Promise<void>;
  read(root: string, path: string): Promise<Uint8Array | null>;
  remove(root: string, path: string): Promise<void>;
  /**
   * Some of the files that lie under a root, whoever put them there; hidden ones and folders are left out. Goes on where `from`
   * says (null: at the beginning) and reads `limit` names at the most, however many there are; `next` is null at the end.
   * `changedAt` as below, for those of which the listing itself tells it.
   */
  walk(
    root: string,
    from: string | null,
    limit: number,
  ): Promise<{
    readonly paths: readonly string[];
    readonly next: string | null;
    readonly changedAt?: ReadonlyMap<string, Date>;
  }>;
  /** When it was put there or changed last, told by whoever keeps it and not by whoever put it there; null where there is none. */
  changedAt(root: string, path: string): Promise<Date | null>;
  /** What `work` writes and removes is atomic file by file as ever, but lasts through a power cut only when this has ended. */
  together<T>(work: (files: FilePort) => Promise<T>): Promise<T>;
}

export interface LogPort {
  info(event: string, fields: Readonly<Record<string, string | number>>): void;
  warn(event: string, fields: Readonly<Record<string, string | number>>): void;
}

/** A channel touches the world only through these. */
export interface ChannelPorts {
  readonly http: HttpPort;
  readonly mail: MailPort;
  readonly files: FilePort;
  readonly clock: Clock;
  readonly log: LogPort;
}

/** An account's token, refreshed in one place only (DESIGN: "Tokens"). */
export interface TokenPort {
  current(): Promise<string>;
  /** Called when the platform refused `failed`: a new one, or null if a person must act. */
  replace(failed: string): Promise<string | null>;
}

/** Before every remote write: is the claim still ours, with more lease left than the call may take? Throws `FenceLost`. */
export interface Fence {
  check(callTimeoutMs: number): Promise<void>;
}

export class FenceLost extends Error {
  override readonly name = 'FenceLost';
}

/** Everything a channel gets for one attempt. */
export interface Attempt<Settings = unknown, Secrets = unknown> {
  readonly deliveryId: string;
  /** `recall` sends the notice that an earlier publication is withdrawn. */
  readonly operation: 'send' | 'correct' | 'withdraw' | 'recall';
  /** The publication that this one corrects, recalls or follows up. */
  readonly amends?: Receipt;
  /** Deterministic; carries release, version, account, operation, recipient and generation. */
  readonly idempotencyKey: string;
  readonly generation: number;
  readonly releaseId: string;
  readonly version: number;
  /** The mail address, for channels with one row per recipient. */
  readonly recipient?: string;
  readonly portalUrl: string;
  /** When the first intent of this row was committed: no search may conclude "absent" without reaching back past it. */
  readonly firstIntentAt: Date;
  /** When the last intent was committed; `settleMs` counts from here. */
  readonly lastIntentAt: Date;
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly token: TokenPort;
  readonly fence: Fence;
  readonly ports: ChannelPorts;
  readonly images: readonly {
    readonly sha256: string;
    readonly mimeType: string;
    readonly bytes: Uint8Array;
  }[];
  /** The last committed checkpoint of this row, if an earlier attempt left one. */
  readonly phase: { readonly step: string; readonly data: Pending } | null;
  /** The other way of publishing that a person chose for this row (`Alternative.id`). */
  readonly alternative?: string;
  /** Committed before it resolves; call it before and after each remote write. */
  checkpoint(step: string, data: Pending): Promise<void>;
}
