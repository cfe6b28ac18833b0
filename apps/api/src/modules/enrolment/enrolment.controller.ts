import type { ApplyBody, ReasonBody } from '@kizuna/shared/contracts/enrolment';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import type { EnrolmentId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../platform/http/index.js';
import { EnrolmentApplyService } from './enrolment.apply.service.js';
import { EnrolmentReader } from './enrolment.reader.js';
import { EnrolmentService } from './enrolment.service.js';

/** Applications and their state. */
@Controller()
export class EnrolmentController {
  constructor(
    private readonly applications: EnrolmentApplyService,
    private readonly enrolments: EnrolmentService,
    private readonly reader: EnrolmentReader,
  ) {}

  @Handles(enrolmentEndpoints.applyForRun)
  applyForRun(body: ApplyBody, @CurrentActor() actor: Actor, @IdempotencyKey() key: string | undefined) {
    return this.applications.apply(actor, body, key);
  }

  @Handles(enrolmentEndpoints.listOwnEnrolments)
  listOwnEnrolments(@CurrentActor() actor: Actor) {
    return this.reader.listMine(actor);
  }

  @Handles(enrolmentEndpoints.withdrawOwnEnrolment)
  async withdrawOwnEnrolment(
    { enrolmentId }: { enrolmentId: EnrolmentId },
    body: ReasonBody,
    @CurrentActor() actor: Actor,
  ) {
    await this.enrolments.withdrawMine(actor, enrolmentId, body.reason);
    return this.reader.getMyView(actor, enrolmentId);
  }
}
