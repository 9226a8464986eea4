import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { Answers, HoldsSecret } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { CurrentActor } from '../session.guard.js';
import { AddPerson } from './add-person.js';
import {
  firstPasswordSchema,
  peopleListSchema,
  addPersonSchema,
  peopleQuerySchema,
  personReasonSchema,
  revisePersonSchema,
  type AddPersonInput,
  type FirstPassword,
  type PeopleList,
  type PeopleQuery,
  type PersonReasonInput,
  type RevisePersonInput,
} from './people.api.js';
import { RetirePerson } from './retire-person.js';
import { RevisePerson } from './revise-person.js';
import { ShowPeople } from './show-people.js';
import { doneSchema } from '../../kernel/answer.api.js';

const done = { done: true } as const;

@Controller('people')
export class PeopleController {
  constructor(
    @Inject(ShowPeople) private readonly people: ShowPeople,
    @Inject(AddPerson) private readonly additions: AddPerson,
    @Inject(RevisePerson) private readonly revisions: RevisePerson,
    @Inject(RetirePerson) private readonly retirements: RetirePerson,
  ) {}

  @Get()
  @Answers(peopleListSchema)
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: peopleQuerySchema }) query: PeopleQuery,
  ): Promise<PeopleList> {
    return this.people.page(query, actor);
  }

  @Post()
  @Answers(firstPasswordSchema)
  @HoldsSecret()
  add(
    @CurrentActor() actor: Actor,
    @Body({ schema: addPersonSchema }) input: AddPersonInput,
  ): Promise<FirstPassword> {
    return this.additions.perform(input, actor);
  }

  @Put(':id')
  @Answers(doneSchema)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: revisePersonSchema }) input: RevisePersonInput,
  ): Promise<typeof done> {
    await this.revisions.perform(id, input, actor);
    return done;
  }

  @Post(':id/retirement')
  @Answers(doneSchema)
  @HttpCode(200)
  async retire(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: personReasonSchema }) { reason }: PersonReasonInput,
  ): Promise<typeof done> {
    await this.retirements.retire(id, reason, actor);
    return done;
  }

  @Post(':id/restoration')
  @Answers(doneSchema)
  @HttpCode(200)
  async restore(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: personReasonSchema }) { reason }: PersonReasonInput,
  ): Promise<typeof done> {
    await this.retirements.restore(id, reason, actor);
    return done;
  }
}
