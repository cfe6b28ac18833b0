import type { MyAttendanceList } from '@kizuna/shared/contracts/sessions';
import { attendingStatuses, type AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../platform/database/index.js';
import { ClassSessionsReader, type ClassSessionOfRun } from '../courses/index.js';

/** The facts about attendance needed by the completion decision. */
export interface AttendanceFacts {
  enrolmentId: string;
  /** Distinct training days (lessons) attended; alternative dates of one lesson count once. */
  attendedTrainingDays: number;
  /** The civil date of the last day attended, or null. */
  lastAttendedOn: string | null;
}

/** What was recorded of a learner on a day. */
export interface AttendanceMark {
  enrolmentId: string;
  classSessionId: string;
  status: AttendanceStatus;
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
    const [days, marks] = await Promise.all([
      this.days.listOfRuns(courseRunIds),
      this.sql.prepared<AttendanceMark>(
        'sessions.marks',
        `SELECT enrolment_id AS "enrolmentId", class_session_id AS "classSessionId", status FROM attendances
         WHERE enrolment_id = ANY($1::uuid[])`,
        [enrolmentIds],
      ),
    ]);
    return attendanceFactsOf(days, marks);
  }
}

/** The facts by enrolment. Marks of other days than these do not count. */
export function attendanceFactsOf(
  days: readonly Pick<ClassSessionOfRun, 'classSessionId' | 'lessonId' | 'heldOn'>[],
  marks: readonly AttendanceMark[],
): Map<string, AttendanceFacts> {
  const dayOf = new Map<string, (typeof days)[number]>(days.map((day) => [day.classSessionId, day]));
  const lessons = new Map<string, Set<string>>();
  const last = new Map<string, string>();
  for (const { enrolmentId, classSessionId, status } of marks) {
    const day = dayOf.get(classSessionId);
    if (!day || !attendingStatuses.some((one) => one === status)) continue;
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

/** A learner's days with the marks of one enrolment. */
export function attendanceListOf(
  days: readonly ClassSessionOfRun[],
  marks: readonly AttendanceMark[],
  enrolmentId: string,
): MyAttendanceList {
  const own = marks.filter((mark) => mark.enrolmentId === enrolmentId);
  const statusOf = new Map(own.map((mark) => [mark.classSessionId, mark.status]));
  return {
    items: days.map((classSession) => ({
      classSession,
      status: statusOf.get(classSession.classSessionId) ?? null,
    })),
  };
}
