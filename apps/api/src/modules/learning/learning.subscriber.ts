import { attendingStatuses, type AttendanceStatus } from '@kizuna/shared/vocabulary/attendance';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { Outbox, type OutboxEvent } from '../../platform/outbox/index.js';
import { ClassSessionsReader } from '../courses/index.js';
import { ProgressRepository } from './learning.repository.js';

/** What sessions tells; it stands in the same tier, so its words are repeated here instead of imported. */
const attendanceRecorded = 'sessions.attendance_recorded';
interface AttendanceRecorded {
  classSessionId: string;
  enrolmentId: string;
  status: AttendanceStatus;
}

/** Hears of attendance, so that a training day is done for the learner once one of its dates was attended. */
@Injectable()
export class LearningSubscriber implements OnModuleInit {
  constructor(
    private readonly outbox: Outbox,
    private readonly days: ClassSessionsReader,
    private readonly progress: ProgressRepository,
  ) {}

  onModuleInit(): void {
    this.outbox.subscribe<AttendanceRecorded>(attendanceRecorded, 'learning.recordAttendance', (m, event) =>
      this.recordAttendance(m, event),
    );
  }

  private async recordAttendance(m: EntityManager, event: OutboxEvent<AttendanceRecorded>): Promise<void> {
    const { classSessionId, enrolmentId, status } = event.payload;
    const day = await this.days.findClassSession(classSessionId);
    if (!day) return;
    await this.progress.recordAttendance(m, {
      enrolmentId,
      classSessionId,
      lessonId: day.lessonId,
      attended: attendingStatuses.some((attending) => attending === status),
      recordedAt: event.occurredAt,
    });
  }
}
