import { Body, Controller, Get, Header, HttpCode, Inject, Post, Query, Res } from '@nestjs/common';
import { unsubscribePage } from '@koujing/template';
import { AnswersFile } from '@koujing/kernel';
import { WithoutSession } from '../../access/session.guard.js';
import { Unsubscribe } from './unsubscribe.js';
import { leftListSchema, unsubscribeQuerySchema, type UnsubscribeQuery } from './mail-return.api.js';

const html = 'text/html; charset=utf-8';

/** The address in List-Unsubscribe. A mail program posts to it by itself (RFC 8058); a person opens the page and presses a button. */
@Controller('unsubscribe')
@WithoutSession()
export class UnsubscribeController {
  constructor(@Inject(Unsubscribe) private readonly unsubscribe: Unsubscribe) {}

  /** Only shows: scanners open every link of a mail, and must not unsubscribe anybody by it. */
  @Get()
  @AnswersFile('text/html')
  @Header('content-type', html)
  @Header('cache-control', 'no-store')
  async show(
    @Query({ schema: unsubscribeQuerySchema }) { address, token }: UnsubscribeQuery,
  ): Promise<string> {
    const [reason] = await this.unsubscribe.reasons(address, token);
    if (reason !== undefined) return unsubscribePage({ address, state: 'wrongLink' });
    return unsubscribePage({ address, state: 'asked', lists: await this.unsubscribe.lists(address) });
  }

  @Post()
  @AnswersFile('text/html')
  @HttpCode(200)
  @Header('content-type', html)
  @Header('cache-control', 'no-store')
  async perform(
    @Query({ schema: unsubscribeQuerySchema }) { address, token }: UnsubscribeQuery,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: { status(code: number): unknown },
  ): Promise<string> {
    // A person pressed the button: a page, not the fields of an error.
    if ((await this.unsubscribe.reasons(address, token)).length > 0) {
      reply.status(400);
      return unsubscribePage({ address, state: 'wrongLink' });
    }
    const list = leftListSchema.parse(body).list ?? null;
    await this.unsubscribe.perform(address, token, list);
    return unsubscribePage({ address, state: list === null ? 'done' : 'left' });
  }
}
