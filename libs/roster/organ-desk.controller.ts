import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { ShowOrgans } from '@koujing/organ';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import {
  issuerListSchema,
  organListSchema,
  issuerInputSchema,
  organInputSchema,
  reviseOrganSchema,
  type IssuerInput,
  type IssuerList,
  type OrganInput,
  type OrganList,
  type ReviseOrganInput,
} from '../organ/organ.api.js';
import { SaveOrgan } from './save-organ.js';
import { madeSchema, doneSchema } from '../kernel/answer.api.js';

const done = { done: true } as const;

/** The register of `libs/organ`, which knows no persons: here it is said who may change it, and changed. */
@Controller()
export class OrganDeskController {
  constructor(
    @Inject(SaveOrgan) private readonly saving: SaveOrgan,
    @Inject(ShowOrgans) private readonly show: ShowOrgans,
  ) {}

  @Get('organs')
  @Answers(organListSchema)
  @ForKeys('releases:read')
  async list(@CurrentActor() actor: Actor): Promise<OrganList> {
    return { ...(await this.show.list()), actions: this.#actions(actor) };
  }

  @Get('statutory-issuers')
  @Answers(issuerListSchema)
  async issuers(@CurrentActor() actor: Actor): Promise<IssuerList> {
    return { ...(await this.show.issuers()), actions: this.#actions(actor) };
  }

  @Post('organs')
  @Answers(madeSchema)
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: organInputSchema }) input: OrganInput,
  ): Promise<{ readonly id: string }> {
    return { id: await this.saving.create(input, actor) };
  }

  @Put('organs/:id')
  @Answers(madeSchema)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reviseOrganSchema }) input: ReviseOrganInput,
  ): Promise<{ readonly id: string }> {
    await this.saving.revise(id, input, actor);
    return { id };
  }

  @Put('statutory-issuers')
  @Answers(doneSchema)
  @HttpCode(200)
  async issuer(
    @CurrentActor() actor: Actor,
    @Body({ schema: issuerInputSchema }) input: IssuerInput,
  ): Promise<typeof done> {
    await this.saving.issuer(input, actor);
    return done;
  }

  #actions(actor: Actor): OrganList['actions'] {
    return { edit: { reasons: [...this.saving.reasons(actor)] } };
  }
}
