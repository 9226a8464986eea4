import { connect, type Socket } from 'node:net';
import { isLoopbackHost, Problem } from '@koujing/kernel';

/** Longer than a full file takes on a busy machine; a person waits no longer. */
const patienceMs = 20_000;
const chunkBytes = 64 * 1024;

/** Where clamd listens: a socket's path, or a port of this machine. What is not out yet is shown to nobody else's machine. */
export type ClamdPlace = { readonly path: string } | { readonly host: string; readonly port: number };

/** `/run/clamav/clamd.ctl` or `127.0.0.1:3310`; null for anything else. */
export const clamdPlace = (given: string): ClamdPlace | null => {
  if (given.startsWith('/')) return { path: given };
  const { host = '', port = '' } = /^(?<host>.+):(?<port>\d{1,5})$/u.exec(given)?.groups ?? {};
  return isLoopbackHost(host) && Number(port) <= 65_535 ? { host, port: Number(port) } : null;
};

/** A virus scanner that speaks clamd's protocol (clamd(8): commands that begin with z and end with a zero byte). */
export class Clamd {
  constructor(
    private readonly place: ClamdPlace,
    private readonly patience = patienceMs,
  ) {}

  /** @throws Problem `refused` for what it knows as malicious, `unavailable` when it gives no verdict: then nothing is kept. */
  async check(bytes: Uint8Array): Promise<void> {
    const said = await this.#ask((socket) => {
      socket.write('zINSTREAM\0');
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        const chunk = bytes.subarray(at, at + chunkBytes);
        socket.write(sizeOf(chunk.length));
        socket.write(chunk);
      }
      socket.write(sizeOf(0));
    });
    if (said === 'stream: OK') return;
    const { name } = /^stream: (?<name>.+) FOUND$/u.exec(said)?.groups ?? {};
    throw name === undefined
      ? new Problem('unavailable', [noVerdict])
      : new Problem('refused', [infected(name)]);
  }

  async answers(): Promise<boolean> {
    return (await this.#ask((socket) => socket.write('zPING\0'))) === 'PONG';
  }

  /** What it says before it hangs up; '' where nothing comes of it. */
  #ask(tell: (socket: Socket) => void): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(this.place);
      let said = '';
      const end = (answer: string): void => {
        clearTimeout(timer);
        socket.destroy();
        resolve(answer);
      };
      const timer = setTimeout(() => end(''), this.patience);
      socket.setEncoding('utf8');
      socket.once('connect', () => tell(socket));
      socket.on('data', (text: string) => {
        said += text;
        if (said.includes('\0')) end(said.slice(0, said.indexOf('\0')));
      });
      socket.once('error', () => end(''));
      socket.once('close', () => end(''));
    });
  }
}

const sizeOf = (length: number): Buffer => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(length);
  return size;
};

const infected = (name: string) => ({
  code: 'infectedFile',
  message: `防病毒程序认出了恶意内容（${name}），文件没有收下。请在自己的电脑上查毒后再传。`,
  messageEn: `The virus scanner knows this file as malicious (${name}); it was not taken. Scan it on your own machine first.`,
  field: 'file',
});

const noVerdict = {
  code: 'scannerAway',
  message: '防病毒程序没有应答，文件没有收下，请稍后再传；一直如此请告诉管理员。',
  messageEn:
    'The virus scanner gave no answer and the file was not taken. Try again later; tell the administrator if it stays so.',
  field: 'file',
};
