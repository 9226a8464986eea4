import { fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';

/** The receiving mail server, in a process of its own so that it takes none of a contestant's time. */
export interface MailSink {
  readonly port: number;
  /** How many different Message-IDs it has taken, and how many mails, since it was last asked. */
  taken(): Promise<{ readonly mails: number; readonly different: number }>;
  close(): void;
}

export const startMailSink = async (): Promise<MailSink> => {
  const child = fork(join(import.meta.dirname, `mail-sink-process${extname(import.meta.filename)}`));
  const [port] = await once(child, 'message');
  return {
    port: Number(port),
    taken: async () => {
      child.send('taken');
      const [counts] = await once(child, 'message');
      return counts as { mails: number; different: number };
    },
    close: () => child.disconnect(),
  };
};
