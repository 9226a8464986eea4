import { until } from './until.js';

export interface Heard {
  readonly type: string;
  readonly id: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

const eventOf = (text: string): Heard | null => {
  const fields = new Map(
    text.split('\n').map((line): [string, string] => {
      const [name = '', ...rest] = line.split(': ');
      return [name, rest.join(': ')];
    }),
  );
  const data = fields.get('data');
  return data === undefined
    ? null
    : {
        ...{ type: fields.get('event') ?? 'message', id: fields.get('id') ?? null },
        data: JSON.parse(data) as Heard['data'],
      };
};

/** GET /api/stream as a program reads it: what came, in order, and whether the server has ended it. */
export const anEventStream = async (address: string, headers: Readonly<Record<string, string>>) => {
  const leaving = new AbortController();
  const answer = await fetch(`${address}/api/stream`, { headers, signal: leaving.signal });
  const heard: Heard[] = [];
  let isEnded = false;
  const read = async (): Promise<void> => {
    let text = '';
    for await (const chunk of (answer.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop() ?? '';
      heard.push(...parts.flatMap((part) => eventOf(part) ?? []));
    }
  };
  const ended = read()
    .catch(() => undefined)
    .finally(() => (isEnded = true));
  return {
    status: answer.status,
    type: answer.headers.get('content-type'),
    heard,
    isEnded: () => isEnded,
    untilHeard: (isIt: (event: Heard) => boolean): Promise<Heard | undefined> =>
      until(
        async () => heard.find(isIt),
        (event) => event !== undefined,
      ),
    leave: async (): Promise<void> => {
      leaving.abort();
      await ended;
    },
  };
};
