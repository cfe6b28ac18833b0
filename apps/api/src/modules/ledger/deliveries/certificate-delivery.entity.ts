import type { DeliveryKind } from '@kizuna/shared/vocabulary/ledger';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What happened to a certificate after it was made: printed, mailed, downloaded, handed over, posted. Append-only. */
@Entity('certificate_deliveries')
@Index('ix_certificate_deliveries_certificate', ['certificateId', 'id'])
@Check(
  'ck_certificate_deliveries_kind',
  `kind IN ('printed', 'mailed', 'downloaded', 'handed_over', 'posted')`,
)
export class CertificateDeliveryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_certificate_deliveries' })
  id: string;

  @ForeignKey('certificates', { name: 'fk_certificate_deliveries_certificate_id' })
  @Column('uuid', { name: 'certificate_id' })
  certificateId: string;

  @Column('text')
  kind: DeliveryKind;

  @Column('timestamptz')
  at: Date;

  /** The date the office gives for a delivery by hand; null for events the system recorded itself. */
  @Column('date', { name: 'delivered_on', nullable: true })
  deliveredOn: string | null;

  /** Null for the system's own mail. */
  @ForeignKey('people', { name: 'fk_certificate_deliveries_by_id' })
  @Column('uuid', { name: 'by_id', nullable: true })
  byId: string | null;

  @Column('text', { nullable: true })
  note: string | null;
}
