import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { AnswersFile, Problem } from '@koujing/kernel';
import type { Metrics } from '@koujing/dispatch';
import { WithoutSession } from '../../libs/access/session.guard.js';

/** Injected: the metrics, and the token that opens them (`KOUJING_METRICS_TOKEN`); null leaves them to this machine. */
export const METRICS = Symbol('metrics');
export interface MetricsSource {
  readonly metrics: Metrics;
  readonly token: string | null;
}

interface MetricsRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly socket: { readonly remoteAddress?: string };
}

interface MetricsReply {
  type(type: string): MetricsReply;
  send(text: string): void;
}

@Controller('metrics')
export class MetricsController {
  constructor(@Inject(METRICS) private readonly source: MetricsSource) {}

  @Get()
  @AnswersFile('text/plain')
  @WithoutSession('uncounted')
  async show(@Req() request: MetricsRequest, @Res() reply: MetricsReply): Promise<void> {
    if (!mayScrape(request, this.source.token)) throw new Problem('forbidden', [refused]);
    reply.type(this.source.metrics.contentType).send(await this.source.metrics.text());
  }
}

/** With a token, whoever has it. Without one, this machine only; and a proxy on it speaks for somebody else. */
export const mayScrape = ({ headers, socket }: MetricsRequest, token: string | null): boolean => {
  if (token !== null) return sameText(String(headers['authorization'] ?? ''), `Bearer ${token}`);
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip'].some((name) => headers[name] !== undefined);
  return !forwarded && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '');
};

/** In constant time, whatever the lengths. */
const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());

const refused = {
  code: 'metricsGuarded',
  message: '运行指标只对本机或持有 KOUJING_METRICS_TOKEN 的采集程序开放。',
  messageEn: 'Metrics are open to this machine, or to a scraper with KOUJING_METRICS_TOKEN.',
};
