import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The issuer of certificates: a single row. */
@Entity('certificate_issuer')
@Check('ck_certificate_issuer_single', 'id = 1')
export class CertificateIssuerEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_certificate_issuer' })
  id: number;

  @Column('text')
  name: string;

  @Column('text')
  head: string;
}
