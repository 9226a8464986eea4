import { Body, Controller, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { CurrentActor } from '../access/session.guard.js';
import {
  issuerInputSchema,
  organInputSchema,
  reviseOrganSchema,
  type IssuerInput,
  type OrganInput,
  type ReviseOrganInput,
} from '../organ/organ.api.js';
import { SaveOrgan } from './save-organ.js';

const done = { done: true } as const;

/** The writing half of `libs/organ`'s register. */
@Controller()
export class OrganDeskController {
  constructor(@Inject(SaveOrgan) private readonly saving: SaveOrgan) {}

  @Post('organs')
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: organInputSchema }) input: OrganInput,
  ): Promise<{ readonly id: string }> {
    return { id: await this.saving.create(input, actor) };
  }

  @Put('organs/:id')
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseOrganSchema }) input: ReviseOrganInput,
  ): Promise<{ readonly id: string }> {
    await this.saving.revise(id, input, actor);
    return { id };
  }

  @Put('statutory-issuers')
  @HttpCode(200)
  async issuer(
    @CurrentActor() actor: Actor,
    @Body({ schema: issuerInputSchema }) input: IssuerInput,
  ): Promise<typeof done> {
    await this.saving.issuer(input, actor);
    return done;
  }
}
