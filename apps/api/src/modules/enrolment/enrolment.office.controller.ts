import {
  ApplicationListQuery,
  ApplicationPage,
  ApplicationView,
  ConfirmBody,
  ConfirmResult,
  DuplicateList,
  DuplicateQuery,
  OfficeApplyBody,
  ReasonBody,
} from '@kizuna/shared/contracts/enrolment';
import {
  applicationId,
  enrolmentId,
  type ApplicationId,
  type EnrolmentId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { EnrolmentApplyService } from './enrolment.apply.service.js';
import { EnrolmentOfficeReader } from './enrolment.office.reader.js';
import { EnrolmentService } from './enrolment.service.js';

/** The inbox of the office and what it decides. */
@Controller('office')
export class EnrolmentOfficeController {
  constructor(
    private readonly applications: EnrolmentApplyService,
    private readonly enrolments: EnrolmentService,
    private readonly reader: EnrolmentOfficeReader,
  ) {}

  @Get('applications')
  @Permit('application.read')
  @Contract({ response: ApplicationPage })
  list(@Query({ schema: ApplicationListQuery }) query: ApplicationListQuery) {
    return this.reader.listApplications(query);
  }

  @Get('applications/:applicationId')
  @Permit('application.read')
  @Contract({ response: ApplicationView })
  get(@Param('applicationId', { schema: applicationId }) id: ApplicationId) {
    return this.reader.getApplication(id);
  }

  @Post('applications')
  @Permit('application.enter')
  @Contract({ response: ApplicationView, status: 201 })
  async enter(
    @CurrentActor() actor: Actor,
    @Body({ schema: OfficeApplyBody }) body: OfficeApplyBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.reader.getApplication(await this.applications.enter(actor, body, key));
  }

  @Get('duplicates')
  @Permit('application.enter')
  @Contract({ response: DuplicateList })
  listDuplicates(@Query({ schema: DuplicateQuery }) query: DuplicateQuery) {
    return this.reader.listDuplicates(query);
  }

  @Post('enrolments/confirmations')
  @Permit('enrolment.decide')
  @Contract({ response: ConfirmResult })
  confirm(@CurrentActor() actor: Actor, @Body({ schema: ConfirmBody }) body: ConfirmBody) {
    return this.enrolments.confirm(actor, body.enrolmentIds);
  }

  @Post('enrolments/:enrolmentId/decline')
  @Permit('enrolment.decide')
  @Contract({ response: ApplicationView })
  async decline(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Body({ schema: ReasonBody }) body: ReasonBody,
  ) {
    return this.reader.getApplication(await this.enrolments.decide(actor, id, 'decline', body.reason));
  }

  @Post('enrolments/:enrolmentId/cancellation')
  @Permit('enrolment.decide')
  @Contract({ response: ApplicationView })
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Body({ schema: ReasonBody }) body: ReasonBody,
  ) {
    return this.reader.getApplication(await this.enrolments.decide(actor, id, 'cancel', body.reason));
  }

  @Post('enrolments/:enrolmentId/withdrawal')
  @Permit('enrolment.decide')
  @Contract({ response: ApplicationView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Body({ schema: ReasonBody }) body: ReasonBody,
  ) {
    return this.reader.getApplication(await this.enrolments.decide(actor, id, 'withdraw', body.reason));
  }
}
