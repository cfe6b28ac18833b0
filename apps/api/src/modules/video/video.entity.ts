import type { CaptionCue } from '@kizuna/shared/contracts/video';
import type { FilmAudience, FilmState, FilmVersion } from '@kizuna/shared/vocabulary/video';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

import type { StoredFilm } from './video.film.policy.js';

/** A film (動画): its texts, its audience, and its files in the blob store. */
@Entity('videos')
@Unique('uq_videos_slug', ['slug'])
@Unique('uq_videos_digest_of', ['digestOf'])
@Check('ck_videos_version', `version IN ('long', 'digest')`)
@Check('ck_videos_duration_ms', 'duration_ms > 0')
@Check('ck_videos_audience', `audience IN ('public', 'learners')`)
@Check('ck_videos_state', `state IN ('draft', 'published')`)
@Check('ck_videos_digest_of', `digest_of IS NULL OR version = 'digest'`)
@Check('ck_videos_film', '(film IS NULL) = (duration_ms IS NULL)')
@Check('ck_videos_published', `state = 'draft' OR (film IS NOT NULL AND published_at IS NOT NULL)`)
export class VideoEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_videos' })
  id: string;

  @Column('text')
  slug: string;

  @Column('integer')
  position: number;

  @Column('text')
  title: string;

  @Column('text')
  summary: string;

  @Column('text')
  version: FilmVersion;

  @Column('text')
  audience: FilmAudience;

  @Column('text')
  state: FilmState;

  /** The long film this is the digest of. */
  @Column('uuid', { name: 'digest_of', nullable: true })
  @ForeignKey('videos', { name: 'fk_videos_digest_of' })
  digestOf: string | null;

  /** Null until a film has been imported or prepared. */
  @Column('jsonb', { nullable: true })
  film: StoredFilm | null;

  /** The length of `film`, duplicated for the statements that credit watching. */
  @Column('integer', { name: 'duration_ms', nullable: true })
  durationMs: number | null;

  @Column('jsonb')
  chapters: CaptionCue[];

  /** Key of the WebVTT file of the chapters in the blob store; null if there are none. */
  @Column('text', { name: 'chapters_key', nullable: true })
  chaptersKey: string | null;

  @Column('text')
  credit: string;

  /** Incremented by every change of texts or chapters. */
  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;

  /** When it was first published; from then on its address is fixed. */
  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;

  /** Hash of the folder it was imported from, so that the same folder is imported only once. */
  @Column('text', { name: 'imported_hash', nullable: true })
  importedHash: string | null;
}
