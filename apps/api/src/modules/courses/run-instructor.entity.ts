import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** An instructor of a run, who may therefore see its roster. */
@Entity('run_instructors')
@Index('ix_run_instructors_person_id', ['personId'])
export class RunInstructorEntity {
  @PrimaryColumn('uuid', { name: 'course_run_id', primaryKeyConstraintName: 'pk_run_instructors' })
  @ForeignKey('course_runs', { name: 'fk_run_instructors_course_run_id' })
  courseRunId: string;

  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_run_instructors' })
  @ForeignKey('people', { name: 'fk_run_instructors_person_id' })
  personId: string;
}
