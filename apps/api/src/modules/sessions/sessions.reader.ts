import type {
  ClassSessionAgenda,
  ClassSessionAgendaItem,
  MyAttendanceList,
  RosterRow,
  RosterView,
} from '@kizuna/shared/contracts/sessions';
import { civilDateOf } from '@kizuna/shared/rules/civil-date';
import { comparableKana } from '@kizuna/shared/rules/text';
import { learningStatuses } from '@kizuna/shared/vocabulary/enrolment';
import { attendingStatuses, type AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';
import { Injectable } from '@nestjs/common';

import { may, personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { ClassSessionsReader, type ClassSessionOfRun } from '../courses/index.js';
import { EnrolmentReader } from '../enrolment/index.js';
import { PeopleReader, type PersonRecord } from '../people/index.js';
import { attendanceListOf, type AttendanceMark } from './attendance.reader.js';
import { isCheckInOpen, mayRecord } from './sessions.policy.js';

interface MarkRow {
  enrolmentId: string;
  status: AttendanceStatus;
  markedAt: Date;
  markedBy: string | null;
  by: 'hand' | 'card';
  reason: string | null;
  corrections: number;
}

const agendaLength = 30;

/** Training days for staff and instructors, and the learner's own attendance. */
@Injectable()
export class SessionsReader {
  constructor(
    private readonly sql: Sql,
    private readonly days: ClassSessionsReader,
    private readonly enrolments: EnrolmentReader,
    private readonly people: PeopleReader,
    private readonly clock: Clock,
  ) {}

  /** The days from today on, then the latest past ones; an instructor sees their own, the office all. */
  async agenda(actor: Actor): Promise<ClassSessionAgenda> {
    const today = civilDateOf(this.clock.now());
    const [coming, past] = await Promise.all([
      this.days.listAround('from', today, taughtBy(actor), agendaLength),
      this.days.listAround('before', today, taughtBy(actor), agendaLength),
    ]);
    return { items: await this.toAgendaItems([...coming, ...past]) } as ClassSessionAgenda;
  }

  /** Of these, the days from today on. */
  async coming(actor: Actor): Promise<ClassSessionAgendaItem[]> {
    const days = await this.days.listAround(
      'from',
      civilDateOf(this.clock.now()),
      taughtBy(actor),
      agendaLength,
    );
    return this.toAgendaItems(days);
  }

  /** A day visible to the actor. @throws platform.not_found for an instructor of other runs */
  async getDay(actor: Actor, classSessionId: string): Promise<ClassSessionOfRun> {
    const day = await this.days.findClassSession(classSessionId);
    if (!day) throw new DomainError('platform.not_found');
    const allowed =
      may(actor, 'run.read') || (await this.days.teaches(personOf(actor).personId, day.courseRunId));
    if (!allowed) throw new DomainError('platform.not_found');
    return day;
  }

  /** The roster of a day in kana order, with the marks. */
  async roster(actor: Actor, classSessionId: string): Promise<RosterView> {
    const day = await this.getDay(actor, classSessionId);
    const now = this.clock.now();
    const [item, rows] = await Promise.all([this.toAgendaItems([day]), this.rosterRows(day)]);
    return {
      classSession: item[0],
      rows,
      can: { record: mayRecord(timesOf(day), now) },
      checkInOpen: isCheckInOpen(timesOf(day), now),
    } as RosterView;
  }

  /** The rows of a day's roster: all learners of the run. */
  async rosterRows(day: ClassSessionOfRun): Promise<RosterRow[]> {
    const enrolled = await this.enrolments.listLearningOfRun(day.courseRunId);
    const [people, marks, elsewhere] = await Promise.all([
      this.people.findPeople(enrolled.map((e) => e.personId)),
      this.marksOf(day.classSessionId),
      this.attendedElsewhere(day),
    ]);
    const markers = await this.people.findPeople(marks.flatMap((mark) => mark.markedBy ?? []));
    const markOf = new Map(marks.map((mark) => [mark.enrolmentId, mark]));
    return inKanaOrder(enrolled, people).map(({ enrolmentId, person }, index) => {
      const mark = markOf.get(enrolmentId);
      return {
        enrolmentId,
        personId: person.personId,
        number: index + 1,
        name: person.name,
        kana: person.kana,
        wishes: person.wishes,
        status: mark?.status ?? null,
        markedAt: mark?.markedAt.toISOString() ?? null,
        markedBy: mark?.markedBy ? (markers.get(mark.markedBy)?.name ?? null) : null,
        by: mark?.by ?? null,
        reason: mark?.reason ?? null,
        corrections: mark?.corrections ?? 0,
        attendedElsewhere: elsewhere.has(enrolmentId),
      } as RosterRow;
    });
  }

  /** The learner's own days with the marks. @throws platform.not_found */
  async myAttendance(actor: Actor, enrolmentId: string): Promise<MyAttendanceList> {
    const enrolment = await this.enrolments.getMine(personOf(actor).personId, enrolmentId);
    const [days, marks] = await Promise.all([
      this.days.listOfRuns([enrolment.courseRunId]),
      this.sql.prepared<AttendanceMark>(
        'sessions.own-marks',
        `SELECT enrolment_id AS "enrolmentId", class_session_id AS "classSessionId", status FROM attendances
         WHERE enrolment_id = $1`,
        [enrolmentId],
      ),
    ]);
    return attendanceListOf(days, marks, enrolmentId);
  }

  private async toAgendaItems(days: readonly ClassSessionOfRun[]): Promise<ClassSessionAgendaItem[]> {
    const today = civilDateOf(this.clock.now());
    const counts = await this.countsOf(days);
    return days.map(
      (day) =>
        ({
          ...day,
          enrolled: counts.get(day.classSessionId)?.enrolled ?? 0,
          marked: counts.get(day.classSessionId)?.marked ?? 0,
          when: day.heldOn === today ? 'today' : day.heldOn > today ? 'coming' : 'past',
        }) as ClassSessionAgendaItem,
    );
  }

  /** How many learn in the run of each day, and how many have a mark on it. */
  private async countsOf(days: readonly ClassSessionOfRun[]) {
    const rows = await this.sql.prepared<{ id: string; enrolled: number; marked: number }>(
      'sessions.agenda-counts',
      `SELECT d.id, coalesce(e.enrolled, 0) AS enrolled, coalesce(a.marked, 0) AS marked
       FROM unnest($1::uuid[], $2::uuid[]) AS d (id, course_run_id)
         LEFT JOIN (SELECT course_run_id, count(*)::int AS enrolled FROM page_enrolments
           WHERE course_run_id = ANY($2::uuid[]) AND status = ANY($3::text[]) GROUP BY course_run_id) e
           ON e.course_run_id = d.course_run_id
         LEFT JOIN (SELECT class_session_id, count(*)::int AS marked FROM attendances
           WHERE class_session_id = ANY($1::uuid[]) GROUP BY class_session_id) a ON a.class_session_id = d.id`,
      [
        days.map(({ classSessionId }) => classSessionId),
        days.map(({ courseRunId }) => courseRunId),
        learningStatuses,
      ],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  private marksOf(classSessionId: string): Promise<MarkRow[]> {
    return this.sql.query<MarkRow>(
      `SELECT enrolment_id AS "enrolmentId", status, marked_at AS "markedAt", marked_by AS "markedBy",
         marked_with AS by, reason, corrections
       FROM attendances WHERE class_session_id = $1`,
      [classSessionId],
    );
  }

  /** Enrolments that attended another date of the same training day. */
  private async attendedElsewhere(day: ClassSessionOfRun): Promise<Set<string>> {
    const days = await this.days.listOfRuns([day.courseRunId]);
    const others = days.filter((d) => d.lessonId === day.lessonId && d.classSessionId !== day.classSessionId);
    const rows = await this.sql.query<{ id: string }>(
      `SELECT DISTINCT enrolment_id AS id FROM attendances
       WHERE class_session_id = ANY($1::uuid[]) AND status = ANY($2::text[])`,
      [others.map((d) => d.classSessionId), attendingStatuses],
    );
    return new Set(rows.map(({ id }) => id));
  }
}

/** The instructor whose days are meant; null for the office, which sees all. */
function taughtBy(actor: Actor): string | null {
  return may(actor, 'run.read') ? null : personOf(actor).personId;
}

/** The times of a day in the form used by the policy. */
export function timesOf(day: ClassSessionOfRun) {
  return { startsAt: new Date(day.startsAt), endsAt: new Date(day.endsAt), cancelled: day.cancelled };
}

/** Enrolments with their people, ordered by reading as in a paper roster. */
function inKanaOrder(
  enrolled: readonly { enrolmentId: string; personId: string }[],
  people: ReadonlyMap<string, PersonRecord>,
) {
  return enrolled
    .flatMap(({ enrolmentId, personId }) => {
      const person = people.get(personId);
      return person ? [{ enrolmentId, person, key: comparableKana(person.kana) }] : [];
    })
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.enrolmentId < b.enrolmentId ? -1 : 1));
}
