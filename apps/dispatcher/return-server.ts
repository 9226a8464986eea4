import type { AddressInfo } from 'node:net';
import type { LogPort } from '@koujing/channel';
import type { TakeReturn } from '@koujing/dispatch';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A report carries our headers, or our whole mail at most; nothing larger is for us. */
const largestReturn = 12 * 1_048_576;
const connectionsAtOnce = 50;

export interface ReturnAddress {
  readonly host: string;
  readonly port: number;
}

export interface ReturnServer extends ReturnAddress {
  close(): Promise<void>;
}

/**
 * Takes the bounces: the MX of the return address's domain points here. A mail is answered 250 only once it is
 * committed, so a process that dies loses none: the sending server comes again. It takes mail for our return
 * addresses and for nobody else, and sends none.
 */
export const startReturnServer = async (
  take: Pick<TakeReturn, 'perform' | 'accepts'>,
  address: ReturnAddress,
  log: LogPort,
): Promise<ReturnServer> => {
  const server = new SMTPServer(optionsOf(take, log));
  server.on('error', (error: Error) => log.warn('returns.connection', { reason: error.message }));
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(address.port, address.host, () => resolve());
  });
  return {
    host: address.host,
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};

const optionsOf = (take: Pick<TakeReturn, 'perform' | 'accepts'>, log: LogPort): SMTPServerOptions => ({
  banner: 'Koujing returns',
  size: largestReturn,
  maxClients: connectionsAtOnce,
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  disableReverseLookup: true,
  closeTimeout: 2_000,
  onRcptTo: ({ address }, _session, done) =>
    void take.accepts(address).then(
      (accepted) => done(accepted ? null : refusal(550, '5.1.1 No such mailbox here')),
      (error: unknown) => done(later(error, log)),
    ),
  onData: (stream, session, done) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('end', () => {
      if (stream.sizeExceeded) return done(refusal(552, '5.3.4 Too big for a report'));
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      take.perform({ raw: Buffer.concat(chunks), recipients }).then(
        () => done(null, '2.0.0 Taken'),
        (error: unknown) => done(later(error, log)),
      );
    });
  },
});

const refusal = (code: number, text: string): Error => Object.assign(new Error(text), { responseCode: code });

/** The database is away: the other side keeps the mail and comes again. */
const later = (error: unknown, log: LogPort): Error => {
  log.warn('returns.notTaken', { reason: error instanceof Error ? error.message : String(error) });
  return refusal(451, '4.3.0 Try again later');
};
