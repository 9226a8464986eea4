import { createTransport } from 'nodemailer';
import { EmailChannel } from '@koujing/channels/email';
import { NodemailerMail, type Channel, type Rendition } from '@koujing/channel';
import { blocksFromText } from '@koujing/block';
import { assembleWorker, insertPlan, plan, RenditionStore } from '@koujing/dispatch';
import type { House } from '../../medium/dispatch-house.js';
import { idlePorts } from '../../medium/idle-ports.js';
import type { Contestant } from '../dispatch/contestants.js';
import type { MailSink } from './mail-sink.js';

/** Koujing's tries at once: what the product starts with for mail. */
const triesAtOnce = 50;

const text = `因市自来水集团实施主干管检修，11月24日22时至次日6时，新桥街道、河口街道部分区域临时停水或水压降低。
请用户提前储水，关好龙头。恢复供水初期如水色发黄，请放水片刻再用。供水热线：96116。`;

const settings = {
  from: 'press@city.gov.example',
  replyTo: 'desk@city.gov.example',
  contactPhone: '0000-1234567',
};

/** The product's own mail for both: the same bytes but for the recipient. */
const rendition = (): Rendition => {
  const channel = new EmailChannel();
  return channel.preview(
    {
      releaseId: 'bench',
      version: 1,
      title: '关于新桥街道临时停水的通知',
      summary: '',
      blocks: blocksFromText(text),
      organ: '市水务局',
      jointOrgans: [],
      column: '通知公告',
      keywords: [],
      portalUrl: 'http://127.0.0.1/r/bench.html',
      images: [],
    },
    channel.manifest.settings.parse(settings),
  );
};

const recipientsOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `desk${n}@news${n % 40}.example`);

/** nodemailer's own pool as its documentation shows it, all mails handed to it at once. */
export const barePool =
  (sink: MailSink, connections: number): Contestant =>
  async (mails) => {
    const transport = createTransport({
      ...{ pool: true, maxConnections: connections, maxMessages: Infinity },
      ...{ host: '127.0.0.1', port: sink.port, secure: false },
    });
    const { parts } = rendition();
    const startedAt = performance.now();
    await Promise.all(
      recipientsOf(mails).map((to, n) =>
        transport.sendMail({
          ...{ from: settings.from, replyTo: settings.replyTo, to, subject: parts['subject'] },
          ...{ html: parts['html'], text: parts['text'], messageId: `<pool-${n}@city.gov.example>` },
        }),
      ),
    );
    const rate = (mails * 1000) / (performance.now() - startedAt);
    transport.close();
    return rate;
  };

/** The ledger and the real e-mail channel: intent, checkpoint before DATA, outcome, each committed durably. */
export const koujingMail = async (house: House, sink: MailSink, connections: number): Promise<Contestant> => {
  const channel = new EmailChannel();
  await house.accounts.save(house.database.queries, {
    ...{ id: 'email', organId: house.organ, channel: 'email', name: '媒体邮件', enabled: true, secrets: {} },
    settings: { ...settings, host: '127.0.0.1', port: sink.port, connections },
  });
  return async (mails) => {
    await planMails(house, mails);
    const mail = new NodemailerMail();
    const worker = assembleWorker({
      ...{ database: house.database, audit: house.audit, box: house.box, wall: house.clock },
      channels: [channel as Channel],
      ports: { ...idlePorts(house.clock), mail },
      pictures: { find: async () => [] },
      notifier: { notify: async () => undefined },
      ...{ name: 'bench', timeZone: 'Asia/Shanghai', concurrency: triesAtOnce, serves: 'mails' as const },
      changed: () => undefined,
    });
    const startedAt = performance.now();
    worker.start();
    await worker.idle();
    const rate = (mails * 1000) / (performance.now() - startedAt);
    await worker.stop();
    mail.close();
    return rate;
  };
};

const planMails = async (house: House, mails: number): Promise<void> => {
  const releaseId = await house.approved({ state: 'released', accountIds: ['email'] });
  const mail = rendition();
  const share = {
    accountId: 'email',
    channel: 'email',
    rendition: mail,
    perRecipient: true,
    waitsForPortal: false,
  };
  const portalUrl = `http://127.0.0.1/r/${releaseId}.html`;
  const recipients = recipientsOf(mails);
  await house.database.transaction(async (queries) => {
    await new RenditionStore().save(queries, [mail]);
    await insertPlan(
      queries,
      plan({ releaseId, version: 1, portalUrl, urgent: false, shares: [share], recipients }),
    );
  });
};
