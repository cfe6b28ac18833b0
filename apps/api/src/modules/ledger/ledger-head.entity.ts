import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The last link of the chain; its lock serialises all entries. */
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
