import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import type { Actor } from '@koujing/access';
import { Answers } from '@koujing/kernel';
import { CurrentActor } from '../access/session.guard.js';
import { DissolveHeadquarters } from './dissolve-headquarters.js';
import {
  incidentSchema,
  permissionSchema,
  reasonOnlySchema,
  setUpHeadquartersSchema,
  type IncidentView,
  type PermissionInput,
  type ReasonOnlyInput,
  type SetUpHeadquartersInput,
} from './incident.api.js';
import { RecordPermission } from './record-permission.js';
import { SetUpHeadquarters } from './set-up-headquarters.js';
import { ShowIncidents } from './show-incidents.js';

/** Who has to release, and with whose permission (Art.22, 23). */
@Controller('incidents/:id')
export class ResponsibilityController {
  constructor(
    @Inject(ShowIncidents) private readonly incidents: ShowIncidents,
    @Inject(SetUpHeadquarters) private readonly settingUp: SetUpHeadquarters,
    @Inject(DissolveHeadquarters) private readonly dissolving: DissolveHeadquarters,
    @Inject(RecordPermission) private readonly permissions: RecordPermission,
  ) {}

  @Post('headquarters')
  @Answers(incidentSchema)
  @HttpCode(200)
  async setUp(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: setUpHeadquartersSchema }) input: SetUpHeadquartersInput,
  ): Promise<IncidentView> {
    await this.settingUp.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }

  @Post('headquarters/dissolve')
  @Answers(incidentSchema)
  @HttpCode(200)
  async dissolve(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reasonOnlySchema }) input: ReasonOnlyInput,
  ): Promise<IncidentView> {
    await this.dissolving.perform(id, input.reason, actor);
    return this.incidents.one(id, actor);
  }

  @Post('permission')
  @Answers(incidentSchema)
  @HttpCode(200)
  async permission(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: permissionSchema }) input: PermissionInput,
  ): Promise<IncidentView> {
    await this.permissions.perform(id, input, actor);
    return this.incidents.one(id, actor);
  }

  @Post('permission/override')
  @Answers(incidentSchema)
  @HttpCode(200)
  async override(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Body({ schema: reasonOnlySchema }) input: ReasonOnlyInput,
  ): Promise<IncidentView> {
    await this.permissions.override(id, input.reason, actor);
    return this.incidents.one(id, actor);
  }
}
