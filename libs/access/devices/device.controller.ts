import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { Answers } from '@koujing/kernel';
import { doneSchema } from '../../kernel/answer.api.js';
import type { Actor } from '../actor.js';
import { personReasonSchema, type PersonReasonInput } from '../people/people.api.js';
import type { SignedIn } from '../read-session.js';
import { CurrentActor, CurrentSession } from '../session.guard.js';
import { deviceListSchema, type DeviceList } from './device.api.js';
import { KeepDevices } from './keep-devices.js';

const done = { done: true } as const;

/** Where somebody is signed in. */
@Controller()
export class DeviceController {
  constructor(@Inject(KeepDevices) private readonly devices: KeepDevices) {}

  @Get('session/devices')
  @Answers(deviceListSchema)
  list(@CurrentSession() signedIn: SignedIn): Promise<DeviceList> {
    return this.devices.show(signedIn);
  }

  @Delete('session/devices/:id')
  @Answers(doneSchema)
  async end(@CurrentSession() signedIn: SignedIn, @Param('id') id: string): Promise<typeof done> {
    await this.devices.end(signedIn, id);
    return done;
  }

  @Post('session/devices/end-others')
  @Answers(doneSchema)
  @HttpCode(200)
  async endOthers(@CurrentSession() signedIn: SignedIn): Promise<typeof done> {
    await this.devices.endOthers(signedIn);
    return done;
  }

  @Get('people/:id/sessions')
  @Answers(deviceListSchema)
  listOf(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<DeviceList> {
    return this.devices.showOf(id, actor);
  }

  @Post('people/sessions/end')
  @Answers(doneSchema)
  @HttpCode(200)
  async endEverybodys(
    @CurrentSession() signedIn: SignedIn,
    @Body({ schema: personReasonSchema }) { reason }: PersonReasonInput,
  ): Promise<typeof done> {
    await this.devices.endEverybodys(reason, signedIn);
    return done;
  }

  @Post('people/:id/sessions/end')
  @Answers(doneSchema)
  @HttpCode(200)
  async endAllOf(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: personReasonSchema }) { reason }: PersonReasonInput,
  ): Promise<typeof done> {
    await this.devices.endAllOf(id, reason, actor);
    return done;
  }
}
