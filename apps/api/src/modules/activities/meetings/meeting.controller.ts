import type {
  MeetingAttendanceBody,
  MeetingBody,
  MeetingCancellationBody,
  MeetingReplyBody,
} from '@kizuna/shared/contracts/activities';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import type { SupporterMeetingId } from '@kizuna/shared/vocabulary/ids';
import { Controller } from '@nestjs/common';

import { CurrentActor, type Actor } from '../../../platform/auth/index.js';
import { Handles, IdempotencyKey } from '../../../platform/http/index.js';
import { MeetingReader } from './meeting.reader.js';
import { MeetingService } from './meeting.service.js';

@Controller()
export class MeetingController {
  constructor(
    private readonly reader: MeetingReader,
    private readonly meetings: MeetingService,
  ) {}

  @Handles(activitiesEndpoints.listMeetings)
  listMeetings() {
    return this.reader.list();
  }

  @Handles(activitiesEndpoints.planMeeting)
  planMeeting(body: MeetingBody, @CurrentActor() actor: Actor, @IdempotencyKey() key: string | undefined) {
    return this.meetings.plan(actor, body, key);
  }

  @Handles(activitiesEndpoints.getMeeting)
  getMeeting({ supporterMeetingId }: { supporterMeetingId: SupporterMeetingId }) {
    return this.reader.getView(supporterMeetingId);
  }

  @Handles(activitiesEndpoints.cancelMeeting)
  cancelMeeting(
    { supporterMeetingId }: { supporterMeetingId: SupporterMeetingId },
    body: MeetingCancellationBody,
  ) {
    return this.meetings.cancel(supporterMeetingId, body.reason);
  }

  @Handles(activitiesEndpoints.recordMeetingAttendance)
  recordMeetingAttendance(
    { supporterMeetingId }: { supporterMeetingId: SupporterMeetingId },
    body: MeetingAttendanceBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.meetings.record(actor, supporterMeetingId, body);
  }

  @Handles(activitiesEndpoints.listOwnMeetings)
  listOwnMeetings(@CurrentActor() actor: Actor) {
    return this.reader.mine(actor);
  }

  @Handles(activitiesEndpoints.replyToMeeting)
  replyToMeeting(
    { supporterMeetingId }: { supporterMeetingId: SupporterMeetingId },
    body: MeetingReplyBody,
    @CurrentActor() actor: Actor,
  ) {
    return this.meetings.reply(actor, supporterMeetingId, body.reply);
  }
}
