import { AnswersChangeBody } from '@kizuna/shared/contracts/supporters.answers';
import {
  EndingBody,
  LeaveBody,
  OfficeRegistrationBody,
  RenewalBody,
  SupporterListQuery,
  SupporterOfPerson,
  SupporterPage,
  SupporterView,
} from '@kizuna/shared/contracts/supporters';
import { personId, supporterId, type PersonId, type SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { AnswersChangeService } from './registration/answers-change.service.js';
import { RegistrationService } from './registration/registration.service.js';
import { SupportersReader } from './supporters.reader.js';
import { SupportersService } from './supporters.service.js';

/** The registration in the address. */
const Supporter = () => Param('supporterId', { schema: supporterId });

@Controller('office')
export class SupportersOfficeController {
  constructor(
    private readonly reader: SupportersReader,
    private readonly registrations: RegistrationService,
    private readonly service: SupportersService,
    private readonly answers: AnswersChangeService,
  ) {}

  @Get('supporters')
  @Permit('supporter.read')
  @Contract({ response: SupporterPage })
  list(@Query({ schema: SupporterListQuery }) query: SupporterListQuery) {
    return this.reader.list(query);
  }

  @Post('supporters')
  @Permit('supporter.manage')
  @Contract({ response: SupporterView, status: 201 })
  enter(
    @CurrentActor() actor: Actor,
    @Body({ schema: OfficeRegistrationBody }) body: OfficeRegistrationBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.registrations.enter(actor, body, key);
  }

  @Get('supporters/:supporterId')
  @Permit('supporter.read')
  @Contract({ response: SupporterView })
  get(@Supporter() id: SupporterId) {
    return this.reader.getView(id);
  }

  @Put('supporters/:supporterId/answers')
  @Permit('supporter.manage')
  @Contract({ response: SupporterView })
  change(
    @CurrentActor() actor: Actor,
    @Supporter() id: SupporterId,
    @Body({ schema: AnswersChangeBody }) body: AnswersChangeBody,
  ) {
    return this.answers.change(actor, id, body);
  }

  @Post('supporters/:supporterId/confirmation')
  @Permit('supporter.manage')
  @Contract({ response: SupporterView })
  confirm(@CurrentActor() actor: Actor, @Supporter() id: SupporterId) {
    return this.service.confirm(actor, id);
  }

  @Post('supporters/:supporterId/renewal')
  @Permit('supporter.manage')
  @Contract({ response: SupporterView })
  renew(
    @CurrentActor() actor: Actor,
    @Supporter() id: SupporterId,
    @Body({ schema: RenewalBody }) body: RenewalBody,
  ) {
    return this.service.renew(actor, id, body, 'paper');
  }

  @Post('supporters/:supporterId/leave')
  @Permit('supporter.manage')
  @Contract({ response: SupporterView })
  rest(
    @CurrentActor() actor: Actor,
    @Supporter() id: SupporterId,
    @Body({ schema: LeaveBody }) body: LeaveBody,
  ) {
    return this.service.rest(actor, id, body);
  }

  @Post('supporters/:supporterId/return')
  @Permit('supporter.manage')
  @Contract({ response: SupporterView })
  comeBack(@CurrentActor() actor: Actor, @Supporter() id: SupporterId) {
    return this.service.comeBack(actor, id);
  }

  @Post('supporters/:supporterId/ending')
  @Permit('supporter.manage')
  @Contract({ response: SupporterView })
  end(
    @CurrentActor() actor: Actor,
    @Supporter() id: SupporterId,
    @Body({ schema: EndingBody }) body: EndingBody,
  ) {
    return this.service.end(actor, id, body.reason);
  }

  @Get('people/:personId/supporter')
  @Permit('supporter.read')
  @Contract({ response: SupporterOfPerson })
  ofPerson(@Param('personId', { schema: personId }) id: PersonId) {
    return this.reader.ofPerson(id);
  }
}
