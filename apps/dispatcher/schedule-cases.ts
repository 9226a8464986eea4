import type { INestApplicationContext, Provider, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  AgendaMarksReader,
  CancelSchedule,
  PersonsToTell,
  Preflight,
  PreflightStore,
  ProposalStore,
  ProposeTime,
  ReleaseDue,
  ScheduleRelease,
  ShowAgenda,
  TickLease,
} from '@koujing/schedule';
import { AgendaController } from '../../libs/schedule/agenda.controller.js';
import { ProposedTimeController, ScheduleController } from '../../libs/schedule/schedule.controller.js';
import { ScheduleModule } from '../../libs/schedule/schedule.module.js';
import type { ConferenceCases } from './conference-cases.js';
import type { DispatchCases, DispatchGround } from './dispatch-cases.js';
import type { UseCases } from './use-cases.js';

export type ScheduleCases = ReturnType<typeof scheduleCasesOf>;

/** When releases go out; the topmost noun of this house. */
export const scheduleCasesOf = (
  ground: DispatchGround,
  cases: UseCases,
  { dispatch, conference }: { readonly dispatch: DispatchCases; readonly conference: ConferenceCases },
) => {
  const { database, clock } = ground;
  const { releases, audit, notifier } = cases;
  const parts = { database, clock, releases, audit, publish: dispatch.publish };
  const due = new ReleaseDue({
    ...parts,
    wall: ground.wall,
    notifier,
    lease: new TickLease(),
    persons: new PersonsToTell(),
    log: ground.ports.log,
  });
  const preflight = new Preflight({
    ...{ database, clock, releases, notifier, accounts: dispatch.accounts, examine: dispatch.examine },
    store: new PreflightStore(),
    lease: new TickLease('preflight-tick'),
    log: ground.ports.log,
  });
  let ticking: INestApplicationContext | null = null;
  const proposals = new ProposalStore();
  return {
    schedule: new ScheduleRelease({ ...parts, proposals, ready: cases.ready }),
    propose: new ProposeTime({ ...parts, proposals }),
    cancel: new CancelSchedule(parts),
    agenda: agendaOf(cases, conference),
    due,
    preflight,
    start: async (): Promise<void> => {
      ticking = await NestFactory.createApplicationContext(ScheduleModule.ticking(due), {
        logger: ['error', 'warn'],
      });
    },
    stop: async (): Promise<void> => {
      await ticking?.close();
    },
  };
};

/** What goes out, is held and falls due on which day. */
export const agendaOf = (cases: UseCases, conference: ConferenceCases): ShowAgenda =>
  new ShowAgenda({
    ...{ database: cases.database, clock: cases.clock, releases: cases.listing },
    ...{ conferences: conference.listing, deadlines: cases.clocks.deadlines, shelf: cases.clocks.shelf },
    marks: new AgendaMarksReader(),
  });

export const scheduleControllers: readonly Type[] = [
  ScheduleController,
  ProposedTimeController,
  AgendaController,
];

export const scheduleProviders = (cases: ScheduleCases): readonly Provider[] => [
  { provide: ScheduleRelease, useValue: cases.schedule },
  { provide: ProposeTime, useValue: cases.propose },
  { provide: CancelSchedule, useValue: cases.cancel },
  { provide: ShowAgenda, useValue: cases.agenda },
];
