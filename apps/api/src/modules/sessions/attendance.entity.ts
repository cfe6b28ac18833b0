import type { AttendanceStatus } from '@kizuna/shared/vocabulary/sessions';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One person's attendance (出欠) at one training day. The values before a correction are in the audit log. */
@Entity('attendances')
@Unique('uq_attendances_session_enrolment', ['classSessionId', 'enrolmentId'])
@Index('ix_attendances_enrolment', ['enrolmentId'])
@Check('ck_attendances_status', `status IN ('present', 'late', 'left_early', 'absent', 'excused', 'made_up')`)
@Check('ck_attendances_by', `marked_with IN ('hand', 'card')`)
export class AttendanceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attendances' })
  id: string;

  @ForeignKey('class_sessions', { name: 'fk_attendances_class_session_id' })
  @Column('uuid', { name: 'class_session_id' })
  classSessionId: string;

  @ForeignKey('enrolments', { name: 'fk_attendances_enrolment_id' })
  @Column('uuid', { name: 'enrolment_id' })
  enrolmentId: string;

  @Column('text')
  status: AttendanceStatus;

  @Column('text', { name: 'marked_with' })
  markedWith: 'hand' | 'card';

  @Column('timestamptz', { name: 'marked_at' })
  markedAt: Date;

  @ForeignKey('people', { name: 'fk_attendances_marked_by' })
  @Column('uuid', { name: 'marked_by', nullable: true })
  markedBy: string | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('integer', { default: 0 })
  corrections: number;
}
