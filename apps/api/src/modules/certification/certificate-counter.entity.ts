import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The last number given in a course and fiscal year; locked by the issuing transaction, so numbers have no gaps. */
@Entity('certificate_counters')
export class CertificateCounterEntity {
  @ForeignKey('courses', { name: 'fk_certificate_counters_course_id' })
  @PrimaryColumn('uuid', { name: 'course_id', primaryKeyConstraintName: 'pk_certificate_counters' })
  courseId: string;

  @PrimaryColumn('integer', { name: 'fiscal_year', primaryKeyConstraintName: 'pk_certificate_counters' })
  fiscalYear: number;

  @Column('integer', { name: 'last_serial' })
  lastSerial: number;
}
