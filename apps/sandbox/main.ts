import { z } from 'zod';
import { startSandbox, type SandboxOptions } from './sandbox.js';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z.object({
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  SANDBOX_HTTP_PORT: port.default(4080),
  SANDBOX_SMTP_PORT: port.default(4025),
  SANDBOX_DIRECTORY: z.string().min(1).optional(),
});

const stopWith = (sentence: string): never => {
  console.error(sentence);
  process.exit(1);
};

const options = (): SandboxOptions => {
  const read = environment.safeParse(process.env);
  if (!read.success)
    return stopWith(`沙箱配置有误。The sandbox is not configured well:\n${z.prettifyError(read.error)}`);
  const { SANDBOX_HOST, SANDBOX_HTTP_PORT, SANDBOX_SMTP_PORT, SANDBOX_DIRECTORY } = read.data;
  return {
    host: SANDBOX_HOST,
    httpPort: SANDBOX_HTTP_PORT,
    smtpPort: SANDBOX_SMTP_PORT,
    ...(SANDBOX_DIRECTORY === undefined ? {} : { directory: SANDBOX_DIRECTORY }),
  };
};

const sandbox = await startSandbox(options()).catch((error: unknown) =>
  stopWith(
    `沙箱无法启动。The sandbox cannot start: ${error instanceof Error ? error.message : String(error)}`,
  ),
);

console.log(`沙箱已启动，打开 ${sandbox.httpUrl} 查看发出的内容。Open this address to see what was posted.`);
console.log(
  `Weibo ${sandbox.weiboUrl} · WeChat ${sandbox.wechatUrl} · SMTP ${sandbox.smtp.host}:${sandbox.smtp.port}`,
);

const stop = (): void => {
  void sandbox.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
