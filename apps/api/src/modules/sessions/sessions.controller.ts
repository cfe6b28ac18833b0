import {
  AttendanceBody,
  CheckInBody,
  CheckInView,
  ClassSessionAgenda,
  MyAttendanceList,
  RosterRow,
  RosterView,
} from '@kizuna/shared/contracts/sessions';
import {
  classSessionId,
  enrolmentId,
  type ClassSessionId,
  type EnrolmentId,
} from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../platform/auth/index.js';
import { Contract } from '../../platform/http/index.js';
import { SessionsReader } from './sessions.reader.js';
import { SessionsService } from './sessions.service.js';

@Controller()
export class SessionsController {
  constructor(
    private readonly reader: SessionsReader,
    private readonly service: SessionsService,
  ) {}

  @Get('class-sessions')
  @Permit('session.read')
  @Contract({ response: ClassSessionAgenda })
  agenda(@CurrentActor() actor: Actor) {
    return this.reader.agenda(actor);
  }

  @Get('class-sessions/:classSessionId/roster')
  @Permit('session.read')
  @Contract({ response: RosterView })
  roster(
    @CurrentActor() actor: Actor,
    @Param('classSessionId', { schema: classSessionId }) id: ClassSessionId,
  ) {
    return this.reader.roster(actor, id);
  }

  @Put('class-sessions/:classSessionId/attendance/:enrolmentId')
  @Permit('attendance.record')
  @Contract({ response: RosterRow })
  record(
    @CurrentActor() actor: Actor,
    @Param('classSessionId', { schema: classSessionId }) id: ClassSessionId,
    @Param('enrolmentId', { schema: enrolmentId }) enrolment: EnrolmentId,
    @Body({ schema: AttendanceBody }) body: AttendanceBody,
  ) {
    return this.service.record(actor, id, enrolment, body);
  }

  @Post('class-sessions/:classSessionId/check-ins')
  @Permit('attendance.record')
  @Contract({ response: CheckInView })
  checkIn(
    @CurrentActor() actor: Actor,
    @Param('classSessionId', { schema: classSessionId }) id: ClassSessionId,
    @Body({ schema: CheckInBody }) body: CheckInBody,
  ) {
    return this.service.checkIn(actor, id, body.cardNumber);
  }

  @Post('class-sessions/:classSessionId/remaining-absent')
  @Permit('attendance.record')
  @Contract({ response: RosterView })
  markRemainingAbsent(
    @CurrentActor() actor: Actor,
    @Param('classSessionId', { schema: classSessionId }) id: ClassSessionId,
  ) {
    return this.service.markRemainingAbsent(actor, id);
  }

  @Get('me/enrolments/:enrolmentId/attendance')
  @Permit('learning.self')
  @Contract({ response: MyAttendanceList })
  myAttendance(
    @CurrentActor() actor: Actor,
    @Param('enrolmentId', { schema: enrolmentId }) enrolment: EnrolmentId,
  ) {
    return this.reader.myAttendance(actor, enrolment);
  }
}
