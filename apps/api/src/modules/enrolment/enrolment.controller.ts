import {
  ApplicationReceipt,
  ApplyBody,
  EnrolmentList,
  EnrolmentView,
  ReasonBody,
} from '@kizuna/shared/contracts/enrolment';
import { enrolmentId, type EnrolmentId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';

import { CurrentActor, Permit, Public, type Actor } from '../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../platform/http/index.js';
import { EnrolmentApplyService } from './enrolment.apply.service.js';
import { EnrolmentReader } from './enrolment.reader.js';
import { EnrolmentService } from './enrolment.service.js';

/** Applying, and what became of it. */
@Controller()
export class EnrolmentController {
  constructor(
    private readonly applications: EnrolmentApplyService,
    private readonly enrolments: EnrolmentService,
    private readonly reader: EnrolmentReader,
  ) {}

  @Post('applications')
  @Public()
  @Contract({ response: ApplicationReceipt, status: 201 })
  apply(
    @CurrentActor() actor: Actor,
    @Body({ schema: ApplyBody }) body: ApplyBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.applications.apply(actor, body, key);
  }

  @Get('applications/mine')
  @Permit('enrolment.self')
  @Contract({ response: EnrolmentList })
  listMine(@CurrentActor() actor: Actor) {
    return this.reader.listMine(actor);
  }

  @Post('me/enrolments/:enrolmentId/withdrawal')
  @Permit('enrolment.self')
  @Contract({ response: EnrolmentView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) id: EnrolmentId,
    @Body({ schema: ReasonBody }) body: ReasonBody,
  ) {
    await this.enrolments.withdrawMine(actor, id, body.reason);
    return this.reader.getMyView(actor, id);
  }
}
