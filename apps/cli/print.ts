import { once } from 'node:events';

/** Writes to stdout and waits while the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** One answer, for a program or for a person. */
export const told = (value: unknown, text: string, { json }: { readonly json?: true }): Promise<void> =>
  print(json ? `${JSON.stringify(value)}\n` : `${text}\n`);
