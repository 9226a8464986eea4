import type { Clock } from '@koujing/kernel';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import {
  Module,
  StandardSchemaValidationPipe,
  type DynamicModule,
  type Provider,
  type Type,
} from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { LogPort } from '@koujing/channel';
import { AccessController } from '../../libs/access/access.controller.js';
import { DeviceController } from '../../libs/access/devices/device.controller.js';
import { ChangeController } from '../../libs/access/four-eyes/change.controller.js';
import { FactorController } from '../../libs/access/factor/factor.controller.js';
import { LinkController } from '../../libs/access/organ-account/link.controller.js';
import { OrganAccountController } from '../../libs/access/organ-account/organ-account.controller.js';
import { KeyController } from '../../libs/access/keys/key.controller.js';
import { CostlyInterceptor } from '../../libs/access/costly.interceptor.js';
import { RequestInterceptor } from '../../libs/access/once/request.interceptor.js';
import { PasswordController } from '../../libs/access/people/password.controller.js';
import { PeopleController } from '../../libs/access/people/people.controller.js';
import { RecordController } from '../../libs/access/record/record.controller.js';
import { SignOutController } from '../../libs/access/sign-out.controller.js';
import { SessionGuard } from '../../libs/access/session.guard.js';
import { ConflictController } from '../../libs/conflict/conflict.controller.js';
import { FindingGroupController } from '../../libs/conflict/finding-group.controller.js';
import { LiveCheckController } from '../../libs/conflict/live-check.controller.js';
import {
  DirectiveAnswerController,
  DirectiveController,
} from '../../libs/matter/directive/directive.controller.js';
import { RuleController } from '../../libs/rule/rule.controller.js';
import { CalendarController } from '../../libs/deadline/calendar.controller.js';
import { DeadlineController } from '../../libs/deadline/deadline.controller.js';
import { PeriodPlanController } from '../../libs/matter/period/period.controller.js';
import { PlanController, PlanDecisionController } from '../../libs/matter/plan/plan.controller.js';
import { AgreedLineController, MatterController } from '../../libs/matter/matter.controller.js';
import {
  CorrectionController,
  ReleaseController,
  SubmissionController,
  UploadController,
} from '../../libs/release/release.controller.js';
import { ApprovalController, RemarkController } from '../../libs/signoff/approval.controller.js';
import {
  NewWorkingCopyController,
  WorkingCopyController,
} from '../../libs/release/working-copy.controller.js';
import {
  ChainController,
  ConfirmationController,
  SignoffController,
  SuperiorController,
} from '../../libs/signoff/signoff.controller.js';
import { StaffingController } from '../../libs/signoff/staffing.controller.js';
import { ConcernController } from '../../libs/content/content.controller.js';
import { badFields } from './bad-fields.js';
import { openDoor, type DoorParts } from './door/door.js';
import { followRequests, tellTheHour, traceOfRequest } from './follow-requests.js';
import { TraceInterceptor } from './trace.interceptor.js';
import { NotifyController } from './notify.controller.js';
import { ProblemFilter } from './problem.filter.js';
import { WholeTextGuard } from './whole-text.guard.js';

/** 10 MB: a release with its text is far below, and pictures come one by one. */
export const BODY_LIMIT = 10 * 1_048_576;

const controllers: readonly Type[] = [
  AccessController,
  SignOutController,
  FactorController,
  OrganAccountController,
  LinkController,
  ChangeController,
  DeviceController,
  PasswordController,
  PeopleController,
  KeyController,
  RecordController,
  ReleaseController,
  SubmissionController,
  CorrectionController,
  UploadController,
  NewWorkingCopyController,
  WorkingCopyController,
  SignoffController,
  ConfirmationController,
  ConcernController,
  ChainController,
  SuperiorController,
  StaffingController,
  ApprovalController,
  RemarkController,
  ConflictController,
  FindingGroupController,
  LiveCheckController,
  MatterController,
  AgreedLineController,
  DirectiveController,
  DirectiveAnswerController,
  PlanController,
  PlanDecisionController,
  PeriodPlanController,
  NotifyController,
  DeadlineController,
  CalendarController,
  RuleController,
];

/** The HTTP face of use cases that the composition root has already built. */
export interface ApiParts {
  /** One provider per class or token that the controllers inject: `{ provide: CreateRelease, useValue: … }`. */
  readonly providers: readonly Provider[];
  /** What sends requests away before they are begun; without it everything is let in. */
  readonly door?: DoorParts;
  /** What every uploaded file is shown to before it is read; nothing without a scanner. */
  readonly scan?: (bytes: Uint8Array) => Promise<void>;
  /** The city's, told with every answer. */
  readonly clock?: Clock;
  /** Controllers of nouns that are wired elsewhere: dispatch, schedule, stream, health. */
  readonly controllers?: readonly Type[];
}

@Module({})
export class ApiModule {
  static with(parts: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      controllers: [...controllers, ...(parts.controllers ?? [])],
      providers: [
        ...parts.providers,
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: WholeTextGuard },
        { provide: APP_INTERCEPTOR, useClass: TraceInterceptor },
        { provide: APP_INTERCEPTOR, useClass: CostlyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: RequestInterceptor },
      ],
    };
  }
}

/** Every request passes the guard, the schemas and the filter that this sets up; static files are the caller's to add. */
export const createApi = async (
  parts: ApiParts,
  log: LogPort,
  trustProxy: readonly string[] = [],
): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: trustProxy.length === 0 ? false : [...trustProxy],
    genReqId: traceOfRequest,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(parts), adapter, {
    logger: ['error', 'warn'],
  });
  followRequests(adapter.getInstance(), log);
  if (parts.clock !== undefined) tellTheHour(adapter.getInstance(), parts.clock);
  if (parts.door !== undefined) openDoor(adapter.getInstance(), parts.door);
  // What is told here is for whoever asked; what may be kept says so itself (pictures by their digest).
  adapter.getInstance().addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: BODY_LIMIT, files: 1 } });
  const { scan = async () => undefined } = parts;
  adapter.getInstance().decorateRequest('scan', (bytes: Uint8Array) => scan(bytes));
  app.setGlobalPrefix('api', { exclude: ['metrics'] });
  app.useGlobalPipes(new StandardSchemaValidationPipe({ exceptionFactory: badFields }));
  app.useGlobalFilters(new ProblemFilter(log));
  return app;
};
