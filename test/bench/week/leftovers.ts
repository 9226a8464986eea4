import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Ends what a run that was itself killed left running: processes that work in its own folder, and no others. Where there
 * is no /proc they ended with their pipes, or the directory's lock says so.
 */
export const endLeftovers = async (folder: string): Promise<void> => {
  const left = (): readonly number[] => pids().filter((pid) => pid !== process.pid && isOf(pid, folder));
  for (const pid of left()) process.kill(pid, 'SIGKILL');
  while (left().length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
};

const pids = (): readonly number[] => {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
};

const isOf = (pid: number, folder: string): boolean => {
  const words = (name: string): readonly string[] => {
    try {
      return readFileSync(join('/proc', String(pid), name), 'utf8').split('\0');
    } catch {
      return [];
    }
  };
  return (
    words('environ').includes(`KOUJING_DATA=${join(folder, 'data')}`) ||
    words('cmdline').includes(join(folder, 'postgres', 'data'))
  );
};
