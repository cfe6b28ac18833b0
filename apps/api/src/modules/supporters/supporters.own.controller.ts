import { AnswersChangeBody } from '@kizuna/shared/contracts/supporters.answers';
import {
  LeaveBody,
  MySupporter,
  OwnEndingBody,
  RenewalBody,
  SupporterActivityList,
  SupporterDraft,
  SupporterDraftBody,
  SupporterView,
} from '@kizuna/shared/contracts/supporters';
import { supporterId, type SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Put, StreamableFile } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
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

  @Get('me/supporter')
  @Permit('supporter.self')
  @Contract({ response: MySupporter })
  mine(@CurrentActor() actor: Actor) {
    return this.reader.mine(actor);
  }

  @Get('me/supporter/draft')
  @Permit('supporter.self')
  @Contract({ response: SupporterDraft })
  draft(@CurrentActor() actor: Actor) {
    return this.drafts.get(actor);
  }

  @Put('me/supporter/draft')
  @Permit('supporter.self')
  @Contract({ response: SupporterDraft })
  keep(@CurrentActor() actor: Actor, @Body({ schema: SupporterDraftBody }) body: SupporterDraftBody) {
    return this.drafts.keep(actor, body);
  }

  @Post('me/supporter/registration')
  @Permit('supporter.self')
  @Contract({ response: SupporterView, status: 201 })
  register(@CurrentActor() actor: Actor) {
    return this.registrations.submitDraft(actor);
  }

  @Put('me/supporter/answers')
  @Permit('supporter.self')
  @Contract({ response: SupporterView })
  change(@CurrentActor() actor: Actor, @Body({ schema: AnswersChangeBody }) body: AnswersChangeBody) {
    return this.own.change(actor, body);
  }

  @Post('me/supporter/renewal')
  @Permit('supporter.self')
  @Contract({ response: SupporterView })
  renew(@CurrentActor() actor: Actor, @Body({ schema: RenewalBody }) body: RenewalBody) {
    return this.own.renew(actor, body);
  }

  @Post('me/supporter/leave')
  @Permit('supporter.self')
  @Contract({ response: SupporterView })
  rest(@CurrentActor() actor: Actor, @Body({ schema: LeaveBody }) body: LeaveBody) {
    return this.own.rest(actor, body);
  }

  @Post('me/supporter/return')
  @Permit('supporter.self')
  @Contract({ response: SupporterView })
  comeBack(@CurrentActor() actor: Actor) {
    return this.own.comeBack(actor);
  }

  @Post('me/supporter/ending')
  @Permit('supporter.self')
  @Contract({ response: SupporterView })
  end(@CurrentActor() actor: Actor, @Body({ schema: OwnEndingBody }) body: OwnEndingBody) {
    return this.own.end(actor, body);
  }

  @Get('me/supporters/:supporterId/card')
  @Permit('supporter.self')
  @Contract({ file: pdf })
  async card(@CurrentActor() actor: Actor, @Param('supporterId', { schema: supporterId }) id: SupporterId) {
    return new StreamableFile(await this.cards.own(actor, id), { type: pdf, disposition: 'inline' });
  }

  @Get('supporter-activities')
  @Permit('supporter.self')
  @Contract({ response: SupporterActivityList })
  async activities() {
    return { items: await this.settings.listActivities() };
  }
}
