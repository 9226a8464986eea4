import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { AnswersFile, downloadAs } from '@koujing/kernel';
import { Costly } from '../access/costly.interceptor.js';
import { CurrentActor } from '../access/session.guard.js';
import { ExportBundle } from './export-bundle.js';

interface Reply {
  header(name: string, value: string): Reply;
  type(type: string): Reply;
  send(body: string): unknown;
}

@Controller('releases')
export class BundleController {
  constructor(@Inject(ExportBundle) private readonly exportBundle: ExportBundle) {}

  /** Everything that stands behind a release, to be verified by `koujing verify-bundle`. */
  @Get(':id/bundle')
  @Costly()
  @AnswersFile('application/json')
  async show(@CurrentActor() actor: Actor, @Param('id') id: string, @Res() reply: Reply): Promise<unknown> {
    const bundle = await this.exportBundle.perform(id, actor);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', downloadAs(`koujing-${id}.bundle.json`))
      .send(JSON.stringify(bundle));
  }
}
