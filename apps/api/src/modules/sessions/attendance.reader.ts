import { attendingStatuses } from '@kizuna/shared/vocabulary/sessions';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { ClassSessionsReader } from '../courses/index.js';

/** The facts about attendance needed by the completion decision. */
export interface AttendanceFacts {
  enrolmentId: string;
  /** Distinct training days (lessons) attended; alternative dates of one lesson count once. */
  attendedTrainingDays: number;
  /** The civil date of the last day attended, or null. */
  lastAttendedOn: string | null;
}

/** Attendance as facts for certification and reporting, for many enrolments of one run at once. */
@Injectable()
export class AttendanceReader {
  constructor(
    private readonly sql: Sql,
    private readonly days: ClassSessionsReader,
  ) {}

  /** Facts by enrolment; enrolments without attendance are missing from the map. */
  async factsFor(
    courseRunIds: readonly string[],
    enrolmentIds: readonly string[],
  ): Promise<Map<string, AttendanceFacts>> {
    const days = await this.days.listOfRuns(courseRunIds);
    const dayOf = new Map<string, (typeof days)[number]>(
      days.map((day) => [day.classSessionId, day] as const),
    );
    const marks = await this.sql.query<{ enrolmentId: string; classSessionId: string }>(
      `SELECT enrolment_id AS "enrolmentId", class_session_id AS "classSessionId" FROM attendances
       WHERE enrolment_id = ANY($1::uuid[]) AND status = ANY($2::text[])`,
      [enrolmentIds, attendingStatuses],
    );
    const lessons = new Map<string, Set<string>>();
    const last = new Map<string, string>();
    for (const { enrolmentId, classSessionId } of marks) {
      const day = dayOf.get(classSessionId);
      if (!day) continue;
      lessons.set(enrolmentId, (lessons.get(enrolmentId) ?? new Set()).add(day.lessonId));
      if (day.heldOn > (last.get(enrolmentId) ?? '')) last.set(enrolmentId, day.heldOn);
    }
    return new Map(
      [...lessons].map(([enrolmentId, attended]) => [
        enrolmentId,
        { enrolmentId, attendedTrainingDays: attended.size, lastAttendedOn: last.get(enrolmentId) ?? null },
      ]),
    );
  }
}
