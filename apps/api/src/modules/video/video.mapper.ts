import type { CaptionCue, VideoSummary, VideoView } from '@kizuna/shared/contracts/video';
import type { VideoId } from '@kizuna/shared/vocabulary/ids';

import { mediaUrlOf, type MediaFile, type MediaName } from './video.media.policy.js';

/** A film as it stands in the database, without its long texts. */
export interface VideoRow {
  videoId: VideoId;
  slug: string;
  title: string;
  summary: string;
  version: VideoView['version'];
  durationMs: number;
  files: Record<MediaName, MediaFile>;
  credit: string;
}

export interface VideoRowWithTexts extends VideoRow {
  transcript: CaptionCue[];
  chapters: CaptionCue[];
}

/** A film for a list. */
export function toVideoSummary(row: VideoRow): VideoSummary {
  const url = (name: MediaName) => mediaUrlOf(row.slug, name, row.files[name]);
  return {
    videoId: row.videoId,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    version: row.version,
    durationMs: row.durationMs,
    filmUrl: url('film.mp4'),
    posterUrl: url('poster.webp'),
    captionsUrl: url('captions.vtt'),
    chaptersUrl: url('chapters.vtt'),
    credit: row.credit,
  };
}

/** A film with its transcript and chapters. */
export function toVideoView(row: VideoRowWithTexts): VideoView {
  return { ...toVideoSummary(row), transcript: row.transcript, chapters: row.chapters };
}
