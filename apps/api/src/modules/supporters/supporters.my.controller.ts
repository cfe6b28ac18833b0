import { AnswersChangeBody } from '@kizuna/shared/contracts/supporter-answers';
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
import { SupporterCards } from './supporters.cards.service.js';
import { SupporterDrafts } from './supporters.draft.service.js';
import { SupporterRegistrations } from './supporters.registration.service.js';
import { SupportersReader } from './supporters.reader.js';
import { OwnRegistration } from './supporters.own.service.js';
import { SupporterSettingsReader } from './supporters.settings.reader.js';

const pdf = 'application/pdf';

@Controller()
export class MySupporterController {
  constructor(
    private readonly reader: SupportersReader,
    private readonly drafts: SupporterDrafts,
    private readonly registrations: SupporterRegistrations,
    private readonly own: OwnRegistration,
    private readonly cards: SupporterCards,
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
