import type {
  MeetingAttendanceBody,
  MeetingBody,
  MeetingView,
  MyMeetingList,
} from '@kizuna/shared/contracts/activities';
import { instantOf } from '@kizuna/shared/rules/civil-date';
import type { MeetingReply } from '@kizuna/shared/vocabulary/supporters';
import { Injectable } from '@nestjs/common';

import { personOf, type Actor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import { DomainError } from '../../../platform/errors/index.js';
import { Commands } from '../../../platform/idempotency/index.js';
import { Ids } from '../../../platform/ids/ids.js';
import { SupportersHistoryService } from '../../supporters/index.js';
import { cancelProblem, recordProblem, replyProblem } from './meeting.policy.js';
import { MeetingReader } from './meeting.reader.js';
import { MeetingRepository } from './meeting.repository.js';

/** Follow-up meetings (フォローアップの集い): invitations, replies, attendance. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly commands: Commands,
    private readonly meetings: MeetingRepository,
    private readonly reader: MeetingReader,
    private readonly history: SupportersHistoryService,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Plans a meeting and invites all matching supporters who are active now; each is notified. */
  async plan(actor: Actor, body: MeetingBody, key: string | undefined): Promise<MeetingView> {
    const by = personOf(actor).personId;
    const id = await this.commands.once(`supporters.meet:${by}`, key, body, async () => {
      const meetingId = this.ids.next();
      const now = this.clock.now();
      const startsAt = instantOf(body.heldOn, body.from);
      if (startsAt <= now) throw new DomainError('supporters.meeting_over', { field: 'heldOn' });
      const { from: _, to, ...rest } = body;
      const meeting = {
        ...rest,
        id: meetingId,
        startsAt,
        endsAt: instantOf(body.heldOn, to),
        capacity: body.capacity ?? null,
        note: body.note || null,
        createdAt: now,
        createdBy: by,
        cancelledAt: null,
        cancelledReason: null,
      };
      await this.meetings.insert(meeting);
      const invited = await this.meetings.invite(meeting);
      if (invited.length === 0) throw new DomainError('supporters.nobody_chosen');
      for (const supporter of invited) await this.history.tell('invited', supporter, { meetingId });
      return meetingId;
    });
    return this.reader.getView(id);
  }

  /** Cancels a meeting; everyone invited is notified. Idempotent. */
  async cancel(id: string, reason: string): Promise<MeetingView> {
    await this.commands.once('supporters.cancelMeeting', undefined, null, async () => {
      const meeting = await this.meetings.lock(id);
      if (!meeting) throw new DomainError('platform.not_found');
      if (meeting.cancelledAt) return;
      const now = this.clock.now();
      const problem = cancelProblem(meeting, now);
      if (problem) throw new DomainError(problem);
      await this.meetings.cancel(id, reason, now);
      for (const supporter of await this.meetings.invited(id))
        await this.history.tell('meetingCancelled', supporter, { meetingId: id, reason });
    });
    return this.reader.getView(id);
  }

  /** Replies 出ます or 欠席します, until it begins. @throws platform.not_found for anyone not invited */
  async reply(actor: Actor, id: string, reply: MeetingReply): Promise<MyMeetingList> {
    const { personId } = personOf(actor);
    await this.commands.once('supporters.reply', undefined, null, async () => {
      const meeting = await this.meetings.lock(id);
      const supporterId = meeting && (await this.meetings.invitationOf(id, personId));
      if (!meeting || !supporterId) throw new DomainError('platform.not_found');
      const now = this.clock.now();
      const others = await this.meetings.countComing(id, supporterId);
      const problem = replyProblem(meeting, reply, others, now);
      if (problem) throw new DomainError(problem);
      await this.meetings.reply(id, supporterId, reply, now);
    });
    return this.reader.mine(actor);
  }

  /** Records that a person attended, or takes it back. */
  async record(actor: Actor, id: string, body: MeetingAttendanceBody): Promise<MeetingView> {
    const by = personOf(actor).personId;
    await this.commands.once('supporters.recordMeeting', undefined, null, async () => {
      const meeting = await this.meetings.lock(id);
      if (!meeting) throw new DomainError('platform.not_found');
      const now = this.clock.now();
      const problem = recordProblem(meeting, now);
      if (problem) throw new DomainError(problem);
      const { supporterId, attended } = body;
      if (!(await this.meetings.record(id, supporterId, attended, by, now)))
        throw new DomainError('platform.not_found');
    });
    return this.reader.getView(id);
  }
}
