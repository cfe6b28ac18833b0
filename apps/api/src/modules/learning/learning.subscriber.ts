import { attendingStatuses, type AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Outbox, type OutboxEvent } from '../../platform/outbox/index.js';
import {
  ClassSessionsReader,
  CoursesReader,
  filmRulesChanged,
  type FilmRulesChanged,
} from '../courses/index.js';
import { FilmRuleService } from './film-rule.service.js';
import { LearningRepository } from './learning.repository.js';

/** An event of sessions; that module is in the same tier, so its name is repeated here instead of imported. */
const attendanceRecorded = 'sessions.attendance_recorded';
interface AttendanceRecorded {
  classSessionId: string;
  enrolmentId: string;
  status: AttendanceStatus;
}

/** Events of viewings, which is in the same tier, too. */
const creditGranted = 'viewings.credit_granted';
const creditRevoked = 'viewings.credit_revoked';
interface CreditChanged {
  personId: string;
  videoId: string;
}

/**
 * Subscribes to events that complete lessons elsewhere: attendance at one of a training day's dates, a film seen at a
 * group viewing, less strict rules about films.
 */
@Injectable()
export class LearningSubscriber implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly days: ClassSessionsReader,
    private readonly courses: CoursesReader,
    private readonly progress: LearningRepository,
    private readonly films: FilmRuleService,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe<AttendanceRecorded>(attendanceRecorded, 'learning.recordAttendance', (event) =>
      this.recordAttendance(event),
    );
    this.outbox.subscribe<CreditChanged>(creditGranted, 'learning.completeViewed', ({ payload }) =>
      this.films.onCreditGranted(payload.personId, payload.videoId),
    );
    this.outbox.subscribe<CreditChanged>(creditRevoked, 'learning.reopenViewed', ({ payload }) =>
      this.films.onCreditRevoked(payload.personId, payload.videoId),
    );
    this.outbox.subscribe<FilmRulesChanged>(filmRulesChanged, 'learning.applyFilmRules', async (event) =>
      this.films.completeOfRuns(await this.courses.runIdsOf(event.payload.courseId)),
    );
  }

  private async recordAttendance(event: OutboxEvent<AttendanceRecorded>): Promise<void> {
    const { classSessionId, enrolmentId, status } = event.payload;
    const day = await this.days.findClassSession(classSessionId);
    if (!day) return;
    await this.progress.recordAttendance({
      enrolmentId,
      classSessionId,
      lessonId: day.lessonId,
      attended: attendingStatuses.some((attending) => attending === status),
      recordedAt: event.occurredAt,
    });
  }
}
