import type { AttendanceBody, CheckInBody } from '@kizuna/shared/contracts/sessions';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import type { ClassSessionId, EnrolmentId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../platform/auth/index.js';
import { Handles } from '../../platform/http/index.js';
import { SessionsReader } from './sessions.reader.js';
import { SessionsService } from './sessions.service.js';

@Controller()
export class SessionsController {
  constructor(
    private readonly reader: SessionsReader,
    private readonly service: SessionsService,
  ) {}

  @Handles(sessionsEndpoints.listClassSessions)
  listClassSessions(@CurrentActor() actor: Actor) {
    return this.reader.agenda(actor);
  }

  @Handles(sessionsEndpoints.getRoster)
  getRoster({ classSessionId }: { classSessionId: ClassSessionId }, @CurrentActor() actor: Actor) {
    return this.reader.roster(actor, classSessionId);
  }

  @Handles(sessionsEndpoints.recordAttendance)
  recordAttendance(
    { classSessionId, enrolmentId }: { classSessionId: ClassSessionId; enrolmentId: EnrolmentId },
    body: AttendanceBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.record(actor, classSessionId, enrolmentId, body);
  }

  @Handles(sessionsEndpoints.checkInToSession)
  checkInToSession(
    { classSessionId }: { classSessionId: ClassSessionId },
    body: CheckInBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.service.checkIn(actor, classSessionId, body.cardNumber);
  }

  @Handles(sessionsEndpoints.markRemainingAbsent)
  markRemainingAbsent({ classSessionId }: { classSessionId: ClassSessionId }, @CurrentActor() actor: Actor) {
    return this.service.markRemainingAbsent(actor, classSessionId);
  }

  @Handles(sessionsEndpoints.listOwnAttendance)
  listOwnAttendance({ enrolmentId }: { enrolmentId: EnrolmentId }, @CurrentActor() actor: Actor) {
    return this.reader.myAttendance(actor, enrolmentId);
  }
}
