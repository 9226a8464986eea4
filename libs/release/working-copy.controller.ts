import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import { KeepWorkingCopy } from './keep-working-copy.js';
import { TellEditing } from './tell-editing.js';
import {
  editingSchema,
  workingCopyKeptSchema,
  workingCopySchema,
  keepWorkingCopySchema,
  type EditingView,
  type KeepWorkingCopy as Keeping,
  type WorkingCopyKept,
  type WorkingCopyView,
} from './working-copy.api.js';

/** Of a release that is not stored yet. */
@Controller('working-copy')
export class NewWorkingCopyController {
  constructor(@Inject(KeepWorkingCopy) private readonly copies: KeepWorkingCopy) {}

  @Get()
  @Answers(workingCopySchema)
  show(@CurrentActor() actor: Actor): Promise<WorkingCopyView> {
    return this.copies.show(null, actor);
  }

  @Put()
  @Answers(workingCopyKeptSchema)
  keep(
    @CurrentActor() actor: Actor,
    @Body({ schema: keepWorkingCopySchema }) keeping: Keeping,
  ): Promise<WorkingCopyKept> {
    return this.copies.perform(null, keeping, actor);
  }

  @Delete()
  @HttpCode(204)
  forget(@CurrentActor() actor: Actor): Promise<void> {
    return this.copies.forget(null, actor);
  }
}

@Controller('releases/:id')
export class WorkingCopyController {
  constructor(
    @Inject(KeepWorkingCopy) private readonly copies: KeepWorkingCopy,
    @Inject(TellEditing) private readonly editing: TellEditing,
  ) {}

  @Get('working-copy')
  @Answers(workingCopySchema)
  show(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WorkingCopyView> {
    return this.copies.show(id, actor);
  }

  @Put('working-copy')
  @Answers(workingCopyKeptSchema)
  keep(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: keepWorkingCopySchema }) keeping: Keeping,
  ): Promise<WorkingCopyKept> {
    return this.copies.perform(id, keeping, actor);
  }

  @Delete('working-copy')
  @HttpCode(204)
  forget(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.copies.forget(id, actor);
  }

  @Post('editing')
  @Answers(editingSchema)
  @HttpCode(200)
  tellEditing(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<EditingView> {
    return this.editing.perform(id, actor);
  }

  @Delete('editing')
  @HttpCode(204)
  leave(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<void> {
    return this.editing.leave(id, actor);
  }
}
