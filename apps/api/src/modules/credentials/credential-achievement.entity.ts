import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What credentials are given for, as it was last issued; its address stands in each of them. */
@Entity('credential_achievements')
export class CredentialAchievementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_credential_achievements' })
  id: string;

  @Column('text')
  document: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
