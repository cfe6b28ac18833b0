import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** The last link of the chain; its lock puts all entries into one order. */
@Entity('ledger_head')
@Check('ck_ledger_head_single', 'id = 1')
export class LedgerHeadEntity {
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_ledger_head' })
  id: number;

  @Column('bigint')
  seq: string;

  @Column('text')
  hash: string;
}

/** One change of the ledger, written by a trigger of `certificates` and never changed again (docs/adr/0021). */
@Entity('ledger_entries')
@Unique('uq_ledger_entries_certificate_kind', ['certificateId', 'kind'])
@Check('ck_ledger_entries_kind', `kind IN ('issued', 'reissued', 'replaced', 'revoked')`)
export class LedgerEntryEntity {
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'pk_ledger_entries' })
  seq: string;

  @ForeignKey('certificates', { name: 'fk_ledger_entries_certificate_id' })
  @Column('uuid', { name: 'certificate_id' })
  certificateId: string;

  @Column('text')
  kind: 'issued' | 'reissued' | 'replaced' | 'revoked';

  @Column('timestamptz')
  at: Date;

  /** What happened, line by line; what the paper says stands in it as a hash only. */
  @Column('text')
  statement: string;

  @Column('text')
  previous: string;

  /** SHA-256 of `previous`, a line feed and `statement`, hexadecimal. */
  @Column('text')
  hash: string;
}
