import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor, ForKeys } from '../access/session.guard.js';
import {
  calendarChangeSchema,
  calendarPreviewSchema,
  calendarViewSchema,
  restDayInputSchema,
  restDayRemovalSchema,
  yearInputSchema,
  type CalendarChange,
  type CalendarPreview,
  type CalendarView,
  type RestDayInput,
  type RestDayRemoval,
  type YearInput,
} from './calendar.api.js';
import { ImportYear } from './import-year.js';
import { SetRestDay } from './set-rest-day.js';
import { ShowCalendar } from './show-calendar.js';

@Controller('calendar')
export class CalendarController {
  constructor(
    @Inject(ShowCalendar) private readonly calendar: ShowCalendar,
    @Inject(ImportYear) private readonly importYear: ImportYear,
    @Inject(SetRestDay) private readonly restDay: SetRestDay,
  ) {}

  @Get()
  @Answers(calendarViewSchema)
  @ForKeys('findings:read')
  show(@CurrentActor() actor: Actor): Promise<CalendarView> {
    return this.calendar.show(actor);
  }

  @Post('years')
  @Answers(calendarChangeSchema)
  @HttpCode(200)
  takeOver(
    @CurrentActor() actor: Actor,
    @Body({ schema: yearInputSchema }) input: YearInput,
  ): Promise<CalendarChange> {
    return this.importYear.perform(input, actor);
  }

  @Post('years/preview')
  @Answers(calendarPreviewSchema)
  @HttpCode(200)
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: yearInputSchema }) input: YearInput,
  ): Promise<CalendarPreview> {
    return this.importYear.preview(input, actor);
  }

  @Post('rest-days')
  @Answers(calendarChangeSchema)
  @HttpCode(200)
  addRestDay(
    @CurrentActor() actor: Actor,
    @Body({ schema: restDayInputSchema }) input: RestDayInput,
  ): Promise<CalendarChange> {
    return this.restDay.add(input, actor);
  }

  @Post('rest-days/removals')
  @Answers(calendarChangeSchema)
  @HttpCode(200)
  removeRestDay(
    @CurrentActor() actor: Actor,
    @Body({ schema: restDayRemovalSchema }) input: RestDayRemoval,
  ): Promise<CalendarChange> {
    return this.restDay.remove(input, actor);
  }
}
