import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/**
 * One change to the ledger, written by a trigger on `certificates` or `paper_records` and never changed again
 * (docs/adr/0021, 0028).
 */
@Entity('ledger_entries')
@Unique('uq_ledger_entries_certificate_kind', ['certificateId', 'kind'])
@Unique('uq_ledger_entries_paper_record', ['paperRecordId'])
@Check(
  'ck_ledger_entries_kind',
  `kind IN ('issued', 'reissued', 'replaced', 'revoked', 'recorded', 'corrected', 'struck')`,
)
@Check('ck_ledger_entries_subject', 'num_nonnulls(certificate_id, paper_record_id) = 1')
export class LedgerEntryEntity {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_ledger_entries' })
  seq: string;

  @ForeignKey('certificates', { name: 'fk_ledger_entries_certificate_id' })
  @Column('uuid', { name: 'certificate_id', nullable: true })
  certificateId: string | null;

  @Column('text')
  kind: 'issued' | 'reissued' | 'replaced' | 'revoked' | 'recorded' | 'corrected' | 'struck';

  @Column('timestamptz')
  at: Date;

  /** What happened, line by line; the text on the paper is included only as a hash. */
  @Column('text')
  statement: string;

  @Column('text')
  previous: string;

  /** SHA-256 of `previous`, a line feed and `statement`, hexadecimal. */
  @Column('text')
  hash: string;

  @ForeignKey('paper_records', { name: 'fk_ledger_entries_paper_record_id' })
  @Column('uuid', { name: 'paper_record_id', nullable: true })
  paperRecordId: string | null;
}
