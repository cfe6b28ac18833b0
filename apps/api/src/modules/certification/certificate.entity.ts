import type { CertificateState, ReissueReason } from '@kizuna/shared/vocabulary/certification';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

/** One line of the ledger (修了者台帳): one printed copy. The printed data never changes; only the state may. */
@Entity('certificates')
@Unique('uq_certificates_serial', ['courseId', 'fiscalYear', 'serial', 'copy'])
@Unique('uq_certificates_verify_code', ['verifyCode'])
@Index('uq_certificates_enrolment_valid', ['enrolmentId'], { unique: true, where: `state = 'valid'` })
@Index('ix_certificates_person', ['personId'])
@Index('ix_certificates_run', ['courseRunId'])
@Index('ix_certificates_sha256', ['sha256'])
@Check('ck_certificates_copy', 'copy >= 1')
@Check('ck_certificates_reissue_reason', `reissue_reason IN ('lost', 'name_changed', 'damaged')`)
@Check('ck_certificates_state', `state IN ('valid', 'replaced', 'revoked')`)
export class CertificateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_certificates' })
  id: string;

  @ForeignKey('enrolments', { name: 'fk_certificates_enrolment_id' })
  @Column('uuid', { name: 'enrolment_id' })
  enrolmentId: string;

  @ForeignKey('people', { name: 'fk_certificates_person_id' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @ForeignKey('courses', { name: 'fk_certificates_course_id' })
  @Column('uuid', { name: 'course_id' })
  courseId: string;

  @ForeignKey('course_runs', { name: 'fk_certificates_course_run_id' })
  @Column('uuid', { name: 'course_run_id' })
  courseRunId: string;

  @Column('integer', { name: 'fiscal_year' })
  fiscalYear: number;

  @Column('integer')
  serial: number;

  @Column('text')
  number: string;

  /** The number in normalised form, to match typed numbers. */
  @Column('text', { name: 'number_key' })
  numberKey: string;

  @Column('text')
  name: string;

  /** The space for the name is left blank on the paper, to be written with a brush. */
  @Column('boolean', { name: 'name_left_blank', default: false })
  nameLeftBlank: boolean;

  /** The name and number in normalised form, for searching the ledger. */
  @Column('text', { name: 'search_text' })
  searchText: string;

  @Column('text', { name: 'course_title' })
  courseTitle: string;

  @Column('text', { name: 'run_name' })
  runName: string;

  @Column('text')
  body: string;

  @Column('text')
  issuer: string;

  @Column('text', { name: 'issuer_head' })
  issuerHead: string;

  @Column('date', { name: 'completed_on' })
  completedOn: string;

  @Column('date', { name: 'issued_on' })
  issuedOn: string;

  @Column('timestamptz', { name: 'issued_at' })
  issuedAt: Date;

  @ForeignKey('people', { name: 'fk_certificates_issued_by' })
  @Column('uuid', { name: 'issued_by', nullable: true })
  issuedBy: string | null;

  @Column('text', { name: 'verify_code' })
  verifyCode: string;

  @Column('text', { default: 'valid' })
  state: CertificateState;

  /** 1 for the first copy, incremented by each 再交付. */
  @Column('integer', { default: 1 })
  copy: number;

  /** The copy that this one replaces. */
  @ForeignKey('certificates', { name: 'fk_certificates_replaces' })
  @Column('uuid', { nullable: true })
  replaces: string | null;

  @Column('text', { name: 'reissue_reason', nullable: true })
  reissueReason: ReissueReason | null;

  @Column('timestamptz', { name: 'replaced_at', nullable: true })
  replacedAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  @Column('text', { name: 'revoked_reason', nullable: true })
  revokedReason: string | null;

  @Column('text', { name: 'file_key' })
  fileKey: string;

  /** SHA-256 of the PDF, hexadecimal. */
  @Column('text')
  sha256: string;

  /** The template version the file was made with; null for certificates that predate templates. */
  @ForeignKey('certificate_template_versions', { name: 'fk_certificates_template_version_id' })
  @Column('uuid', { name: 'template_version_id', nullable: true })
  templateVersionId: string | null;
}
