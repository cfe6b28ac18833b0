import { Injectable } from '@nestjs/common';

import { Audit } from '../../platform/audit/index.js';
import { personOf, type Actor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { Ids } from '../../platform/ids/ids.js';
import { Outbox } from '../../platform/outbox/index.js';
import type { ClassSessionOfRun } from '../courses/index.js';
import { attendanceRecorded, type AttendanceRecorded } from './sessions.events.js';
import { SessionsRepository, type AttendanceRow, type NewMark } from './sessions.repository.js';

type Mark = Pick<NewMark, 'enrolmentId' | 'status' | 'markedWith' | 'reason' | 'corrections'>;

/** Writes one mark together with its audit log entry and its event. */
@Injectable()
export class AttendanceRecorder {
  constructor(
    private readonly attendance: SessionsRepository,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  async write(
    actor: Actor,
    day: ClassSessionOfRun,
    earlier: AttendanceRow | null,
    mark: Mark,
  ): Promise<void> {
    const { classSessionId } = day;
    const id = earlier?.id ?? this.ids.next();
    const markedBy = actor.kind === 'person' ? personOf(actor).personId : null;
    await this.attendance.write({ ...mark, id, classSessionId, markedAt: this.clock.now(), markedBy });
    await this.audit.record({
      actor,
      action: earlier ? 'attendance.corrected' : 'attendance.recorded',
      subjectType: 'enrolment',
      subjectId: mark.enrolmentId,
      ...(earlier ? { before: { classSessionId, attendance: earlier.status } } : {}),
      after: { classSessionId, attendance: mark.status },
      ...(mark.reason === null ? {} : { reason: mark.reason }),
    });
    const payload: AttendanceRecorded = {
      classSessionId,
      enrolmentId: mark.enrolmentId,
      status: mark.status,
    };
    await this.outbox.add({ type: attendanceRecorded, payload, subjectId: mark.enrolmentId });
  }
}
