import { Controller, Get, Inject, Query } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import { agendaSchema, agendaQuerySchema, type Agenda, type AgendaQuery } from './agenda.api.js';
import { ShowAgenda } from './show-agenda.js';

@Controller('agenda')
export class AgendaController {
  constructor(@Inject(ShowAgenda) private readonly agenda: ShowAgenda) {}

  @Get()
  @Answers(agendaSchema)
  show(
    @CurrentActor() actor: Actor,
    @Query({ schema: agendaQuerySchema }) query: AgendaQuery,
  ): Promise<Agenda> {
    return this.agenda.show(query, actor);
  }
}
