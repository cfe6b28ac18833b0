import type {
  ApplicationListQuery,
  ConfirmBody,
  DuplicateQuery,
  OfficeApplyBody,
  ReasonBody,
} from '@kizuna/shared/contracts/enrolment';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import type { ApplicationId, EnrolmentId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../platform/http/index.js';
import { EnrolmentApplyService } from './enrolment.apply.service.js';
import { EnrolmentOfficeReader } from './enrolment.office.reader.js';
import { EnrolmentService } from './enrolment.service.js';

/** The inbox of the office and what it decides. */
@Controller()
export class EnrolmentOfficeController {
  constructor(
    private readonly applications: EnrolmentApplyService,
    private readonly enrolments: EnrolmentService,
    private readonly reader: EnrolmentOfficeReader,
  ) {}

  @Handles(enrolmentEndpoints.listApplications)
  listApplications(query: ApplicationListQuery) {
    return this.reader.listApplications(query);
  }

  @Handles(enrolmentEndpoints.getApplication)
  getApplication({ applicationId }: { applicationId: ApplicationId }) {
    return this.reader.getApplication(applicationId);
  }

  @Handles(enrolmentEndpoints.enterApplication)
  async enterApplication(
    body: OfficeApplyBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.reader.getApplication(await this.applications.enter(actor, body, key));
  }

  @Handles(enrolmentEndpoints.listDuplicates)
  listDuplicates(query: DuplicateQuery) {
    return this.reader.listDuplicates(query);
  }

  @Handles(enrolmentEndpoints.confirmEnrolments)
  confirmEnrolments(body: ConfirmBody, @CurrentActor() actor: Actor) {
    return this.enrolments.confirm(actor, body.enrolmentIds);
  }

  @Handles(enrolmentEndpoints.declineEnrolment)
  async declineEnrolment(
    { enrolmentId }: { enrolmentId: EnrolmentId },
    body: ReasonBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.reader.getApplication(
      await this.enrolments.decide(actor, enrolmentId, 'decline', body.reason),
    );
  }

  @Handles(enrolmentEndpoints.cancelEnrolment)
  async cancelEnrolment(
    { enrolmentId }: { enrolmentId: EnrolmentId },
    body: ReasonBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.reader.getApplication(
      await this.enrolments.decide(actor, enrolmentId, 'cancel', body.reason),
    );
  }

  @Handles(enrolmentEndpoints.withdrawEnrolment)
  async withdrawEnrolment(
    { enrolmentId }: { enrolmentId: EnrolmentId },
    body: ReasonBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.reader.getApplication(
      await this.enrolments.decide(actor, enrolmentId, 'withdraw', body.reason),
    );
  }
}
