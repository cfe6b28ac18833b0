import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in a fiscal year. */
@Entity('supporter_counters')
export class SupporterCounterEntity {
  @PrimaryColumn('integer', { name: 'fiscal_year', primaryKeyConstraintName: 'pk_supporter_counters' })
  fiscalYear: number;

  @Column('integer', { name: 'last_serial' })
  lastSerial: number;
}
