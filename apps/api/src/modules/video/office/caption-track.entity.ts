import type { CaptionCue } from '@kizuna/shared/contracts/video';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** The captions (字幕) of a film in one language. */
@Entity('caption_tracks')
export class CaptionTrackEntity {
  @PrimaryColumn('uuid', { name: 'video_id', primaryKeyConstraintName: 'pk_caption_tracks' })
  @ForeignKey('videos', { name: 'fk_caption_tracks_video_id' })
  videoId: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_caption_tracks' })
  language: CaptionLanguage;

  @Column('jsonb')
  cues: CaptionCue[];

  /** Key of the WebVTT file with the cues in the blob store. */
  @Column('text', { name: 'blob_key' })
  blobKey: string;

  @Column('integer')
  revision: number;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt: Date;
}
