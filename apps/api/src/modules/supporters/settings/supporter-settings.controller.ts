import {
  ActivitiesBody,
  NewPledgeBody,
  SupporterActivityList,
  SupporterSettingsBody,
  SupporterSettingsView,
} from '@kizuna/shared/contracts/supporters';
import { Body, Controller, Get, Post, Put } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract } from '../../../platform/http/index.js';
import { SupporterSettingsReader } from './supporter-settings.reader.js';
import { SupporterSettingsService } from './supporter-settings.service.js';

@Controller('office')
export class SupporterSettingsController {
  constructor(
    private readonly reader: SupporterSettingsReader,
    private readonly service: SupporterSettingsService,
  ) {}

  @Get('supporter-settings')
  @Permit('supporter.read')
  @Contract({ response: SupporterSettingsView })
  get() {
    return this.reader.view();
  }

  @Put('supporter-settings')
  @Permit('supporter.manage')
  @Contract({ response: SupporterSettingsView })
  setTerms(
    @CurrentActor() actor: Actor,
    @Body({ schema: SupporterSettingsBody }) body: SupporterSettingsBody,
  ) {
    return this.service.setTerms(actor, body);
  }

  @Post('supporter-pledges')
  @Permit('supporter.manage')
  @Contract({ response: SupporterSettingsView })
  setPledge(@CurrentActor() actor: Actor, @Body({ schema: NewPledgeBody }) body: NewPledgeBody) {
    return this.service.setPledge(actor, body.text);
  }

  @Put('supporter-activities')
  @Permit('supporter.manage')
  @Contract({ response: SupporterActivityList })
  setActivities(@CurrentActor() actor: Actor, @Body({ schema: ActivitiesBody }) body: ActivitiesBody) {
    return this.service.setActivities(actor, body);
  }
}
