import type {
  ActivitiesBody,
  NewPledgeBody,
  SupporterSettingsBody,
} from '@kizuna/shared/contracts/supporters';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles } from '../../../platform/http/index.js';
import { SupporterSettingsReader } from './supporter-settings.reader.js';
import { SupporterSettingsService } from './supporter-settings.service.js';

@Controller()
export class SupporterSettingsController {
  constructor(
    private readonly reader: SupporterSettingsReader,
    private readonly service: SupporterSettingsService,
  ) {}

  @Handles(supportersEndpoints.getSupporterSettings)
  getSupporterSettings() {
    return this.reader.view();
  }

  @Handles(supportersEndpoints.setSupporterTerms)
  setSupporterTerms(body: SupporterSettingsBody, @CurrentActor() actor: Actor) {
    return this.service.setTerms(actor, body);
  }

  @Handles(supportersEndpoints.setPledge)
  setPledge(body: NewPledgeBody, @CurrentActor() actor: Actor) {
    return this.service.setPledge(actor, body.text);
  }

  @Handles(supportersEndpoints.setSupporterActivities)
  setSupporterActivities(body: ActivitiesBody, @CurrentActor() actor: Actor) {
    return this.service.setActivities(actor, body);
  }
}
