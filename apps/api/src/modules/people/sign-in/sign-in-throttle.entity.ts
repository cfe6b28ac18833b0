import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The number of failed attempts, and the time before which no other is allowed. */
@Entity('sign_in_brakes')
export class SignInThrottleEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_sign_in_brakes' })
  key: string;

  @Column('integer')
  failures: number;

  @Column('timestamptz', { name: 'blocked_until' })
  blockedUntil: Date;

  @Column('timestamptz', { name: 'touched_at' })
  touchedAt: Date;
}
