import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** What a person has watched of a film (視聴区間), in milliseconds, and the real time in which it was credited. */
@Entity('watched_ranges')
export class WatchedRangesEntity {
  @PrimaryColumn('uuid', { name: 'person_id', primaryKeyConstraintName: 'pk_watched_ranges' })
  @ForeignKey('people', { name: 'fk_watched_ranges_person_id' })
  personId: string;

  @PrimaryColumn('uuid', { name: 'video_id', primaryKeyConstraintName: 'pk_watched_ranges' })
  @ForeignKey('videos', { name: 'fk_watched_ranges_video_id' })
  videoId: string;

  @Column('int4multirange')
  ranges: string;

  /** Union of the spans from a playback's start to its latest report. */
  @Column('tstzmultirange')
  present: string;

  @Column('integer', { name: 'resume_ms' })
  resumeMs: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
