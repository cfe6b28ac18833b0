import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What one network has used of one limit: a leaky bucket. */
@Entity('rate_limits')
export class RateLimitEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_rate_limits' })
  key: string;

  /** When the bucket will be empty; every charged attempt moves it forward by one step. */
  @Index('ix_rate_limits_empty_at')
  @Column('timestamptz', { name: 'empty_at' })
  emptyAt: Date;
}
