import type {
  LeaveBody,
  OwnEndingBody,
  RenewalBody,
  SupporterDraftBody,
} from '@kizuna/shared/contracts/supporters';
import type { AnswersChangeBody } from '@kizuna/shared/contracts/supporters.answers';
import { supportersCardsEndpoints } from '@kizuna/shared/contracts/supporters.cards.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import type { SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Controller, StreamableFile } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles } from '../../platform/http/index.js';
import { SupporterCardService } from './cards/supporter-card.service.js';
import { OwnRegistrationService } from './registration/own-registration.service.js';
import { RegistrationDraftService } from './registration/registration-draft.service.js';
import { RegistrationService } from './registration/registration.service.js';
import { SupporterSettingsReader } from './settings/supporter-settings.reader.js';
import { SupportersReader } from './supporters.reader.js';

const pdf = 'application/pdf';

@Controller()
export class SupportersOwnController {
  constructor(
    private readonly reader: SupportersReader,
    private readonly drafts: RegistrationDraftService,
    private readonly registrations: RegistrationService,
    private readonly own: OwnRegistrationService,
    private readonly cards: SupporterCardService,
    private readonly settings: SupporterSettingsReader,
  ) {}

  @Handles(supportersEndpoints.getOwnSupporter)
  getOwnSupporter(@CurrentActor() actor: Actor) {
    return this.reader.mine(actor);
  }

  @Handles(supportersEndpoints.getSupporterDraft)
  getSupporterDraft(@CurrentActor() actor: Actor) {
    return this.drafts.get(actor);
  }

  @Handles(supportersEndpoints.saveSupporterDraft)
  saveSupporterDraft(body: SupporterDraftBody, @CurrentActor() actor: Actor) {
    return this.drafts.keep(actor, body);
  }

  @Handles(supportersEndpoints.registerSupporter)
  registerSupporter(@CurrentActor() actor: Actor) {
    return this.registrations.submitDraft(actor);
  }

  @Handles(supportersEndpoints.changeOwnAnswers)
  changeOwnAnswers(body: AnswersChangeBody, @CurrentActor() actor: Actor) {
    return this.own.change(actor, body);
  }

  @Handles(supportersEndpoints.renewOwnRegistration)
  renewOwnRegistration(body: RenewalBody, @CurrentActor() actor: Actor) {
    return this.own.renew(actor, body);
  }

  @Handles(supportersEndpoints.startOwnLeave)
  startOwnLeave(body: LeaveBody, @CurrentActor() actor: Actor) {
    return this.own.rest(actor, body);
  }

  @Handles(supportersEndpoints.endOwnLeave)
  endOwnLeave(@CurrentActor() actor: Actor) {
    return this.own.comeBack(actor);
  }

  @Handles(supportersEndpoints.endOwnRegistration)
  endOwnRegistration(body: OwnEndingBody, @CurrentActor() actor: Actor) {
    return this.own.end(actor, body);
  }

  @Handles(supportersCardsEndpoints.getOwnSupporterCard)
  async getOwnSupporterCard({ supporterId }: { supporterId: SupporterId }, @CurrentActor() actor: Actor) {
    return new StreamableFile(await this.cards.own(actor, supporterId), { type: pdf, disposition: 'inline' });
  }

  @Handles(supportersEndpoints.listSupporterActivities)
  async listSupporterActivities() {
    return { items: await this.settings.listActivities() };
  }
}
