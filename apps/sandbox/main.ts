import { z } from 'zod';
import { startSandbox } from './sandbox.js';

const port = z.coerce.number().int().min(0).max(65_535);

const environment = z
  .object({
    SANDBOX_HOST: z.string().default('127.0.0.1'),
    SANDBOX_HTTP_PORT: port.default(4080),
    SANDBOX_SMTP_PORT: port.default(4025),
    SANDBOX_DIRECTORY: z.string().optional(),
  })
  .parse(process.env);

const sandbox = await startSandbox({
  host: environment.SANDBOX_HOST,
  httpPort: environment.SANDBOX_HTTP_PORT,
  smtpPort: environment.SANDBOX_SMTP_PORT,
  ...(environment.SANDBOX_DIRECTORY === undefined ? {} : { directory: environment.SANDBOX_DIRECTORY }),
});

console.log(
  `沙箱已启动，打开 ${sandbox.httpUrl} 查看发出的内容。The sandbox shows what was posted at this address.`,
);
console.log(
  `Weibo ${sandbox.weiboUrl} · WeChat ${sandbox.wechatUrl} · SMTP ${sandbox.smtp.host}:${sandbox.smtp.port}`,
);

const stop = (): void => {
  void sandbox.close().then(() => process.exit(0));
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
