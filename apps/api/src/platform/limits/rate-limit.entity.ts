import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one network has used of one limit: a bucket that runs empty by itself. */
@Entity('rate_limits')
export class RateLimitEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_rate_limits' })
  key: string;

  /** When nothing of the bucket is used any more; every booked try moves it on by one step. */
  @Index('ix_rate_limits_empty_at')
  @Column('timestamptz', { name: 'empty_at' })
  emptyAt: Date;
}
