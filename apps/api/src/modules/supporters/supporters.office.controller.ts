import type {
  EndingBody,
  LeaveBody,
  OfficeRegistrationBody,
  RenewalBody,
  SupporterListQuery,
} from '@kizuna/shared/contracts/supporters';
import type { AnswersChangeBody } from '@kizuna/shared/contracts/supporters.answers';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import type { PersonId, SupporterId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../platform/http/index.js';
import { AnswersChangeService } from './registration/answers-change.service.js';
import { RegistrationService } from './registration/registration.service.js';
import { SupportersReader } from './supporters.reader.js';
import { SupportersService } from './supporters.service.js';

@Controller()
export class SupportersOfficeController {
  constructor(
    private readonly reader: SupportersReader,
    private readonly registrations: RegistrationService,
    private readonly service: SupportersService,
    private readonly answers: AnswersChangeService,
  ) {}

  @Handles(supportersEndpoints.listSupporters)
  listSupporters(query: SupporterListQuery) {
    return this.reader.list(query);
  }

  @Handles(supportersEndpoints.enterSupporter)
  enterSupporter(
    body: OfficeRegistrationBody,
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.registrations.enter(actor, body, key);
  }

  @Handles(supportersEndpoints.getSupporter)
  getSupporter({ supporterId }: { supporterId: SupporterId }) {
    return this.reader.getView(supporterId);
  }

  @Handles(supportersEndpoints.changeSupporterAnswers)
  changeSupporterAnswers(
    { supporterId }: { supporterId: SupporterId },
    body: AnswersChangeBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.answers.change(actor, supporterId, body);
  }

  @Handles(supportersEndpoints.confirmSupporter)
  confirmSupporter({ supporterId }: { supporterId: SupporterId }, @CurrentActor() actor: Actor) {
    return this.service.confirm(actor, supporterId);
  }

  @Handles(supportersEndpoints.renewSupporter)
  renewSupporter(
    { supporterId }: { supporterId: SupporterId },
    body: RenewalBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.renew(actor, supporterId, body, 'paper');
  }

  @Handles(supportersEndpoints.startSupporterLeave)
  startSupporterLeave(
    { supporterId }: { supporterId: SupporterId },
    body: LeaveBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.rest(actor, supporterId, body);
  }

  @Handles(supportersEndpoints.endSupporterLeave)
  endSupporterLeave({ supporterId }: { supporterId: SupporterId }, @CurrentActor() actor: Actor) {
    return this.service.comeBack(actor, supporterId);
  }

  @Handles(supportersEndpoints.endSupporter)
  endSupporter(
    { supporterId }: { supporterId: SupporterId },
    body: EndingBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.end(actor, supporterId, body.reason);
  }

  @Handles(supportersEndpoints.getSupporterOfPerson)
  getSupporterOfPerson({ personId }: { personId: PersonId }) {
    return this.reader.ofPerson(personId);
  }
}
