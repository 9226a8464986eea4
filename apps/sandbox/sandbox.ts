import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import { SystemClock, type Clock } from '@koujing/kernel';
import { appServer } from './app/app-server.js';
import { accountsWith, type AccountChanges } from './account.js';
import { FaultBoard } from './fault-board.js';
import { Journal } from './journal.js';
import { Memory } from './memory.js';
import { pages } from './page/pages.js';
import type { Posted } from './posted.js';
import { startMailServer } from './smtp/mail-server.js';
import { wechatServer } from './wechat/wechat-server.js';
import { weiboServer } from './weibo/weibo-server.js';
import { Timers, type ReturnsTo, type World } from './world.js';

export interface SandboxOptions {
  readonly host?: string;
  /** 0 takes any free port. */
  readonly httpPort?: number;
  readonly smtpPort?: number;
  readonly clock?: Clock;
  /** With a directory, what was posted survives a restart. */
  readonly directory?: string;
  readonly accounts?: AccountChanges;
}

export interface Sandbox {
  readonly httpUrl: string;
  /** In place of https://api.weibo.com */
  readonly weiboUrl: string;
  /** In place of https://api.weixin.qq.com */
  readonly wechatUrl: string;
  /** The city's own app: takes signed events at `/events`, tells how a release stands at `/releases/<id>`. */
  readonly appUrl: string;
  readonly smtp: { readonly host: string; readonly port: number };
  readonly faults: FaultBoard;
  readonly posted: Posted;
  /** From now on bounces are sent to this SMTP server, as a mail system would. */
  sendReturnsTo(address: ReturnsTo | null): void;
  close(): Promise<void>;
}

/** Starts the stand-in servers. @throws when a port is taken or the directory cannot be written. */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const { host = '127.0.0.1', httpPort = 0, smtpPort = 0, clock = new SystemClock(), directory } = options;
  const memory = new Memory(directory);
  const faults = new FaultBoard();
  const journal = new Journal(clock);
  const timers = new Timers();
  let httpUrl = '';
  const accounts = accountsWith(options.accounts);
  const returns: World['returns'] = { smtp: null };
  const world: World = { clock, memory, faults, journal, timers, accounts, returns, httpUrl: () => httpUrl };
  const posted = postedIn(memory, journal);
  const app = await httpServer(world, posted);
  httpUrl = await app.listen({ host, port: httpPort });
  const mail = await startMailServer(world, { host, port: smtpPort }).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  const close = async (): Promise<void> => {
    timers.stop();
    await Promise.all([app.close(), mail.close()]);
  };
  return {
    httpUrl,
    weiboUrl: `${httpUrl}/weibo`,
    wechatUrl: `${httpUrl}/wechat`,
    appUrl: `${httpUrl}/app`,
    smtp: { host, port: mail.port },
    faults,
    posted,
    sendReturnsTo: (address) => {
      returns.smtp = address;
    },
    close,
  };
};

const largestBody = 40 * 1_048_576;

const httpServer = async (world: World, posted: Posted): Promise<FastifyInstance> => {
  const app = fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  await app.register(multipart, { limits: { fileSize: largestBody, files: 4 } });
  await app.register(weiboServer(world), { prefix: '/weibo' });
  await app.register(wechatServer(world), { prefix: '/wechat' });
  await app.register(appServer(world), { prefix: '/app' });
  await app.register(pages(world, posted));
  return app;
};

const postedIn = (memory: Memory, journal: Journal): Posted => ({
  weibo: () => memory.weiboPosts.values(),
  wechatArticles: () => memory.articles.values(),
  wechatDrafts: () => memory.drafts.values(),
  wechatJobs: () => memory.jobs.values(),
  wechatMassSends: () => memory.massSends.values(),
  mails: () => memory.mails.values(),
  returnedMails: () => memory.returned.values(),
  appReleases: () => memory.appReleases.values(),
  acceptances: () => memory.acceptances(),
  doubles: () => memory.acceptances().filter(({ times }) => times > 1),
  calls: () => journal.list(),
});
