import type { ErrorCode } from '@kizuna/shared/errors/index';
import type { BatchItemState } from '@kizuna/shared/vocabulary/certification';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** One person in a batch; marked as issued in the transaction that writes the certificate. */
@Entity('certificate_batch_items')
@Unique('uq_certificate_batch_items_enrolment', ['batchId', 'enrolmentId'])
@Unique('uq_certificate_batch_items_certificate', ['certificateId'])
@Check('ck_certificate_batch_items_state', `state IN ('waiting', 'issued', 'refused')`)
@Check(
  'ck_certificate_batch_items_result',
  `(state = 'issued') = (certificate_id IS NOT NULL) AND (state = 'refused') = (refusal_code IS NOT NULL)`,
)
export class CertificateBatchItemEntity {
  @ForeignKey('certificate_batches', { name: 'fk_certificate_batch_items_batch_id' })
  @PrimaryColumn('uuid', { name: 'batch_id', primaryKeyConstraintName: 'pk_certificate_batch_items' })
  batchId: string;

  /** Follows the order of the roster. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_certificate_batch_items' })
  position: number;

  @ForeignKey('enrolments', { name: 'fk_certificate_batch_items_enrolment_id' })
  @Column('uuid', { name: 'enrolment_id' })
  enrolmentId: string;

  @ForeignKey('people', { name: 'fk_certificate_batch_items_person_id' })
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('boolean', { name: 'name_left_blank' })
  nameLeftBlank: boolean;

  @Column('text', { default: 'waiting' })
  state: BatchItemState;

  @ForeignKey('certificates', { name: 'fk_certificate_batch_items_certificate_id' })
  @Column('uuid', { name: 'certificate_id', nullable: true })
  certificateId: string | null;

  @Column('text', { name: 'refusal_code', nullable: true })
  refusalCode: ErrorCode | null;

  @Column('jsonb', { name: 'refusal_params', nullable: true })
  refusalParams: Record<string, string> | null;
}
