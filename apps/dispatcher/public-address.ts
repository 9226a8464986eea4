import { isLoopbackHost } from '@koujing/kernel';
import { z } from 'zod';

const isSafe = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && isLoopbackHost(hostname));
};

/** By http, everybody between a browser and the proxy reads the session, the texts before they are out, and the passwords. */
const wanted = '以 https:// 开头的地址（只有本机的 127.0.0.1、localhost 可以用 http），或留空';

/** Where people reach this house; empty: the address it listens on. */
export const publicAddress = z.union([z.literal(''), z.string(wanted).refine(isSafe, wanted)], wanted);

/** Whoever listens on more than the own machine says by which https address it is reached. */
export const namedWhenOpen = (
  server: { readonly host: string; readonly consoleUrl: string; readonly portalUrl: string },
  context: z.RefinementCtx,
): void => {
  if (isLoopbackHost(server.host)) return;
  for (const key of ['consoleUrl', 'portalUrl'] as const)
    if (server[key] === '')
      context.addIssue({
        code: 'custom',
        path: [key],
        message: `公开的 https 地址：server.host 是 ${server.host}，别的机器也连得到，前面须有做 TLS 的反向代理；只供本机时把 server.host 写成 127.0.0.1`,
      });
};
