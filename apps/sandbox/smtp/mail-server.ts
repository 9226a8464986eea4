import type { AddressInfo, Socket } from 'node:net';
import {
  SMTPServer,
  type SMTPServerAddress,
  type SMTPServerOptions,
  type SMTPServerSession,
} from 'smtp-server';
import { setTimeout as sleep } from 'node:timers/promises';
import { outcomeKinds, type Fault } from '../fault.js';
import type { World } from '../world.js';
import { keepMail, parsedMail } from './mail-keeping.js';

const largestMail = 25 * 1_048_576;

export interface MailServer {
  readonly port: number;
  close(): Promise<void>;
}

type Done = (error?: Error | null) => void;
type Stage = 'connect' | 'MAIL' | 'RCPT' | 'DATA' | 'dot';

/** An SMTP server that keeps every mail, and breaks off at whatever stage a fault says. */
export const startMailServer = async (
  world: World,
  address: { host: string; port: number },
): Promise<MailServer> => {
  const sockets = new Set<Socket>();
  const server = new SMTPServer(optionsOf(world, sockets));
  server.server.prependListener('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  // A client or a fault that cuts the line is no fault of the server; the journal has it.
  server.on('error', (error: Error) => world.journal.add('smtp', 'connection', error.message));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(address.port, address.host, () => resolve());
  });
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { port: (server.server.address() as AddressInfo).port, close };
};

const optionsOf = (world: World, sockets: ReadonlySet<Socket>): SMTPServerOptions => {
  const { user, password } = world.accounts.mail;
  const at = (stage: Stage, session: SMTPServerSession, text: string, done: Done): void =>
    void pass(world, { stage, socket: socketOf(session, sockets), text }).then((error) => {
      if (error !== 'never') done(error);
    });
  return {
    name: 'sandbox.invalid',
    banner: 'Koujing sandbox',
    size: largestMail,
    authOptional: user === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    hideENHANCEDSTATUSCODES: false,
    hideDSN: false,
    closeTimeout: 1_000,
    onAuth: (auth, _session, done) =>
      user === undefined || (auth.username === user && auth.password === password)
        ? done(null, { user: auth.username })
        : done(smtpError(535, '5.7.8 Authentication credentials invalid')),
    onConnect: (session, done) => at('connect', session, '', done),
    onMailFrom: ({ address }, session, done) => at('MAIL', session, address, done),
    onRcptTo: ({ address }, session, done) =>
      address.endsWith('.invalid')
        ? done(smtpError(550, '5.1.2 Bad destination mailbox address'))
        : at('RCPT', session, address, done),
    onData: (stream, session, done) =>
      void takeData({ stream, session, done, world, sockets }).catch((error: unknown) =>
        done(error instanceof Error ? error : new Error(String(error))),
      ),
  };
};

interface DataTaken {
  readonly stream: Parameters<NonNullable<SMTPServerOptions['onData']>>[0];
  readonly session: SMTPServerSession;
  readonly done: Parameters<NonNullable<SMTPServerOptions['onData']>>[2];
  readonly world: World;
  readonly sockets: ReadonlySet<Socket>;
}

/** The dot is the commit: what a fault does before or after it is what the sender cannot know. */
const takeData = async ({ stream, session, done, world, sockets }: DataTaken): Promise<void> => {
  const envelope = {
    from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
    recipients: session.envelope.rcptTo.map(({ address }) => address),
    toldOfSuccess: session.envelope.rcptTo.filter(wantsSuccess).map(({ address }) => address),
  };
  const socket = socketOf(session, sockets);
  const early = await pass(world, { stage: 'DATA', socket, text: envelope.recipients.join('\n') });
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => stream.once('end', resolve));
  if (early === 'never') return;
  if (early) return done(early);
  if (stream.sizeExceeded) return done(smtpError(552, '5.3.4 Message too big'));
  const mail = await parsedMail(Buffer.concat(chunks), envelope, world);
  const text = [...mail.recipients, mail.subject, mail.messageId].join('\n');
  const commit = (): void => keepMail(mail, envelope.toldOfSuccess, world);
  const late = await pass(world, { stage: 'dot', socket, text, commit });
  if (late === 'never') return;
  if (late) done(late);
  else done(null, `2.0.0 Ok: queued as ${mail.id}`);
};

interface Passage {
  readonly stage: Stage;
  readonly socket: Socket | undefined;
  readonly text: string;
  readonly commit?: () => void;
}

/** Undefined: go on. An error: refuse with it. `never`: the line is cut or stays silent. */
const pass = async (
  world: World,
  { stage, socket, text, commit }: Passage,
): Promise<Error | 'never' | undefined> => {
  const slow = world.faults.take('smtp', stage, ['latency'], text);
  if (slow) await sleep(slow.milliseconds ?? 1_000);
  const fault = world.faults.take('smtp', stage, outcomeKinds, text);
  if (fault === undefined || fault.kind.endsWith('AfterCommit')) commit?.();
  if (fault !== undefined || stage === 'dot') world.journal.add('smtp', stage, fault?.kind ?? 'ok');
  if (fault === undefined) return undefined;
  if (fault.kind === 'error' || fault.kind === 'errorAfterCommit') return replyOf(fault);
  if (fault.kind.startsWith('reset')) socket?.destroy();
  return 'never';
};

const replyOf = (fault: Fault): Error => {
  const code = fault.code ?? 451;
  return smtpError(
    code,
    fault.text ?? (code < 500 ? '4.7.1 Greylisted, please try again later' : '5.1.1 User unknown'),
  );
};

const wantsSuccess = (recipient: SMTPServerAddress): boolean =>
  recipient.dsn?.notify?.includes('SUCCESS') ?? false;

const smtpError = (code: number, text: string): Error =>
  Object.assign(new Error(text), { responseCode: code });

const socketOf = (session: SMTPServerSession, sockets: ReadonlySet<Socket>): Socket | undefined =>
  [...sockets].find(
    ({ remoteAddress, remotePort }) =>
      remotePort === session.remotePort && remoteAddress?.endsWith(session.remoteAddress),
  );
