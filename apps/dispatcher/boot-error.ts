import { createServer } from 'node:net';
import { Problem } from '@koujing/kernel';

/** One clear sentence and a non-zero exit: a stack trace helps no clerk. */
export const tellAndExit = (error: unknown): never => {
  if (error instanceof Problem)
    for (const { message, messageEn } of error.reasons) console.error(`✗ ${message}\n  ${messageEn}`);
  else {
    const code = codeOf(error);
    const reason = messageOf(error);
    console.error(`✗ 口径未能运行：${reason}。\n  Koujing could not run: ${reason}.`);
    // What the surroundings refuse has a code and is told by it; anything else is our own defect.
    if (code === null) console.error(error);
  }
  process.exit(1);
};

const codeOf = (error: unknown): string | null => {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
};

/** A refused connection to `localhost` carries one error per address and no message of its own. */
const messageOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.message === '')
    return error.errors.map((part) => messageOf(part)).join('; ');
  return error instanceof Error ? error.message : String(error);
};

/** Refuses before anything is opened, so that a second start leaves nothing behind. */
export const refuseTakenPort = async (
  host: string,
  port: number,
  name: { zh: string; en: string },
): Promise<void> => {
  if (port === 0) return;
  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portProblem(error, port, name)));
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
};

const portProblem = (
  error: NodeJS.ErrnoException,
  port: number,
  name: { zh: string; en: string },
): Problem => {
  const taken = error.code === 'EADDRINUSE';
  return new Problem('unavailable', [
    {
      code: taken ? 'portTaken' : 'portRefused',
      message: taken
        ? `端口 ${port}（${name.zh}）已被占用，请先停止占用它的程序，或在配置中改用别的端口。`
        : `端口 ${port}（${name.zh}）无法使用：${error.code ?? error.message}。`,
      messageEn: taken
        ? `Port ${port} (${name.en}) is taken; stop the program that uses it, or configure another port.`
        : `Port ${port} (${name.en}) cannot be used: ${error.code ?? error.message}.`,
      field: 'port',
    },
  ]);
};
