import type { ChannelPorts, FilePort } from '../ports.js';

/** The same ports until a signal: whoever is no longer waited for asks nobody any more, and a request under way is given up. */
export const untilAborted = (ports: ChannelPorts, signal: AbortSignal): ChannelPorts => ({
  ...ports,
  http: {
    request: async (request) => {
      signal.throwIfAborted();
      return ports.http.request({ ...request, signal });
    },
  },
  files: filesUntil(ports.files, signal),
});

const filesUntil = (files: FilePort, signal: AbortSignal): FilePort => {
  const unlessAborted =
    <Asked extends readonly unknown[], Answer>(ask: (...asked: Asked) => Promise<Answer>) =>
    async (...asked: Asked): Promise<Answer> => {
      signal.throwIfAborted();
      return ask(...asked);
    };
  return {
    write: unlessAborted((root: string, path: string, bytes: string | Uint8Array) =>
      files.write(root, path, bytes),
    ),
    read: unlessAborted((root: string, path: string) => files.read(root, path)),
    remove: unlessAborted((root: string, path: string) => files.remove(root, path)),
    walk: unlessAborted((root: string, from: string | null, limit: number) => files.walk(root, from, limit)),
    changedAt: unlessAborted((root: string, path: string) => files.changedAt(root, path)),
    together: (work) => files.together((lot) => work(filesUntil(lot, signal))),
  };
};
