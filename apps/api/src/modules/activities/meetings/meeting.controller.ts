import {
  MeetingAttendanceBody,
  MeetingBody,
  MeetingCancellationBody,
  MeetingList,
  MeetingReplyBody,
  MeetingView,
  MyMeetingList,
} from '@kizuna/shared/contracts/activities';
import { supporterMeetingId, type SupporterMeetingId } from '@kizuna/shared/vocabulary/ids';
import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';

import { CurrentActor, Permit, type Actor } from '../../../platform/auth/index.js';
import { Contract, IdempotencyKey } from '../../../platform/http/index.js';
import { MeetingReader } from './meeting.reader.js';
import { MeetingService } from './meeting.service.js';

/** The meeting in the address. */
const Meeting = () => Param('supporterMeetingId', { schema: supporterMeetingId });

@Controller()
export class MeetingController {
  constructor(
    private readonly reader: MeetingReader,
    private readonly meetings: MeetingService,
  ) {}

  @Get('office/supporter-meetings')
  @Permit('supporter.read')
  @Contract({ response: MeetingList })
  list() {
    return this.reader.list();
  }

  @Post('office/supporter-meetings')
  @Permit('supporter.manage')
  @Contract({ response: MeetingView, status: 201 })
  plan(
    @CurrentActor() actor: Actor,
    @Body({ schema: MeetingBody }) body: MeetingBody,
    @IdempotencyKey() key: string | undefined,
  ) {
    return this.meetings.plan(actor, body, key);
  }

  @Get('office/supporter-meetings/:supporterMeetingId')
  @Permit('supporter.read')
  @Contract({ response: MeetingView })
  get(@Meeting() id: SupporterMeetingId) {
    return this.reader.getView(id);
  }

  @Post('office/supporter-meetings/:supporterMeetingId/cancellation')
  @Permit('supporter.manage')
  @Contract({ response: MeetingView })
  cancel(
    @Meeting() id: SupporterMeetingId,
    @Body({ schema: MeetingCancellationBody }) body: MeetingCancellationBody,
  ) {
    return this.meetings.cancel(id, body.reason);
  }

  @Put('office/supporter-meetings/:supporterMeetingId/attendance')
  @Permit('supporter.manage')
  @Contract({ response: MeetingView })
  record(
    @CurrentActor() actor: Actor,
    @Meeting() id: SupporterMeetingId,
    @Body({ schema: MeetingAttendanceBody }) body: MeetingAttendanceBody,
  ) {
    return this.meetings.record(actor, id, body);
  }

  @Get('me/supporter-meetings')
  @Permit('supporter.self')
  @Contract({ response: MyMeetingList })
  mine(@CurrentActor() actor: Actor) {
    return this.reader.mine(actor);
  }

  @Put('me/supporter-meetings/:supporterMeetingId/reply')
  @Permit('supporter.self')
  @Contract({ response: MyMeetingList })
  reply(
    @CurrentActor() actor: Actor,
    @Meeting() id: SupporterMeetingId,
    @Body({ schema: MeetingReplyBody }) body: MeetingReplyBody,
  ) {
    return this.meetings.reply(actor, id, body.reply);
  }
}
