import type { MeetingReply } from '@kizuna/shared/vocabulary/supporters';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import type { NotedSupporter } from '../../supporters/index.js';
import { SupporterMeetingEntity } from './supporter-meeting.entity.js';

/** SQL for follow-up meetings, for commands. */
@Injectable()
export class MeetingRepository {
  constructor(private readonly sql: Sql) {}

  async insert(meeting: SupporterMeetingEntity): Promise<void> {
    await this.sql.insert(SupporterMeetingEntity, meeting);
  }

  /** A meeting, locked for this transaction: places are counted under this lock. */
  async lock(id: string): Promise<SupporterMeetingEntity | null> {
    return this.sql.lockOne(SupporterMeetingEntity, { id });
  }

  /** Invites all active supporters with these districts and wishes. @returns those invited */
  async invite({ id, districtIds, activityIds }: SupporterMeetingEntity): Promise<NotedSupporter[]> {
    await this.sql.query(
      `INSERT INTO supporter_meeting_people (meeting_id, supporter_id)
       SELECT $1, s.id FROM supporters s WHERE s.state = 'active'
         AND (cardinality($2::uuid[]) = 0 OR s.reach = 'whole_city' OR s.district_ids && $2::uuid[])
         AND (cardinality($3::uuid[]) = 0 OR s.activity_ids && $3::uuid[])
       ORDER BY s.id`,
      [id, districtIds, activityIds],
    );
    return this.invited(id);
  }

  invited(id: string): Promise<NotedSupporter[]> {
    return this.sql.query<NotedSupporter>(
      `SELECT s.id, s.person_id AS "personId", s.number, s.valid_until::text AS "validUntil",
         s.leave_from::text AS "leaveFrom", s.leave_until::text AS "leaveUntil" FROM supporters s JOIN supporter_meeting_people i ON i.supporter_id = s.id
       WHERE i.meeting_id = $1 ORDER BY s.id`,
      [id],
    );
  }

  /** Which of a person's registrations is invited; null if none is. */
  async invitationOf(meetingId: string, personId: string): Promise<string | null> {
    const [row] = await this.sql.query<{ id: string }>(
      `SELECT s.id FROM supporter_meeting_people i JOIN supporters s ON s.id = i.supporter_id
       WHERE i.meeting_id = $1 AND s.person_id = $2 ORDER BY s.id DESC LIMIT 1`,
      [meetingId, personId],
    );
    return row?.id ?? null;
  }

  async countComing(meetingId: string, exceptId: string): Promise<number> {
    const [row] = await this.sql.query<{ coming: number }>(
      `SELECT count(*)::int AS coming FROM supporter_meeting_people
       WHERE meeting_id = $1 AND reply = 'coming' AND supporter_id <> $2`,
      [meetingId, exceptId],
    );
    return row!.coming;
  }

  async reply(meetingId: string, supporterId: string, reply: MeetingReply, now: Date): Promise<void> {
    await this.sql.query(
      `UPDATE supporter_meeting_people SET reply = $3, replied_at = $4 WHERE meeting_id = $1 AND supporter_id = $2`,
      [meetingId, supporterId, reply, now],
    );
  }

  /** False if the supporter is not on the list. */
  async record(
    meetingId: string,
    supporterId: string,
    attended: boolean | null,
    by: string,
    now: Date,
  ): Promise<boolean> {
    const rows = await this.sql.query(
      `UPDATE supporter_meeting_people SET attended = $3, recorded_by = $4, recorded_at = $5
       WHERE meeting_id = $1 AND supporter_id = $2 RETURNING supporter_id`,
      [meetingId, supporterId, attended, by, now],
    );
    return rows.length === 1;
  }

  async cancel(id: string, reason: string, now: Date): Promise<void> {
    await this.sql.query(
      'UPDATE supporter_meetings SET cancelled_at = $3, cancelled_reason = $2 WHERE id = $1',
      [id, reason, now],
    );
  }
}
