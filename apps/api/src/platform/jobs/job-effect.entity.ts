import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The effects that were already asked for: a job with the same effect key is enqueued once for ever. */
@Entity('job_effects')
export class JobEffectEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_job_effects' })
  key: string;

  @Column('text', { name: 'job_name' })
  jobName: string;

  @Column('timestamptz', { name: 'enqueued_at' })
  enqueuedAt: Date;
}
