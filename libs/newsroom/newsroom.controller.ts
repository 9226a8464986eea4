import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { AnswersFile, downloadAs } from '@koujing/kernel';
import { newsroomHeaders, newsroomNoticePage } from '@koujing/template';
import { WithoutSession } from '../access/session.guard.js';
import { OpenLink } from './link/open-link.js';
import { LeaveFromPage } from './leave-from-page.js';
import { leaveFormSchema, newsroomQuerySchema, type NewsroomQuery } from './newsroom.api.js';
import { shownOutlet, ShowNewsroom, type Visitor } from './show-newsroom.js';
import { ShowFeed } from './show-feed.js';

interface Reply {
  status(code: number): Reply;
  headers(values: Readonly<Record<string, string>>): Reply;
  send(body: string | Buffer): unknown;
}

const html = 'text/html; charset=utf-8';
const statuses = { forged: 404, expired: 410, revoked: 410, missing: 404, replaced: 410, left: 200 } as const;

/** The pages of an outlet: no session, the link is the key. */
@Controller('newsroom/:token')
@WithoutSession()
export class NewsroomController {
  constructor(
    @Inject(OpenLink) private readonly links: OpenLink,
    @Inject(ShowNewsroom) private readonly pages: ShowNewsroom,
    @Inject(ShowFeed) private readonly feeds: ShowFeed,
    @Inject(LeaveFromPage) private readonly leaving: LeaveFromPage,
  ) {}

  @Get()
  @AnswersFile('text/html')
  list(
    @Param('token') token: string,
    @Query({ schema: newsroomQuerySchema }) { page }: NewsroomQuery,
    @Res() reply: Reply,
  ): Promise<unknown> {
    return this.#behind(token, reply, async (visitor) =>
      send(reply, html, await this.pages.list(visitor, page)),
    );
  }

  @Get('releases/:id')
  @AnswersFile('text/html')
  release(@Param('token') token: string, @Param('id') id: string, @Res() reply: Reply): Promise<unknown> {
    return this.#behind(token, reply, async (visitor) => {
      const page = await this.pages.release(visitor, id);
      return page === null ? notice(reply, 'missing', { visitor, depth: 2 }) : send(reply, html, page);
    });
  }

  @Get('releases/:id/files/:version/:file')
  @AnswersFile('application/octet-stream', 'text/html')
  file(
    @Param() { token, id, version, file }: Readonly<Record<'token' | 'id' | 'version' | 'file', string>>,
    @Res() reply: Reply,
  ): Promise<unknown> {
    return this.#behind(token, reply, async (visitor) => {
      const asked = { releaseId: id, version: Number(version), file };
      const found = await this.pages.file(visitor, asked);
      if (typeof found === 'string') return notice(reply, found, { visitor, depth: 5 });
      reply.headers({ 'content-disposition': downloadAs(found.name) });
      return send(reply, found.mimeType, Buffer.from(found.bytes));
    });
  }

  @Get('feeds/:list')
  @AnswersFile('application/rss+xml', 'text/html')
  feed(@Param('token') token: string, @Param('list') list: string, @Res() reply: Reply): Promise<unknown> {
    return this.#behind(token, reply, async (visitor) => {
      const feed = await this.feeds.perform(visitor, list);
      return feed === null
        ? notice(reply, 'missing', { visitor, depth: 2 })
        : send(reply, 'application/rss+xml; charset=utf-8', feed);
    });
  }

  @Post('leave')
  @AnswersFile('text/html')
  leave(@Param('token') token: string, @Body() body: unknown, @Res() reply: Reply): Promise<unknown> {
    return this.#behind(token, reply, async (visitor) => {
      const left = await this.leaving.perform(visitor, leaveFormSchema.parse(body));
      return notice(reply, left ? 'left' : 'missing', { visitor, depth: 1 });
    });
  }

  async #behind(token: string, reply: Reply, show: (visitor: Visitor) => Promise<unknown>): Promise<unknown> {
    const opened = await this.links.perform(token);
    return opened.state === 'inForce' ? show({ ...opened, token }) : notice(reply, opened.state);
  }
}

const send = (reply: Reply, type: string, body: string | Buffer): unknown =>
  reply.headers({ ...newsroomHeaders, 'content-type': type }).send(body);

const notice = (
  reply: Reply,
  state: keyof typeof statuses,
  whose?: { readonly visitor: Visitor; readonly depth: number },
): unknown => {
  const home = `${'../'.repeat(whose?.depth ?? 0)}${whose?.visitor.token ?? ''}`;
  const outlet = whose === undefined ? undefined : shownOutlet(whose.visitor, home);
  return send(reply.status(statuses[state]), html, newsroomNoticePage(state, outlet));
};
