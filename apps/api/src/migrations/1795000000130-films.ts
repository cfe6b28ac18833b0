import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Films that the office publishes: for whom, in which state, which is the digest of which; captions in several
 * languages; what of the blob store is no longer shown. The films that are there stay public, under their addresses.
 */
export class Films1795000000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE videos
        ADD COLUMN audience text NOT NULL DEFAULT 'public'
          CONSTRAINT ck_videos_audience CHECK (audience IN ('public', 'learners')),
        ADD COLUMN state text NOT NULL DEFAULT 'published'
          CONSTRAINT ck_videos_state CHECK (state IN ('draft', 'published')),
        ADD COLUMN digest_of uuid CONSTRAINT fk_videos_digest_of REFERENCES videos (id)
          CONSTRAINT uq_videos_digest_of UNIQUE,
        ADD COLUMN film jsonb,
        ADD COLUMN chapters_key text,
        ADD COLUMN revision integer NOT NULL DEFAULT 1,
        ADD COLUMN published_at timestamptz,
        ADD COLUMN imported_hash text,
        ADD CONSTRAINT ck_videos_digest_of CHECK (digest_of IS NULL OR version = 'digest'),
        ALTER COLUMN duration_ms DROP NOT NULL;
      ALTER TABLE videos ALTER COLUMN audience DROP DEFAULT, ALTER COLUMN state DROP DEFAULT,
        ALTER COLUMN revision DROP DEFAULT;

      CREATE TABLE caption_tracks (
        video_id uuid NOT NULL CONSTRAINT fk_caption_tracks_video_id REFERENCES videos (id),
        language text NOT NULL,
        cues jsonb NOT NULL,
        blob_key text NOT NULL,
        revision integer NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pk_caption_tracks PRIMARY KEY (video_id, language)
      );

      CREATE TABLE retired_blobs (
        prefix text CONSTRAINT pk_retired_blobs PRIMARY KEY,
        retired_at timestamptz NOT NULL
      );

      -- The files of an older film lie in a folder each; what they have in common is the store's folder of films
      UPDATE videos SET published_at = updated_at, chapters_key = files #>> '{chapters.vtt,blobKey}',
        film = jsonb_build_object('scope', 'films', 'durationMs', duration_ms, 'width', 0, 'height', 0,
          'sizeBytes', files #> '{film.mp4,sizeBytes}', 'rungs', '[]'::jsonb, 'hls', NULL, 'hlsSmall', NULL,
          'film', substr(files #>> '{film.mp4,blobKey}', length('films/') + 1),
          'poster', substr(files #>> '{poster.webp,blobKey}', length('films/') + 1), 'thumbnails', NULL);
      INSERT INTO caption_tracks (video_id, language, cues, blob_key, revision, updated_at)
        SELECT id, 'ja', transcript, files #>> '{captions.vtt,blobKey}', 1, updated_at FROM videos;
      UPDATE videos d SET digest_of = l.id FROM videos l
        WHERE d.version = 'digest' AND l.version = 'long' AND l.slug = replace(d.slug, 'digest', 'long');

      ALTER TABLE videos DROP COLUMN files, DROP COLUMN transcript,
        ADD CONSTRAINT ck_videos_film CHECK ((film IS NULL) = (duration_ms IS NULL)),
        ADD CONSTRAINT ck_videos_published CHECK (state = 'draft' OR (film IS NOT NULL AND published_at IS NOT NULL));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE videos DROP CONSTRAINT ck_videos_published, DROP CONSTRAINT ck_videos_film,
        ADD COLUMN files jsonb, ADD COLUMN transcript jsonb;
      UPDATE videos v SET
        transcript = coalesce((SELECT cues FROM caption_tracks t WHERE t.video_id = v.id AND t.language = 'ja'), '[]'),
        files = jsonb_build_object(
          'film.mp4', jsonb_build_object('blobKey', concat_ws('/', film ->> 'scope', film ->> 'film'),
            'sizeBytes', film -> 'sizeBytes', 'version', ''));
      DELETE FROM videos WHERE duration_ms IS NULL;
      ALTER TABLE videos ALTER COLUMN files SET NOT NULL, ALTER COLUMN transcript SET NOT NULL,
        ALTER COLUMN duration_ms SET NOT NULL, DROP CONSTRAINT ck_videos_digest_of, DROP COLUMN audience,
        DROP COLUMN state, DROP COLUMN digest_of, DROP COLUMN film, DROP COLUMN chapters_key, DROP COLUMN revision,
        DROP COLUMN published_at, DROP COLUMN imported_hash;
      DROP TABLE retired_blobs, caption_tracks;
    `);
  }
}
