import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { AxiosHttp } from '@koujing/channel';

/** The receiving end, in a process of its own so that it takes none of a contestant's time. */
export interface Sink {
  /** One delivery: the same client and the same bytes for every contestant. */
  post(mark: string): Promise<void>;
  taken(): Promise<number>;
  close(): void;
}

export const startSink = async (): Promise<Sink> => {
  const program = `sink-process${extname(import.meta.filename)}`;
  const child = fork(join(import.meta.dirname, program));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('error', reject);
  });
  const http = new AxiosHttp();
  const url = `http://127.0.0.1:${port}/`;
  return {
    post: async (mark) => {
      const { status } = await http.request({ method: 'POST', url, body: mark, timeoutMs: 15_000 });
      if (status !== 200) throw new Error(`the sink answered ${status}`);
    },
    taken: async () => {
      const { body } = await http.request({ method: 'GET', url, timeoutMs: 15_000 });
      return Number(Buffer.from(body).toString());
    },
    close: () => {
      http.close();
      child.disconnect();
    },
  };
};
