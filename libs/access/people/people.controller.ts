import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query } from '@nestjs/common';
import { Answers, HoldsSecret } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { CurrentActor } from '../session.guard.js';
import { AddPerson } from './add-person.js';
import {
  addedPersonSchema,
  addPersonSchema,
  changedSchema,
  peopleListSchema,
  peopleQuerySchema,
  personReasonSchema,
  revisePersonSchema,
  type AddPersonInput,
  type AddedPerson,
  type Changed,
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
  @Answers(addedPersonSchema)
  @HoldsSecret()
  add(
    @CurrentActor() actor: Actor,
    @Body({ schema: addPersonSchema }) input: AddPersonInput,
  ): Promise<AddedPerson> {
    return this.additions.perform(input, actor);
  }

  @Put(':id')
  @Answers(changedSchema)
  async revise(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: revisePersonSchema }) input: RevisePersonInput,
  ): Promise<Changed> {
    return { ...done, ...(await this.revisions.perform(id, input, actor)) };
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
