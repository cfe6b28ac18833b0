import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The achievement that credentials are awarded for, as last issued; each credential contains its address. */
@Entity('credential_achievements')
export class CredentialAchievementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_credential_achievements' })
  id: string;

  @Column('text')
  document: string;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;
}
