import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import type { z } from 'zod';
import { CurrentActor } from '../access/session.guard.js';
import {
  authorisationListSchema,
  authorisationSchema,
  delegationListSchema,
  delegationSchema,
  termDeskSchema,
  authorisationInputSchema,
  delegationInputSchema,
  revokeSchema,
  termDeskQuerySchema,
  termQuerySchema,
  type AuthorisationInput,
  type AuthorisationList,
  type AuthorisationView,
  type DelegationInput,
  type DelegationList,
  type DelegationView,
  type TermDeskView,
  type TermQuery,
} from './authorisation.api.js';
import { DelegateDesk } from './delegate-desk.js';
import { GrantAuthorisation } from './grant-authorisation.js';
import { RevokeAuthorisation } from './revoke-authorisation.js';
import { RevokeDelegation } from './revoke-delegation.js';
import { ShowAuthorisations } from './show-authorisations.js';
import { ShowTermDesk } from './show-term-desk.js';

/** Who may approve in the leader's stead. */
@Controller('authorisations')
export class AuthorisationController {
  constructor(
    @Inject(ShowAuthorisations) private readonly shown: ShowAuthorisations,
    @Inject(GrantAuthorisation) private readonly grants: GrantAuthorisation,
    @Inject(RevokeAuthorisation) private readonly revocations: RevokeAuthorisation,
    @Inject(ShowTermDesk) private readonly desks: ShowTermDesk,
  ) {}

  @Get()
  @Answers(authorisationListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: termQuerySchema }) query: TermQuery,
  ): Promise<AuthorisationList> {
    return this.shown.authorisations(query, actor);
  }

  @Get('desk')
  @Answers(termDeskSchema)
  desk(
    @CurrentActor() actor: Actor,
    @Query({ schema: termDeskQuerySchema }) { organ }: z.output<typeof termDeskQuerySchema>,
  ): Promise<TermDeskView> {
    return this.desks.perform(organ, actor);
  }

  @Post()
  @Answers(authorisationSchema)
  async grant(
    @CurrentActor() actor: Actor,
    @Body({ schema: authorisationInputSchema }) input: AuthorisationInput,
  ): Promise<AuthorisationView> {
    return this.shown.authorisation(await this.grants.perform(input, actor), actor);
  }

  @Post(':id/revoke')
  @Answers(authorisationSchema)
  @HttpCode(200)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: revokeSchema }) { reason }: z.output<typeof revokeSchema>,
  ): Promise<AuthorisationView> {
    await this.revocations.perform(id, reason, actor);
    return this.shown.authorisation(id, actor);
  }
}

/** Whose desk a colleague holds. */
@Controller('delegations')
export class DelegationController {
  constructor(
    @Inject(ShowAuthorisations) private readonly shown: ShowAuthorisations,
    @Inject(DelegateDesk) private readonly delegations: DelegateDesk,
    @Inject(RevokeDelegation) private readonly revocations: RevokeDelegation,
  ) {}

  @Get()
  @Answers(delegationListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: termQuerySchema }) query: TermQuery,
  ): Promise<DelegationList> {
    return this.shown.delegations(query, actor);
  }

  @Post()
  @Answers(delegationSchema)
  async delegate(
    @CurrentActor() actor: Actor,
    @Body({ schema: delegationInputSchema }) input: DelegationInput,
  ): Promise<DelegationView> {
    return this.shown.delegation(await this.delegations.perform(input, actor), actor);
  }

  @Post(':id/revoke')
  @Answers(delegationSchema)
  @HttpCode(200)
  async revoke(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: revokeSchema }) { reason }: z.output<typeof revokeSchema>,
  ): Promise<DelegationView> {
    await this.revocations.perform(id, reason, actor);
    return this.shown.delegation(id, actor);
  }
}
