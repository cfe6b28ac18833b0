import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Effects already requested: a job with the same effect key is enqueued only once, ever. */
@Entity('job_effects')
export class JobEffectEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_job_effects' })
  key: string;

  @Column('text', { name: 'job_name' })
  jobName: string;

  @Column('timestamptz', { name: 'enqueued_at' })
  enqueuedAt: Date;
}
