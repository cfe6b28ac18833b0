import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something was tried in vain, and until when it may not be tried again. */
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
