import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/**
 * One version of a line transcribed from the paper ledger (紙の台帳から転記). A correction is a new version of the same
 * line; rows never change (docs/adr/0028).
 */
@Entity('paper_records')
@Unique('uq_paper_records_line_version', ['lineId', 'version'])
@Index('ix_paper_records_year', ['fiscalYear', 'courseTitle', 'numberKey'])
@Check('ck_paper_records_version', 'version >= 1')
@Check('ck_paper_records_serial', 'serial >= 1')
@Check('ck_paper_records_completed_on', `completed_on ~ '^\\d{4}(-\\d\\d(-\\d\\d)?)?$'`)
@Check('ck_paper_records_issued_on', `issued_on ~ '^\\d{4}(-\\d\\d(-\\d\\d)?)?$'`)
@Check('ck_paper_records_reason', '(version = 1) = (reason IS NULL)')
export class PaperRecordEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_paper_records' })
  id: string;

  /** The id of the first version. */
  @Column('uuid', { name: 'line_id' })
  lineId: string;

  @Column('integer')
  version: number;

  @Column('integer', { name: 'fiscal_year' })
  fiscalYear: number;

  /** Null for an old course that does not exist in the system. */
  @ForeignKey('courses', { name: 'fk_paper_records_course_id' })
  @Column('uuid', { name: 'course_id', nullable: true })
  courseId: string | null;

  @Column('text', { name: 'course_title' })
  courseTitle: string;

  /** The N of 第N号; null if the paper has no such number. */
  @Column('integer', { nullable: true })
  serial: number | null;

  @Column('text')
  number: string;

  /** The number in normalised form. */
  @Column('text', { name: 'number_key' })
  numberKey: string;

  @Column('text')
  name: string;

  @Column('text')
  kana: string;

  @Column('text', { name: 'search_text' })
  searchText: string;

  /** `YYYY-MM-DD`, or as much as is legible on the paper: `YYYY-MM`, `YYYY`. */
  @Column('text', { name: 'completed_on', nullable: true })
  completedOn: string | null;

  @Column('text', { name: 'issued_on', nullable: true })
  issuedOn: string | null;

  @Column('text', { name: 'issuer_head', nullable: true })
  issuerHead: string | null;

  @Column('text', { nullable: true })
  note: string | null;

  @ForeignKey('people', { name: 'fk_paper_records_person_id' })
  @Index('ix_paper_records_person')
  @Column('uuid', { name: 'person_id', nullable: true })
  personId: string | null;

  /** Struck out: it was not a certificate, or was entered twice. */
  @Column('boolean', { default: false })
  struck: boolean;

  /** Why this version was written; null for the first. */
  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @ForeignKey('people', { name: 'fk_paper_records_recorded_by' })
  @Column('uuid', { name: 'recorded_by' })
  recordedBy: string;

  /** A random salt, so that a name cannot be guessed from the hash in the chain. */
  @Column('text')
  salt: string;
}
