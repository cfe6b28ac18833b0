import type { CaptionCue, OtherVersion, VideoSummary, VideoView } from '@kizuna/shared/contracts/video';
import type { VideoId } from '@kizuna/shared/vocabulary/ids';
import type { CaptionLanguage } from '@kizuna/shared/vocabulary/video';

import { addressOfKey, toCaptionTrack, type AddressOf, type StoredFilm } from './video.film.policy.js';

/** A video with a film as stored in the database, without its long texts. */
export interface VideoRow {
  videoId: VideoId;
  slug: string;
  title: string;
  summary: string;
  version: VideoView['version'];
  durationMs: number;
  film: StoredFilm;
  credit: string;
}

export interface VideoRowWithTexts extends VideoRow {
  chapters: CaptionCue[];
  chaptersKey: string | null;
  tracks: { language: CaptionLanguage; blobKey: string }[];
  /** The captions as text; null if there are none in any language. */
  transcript: { language: CaptionLanguage; cues: CaptionCue[] } | null;
  otherVersion: OtherVersion | null;
}

/** Maps a film to a list item. */
export function toVideoSummary(row: VideoRow, addressOf: AddressOf): VideoSummary {
  return {
    videoId: row.videoId,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    version: row.version,
    durationMs: row.durationMs,
    posterUrl: addressOfKey(addressOf, `${row.film.scope}/${row.film.poster}`),
    credit: row.credit,
  };
}

/** Maps a film to everything the player needs. */
export function toVideoView(row: VideoRowWithTexts, addressOf: AddressOf): VideoView {
  const { film } = row;
  const url = (path: string | null) => (path === null ? null : addressOf(film.scope, path));
  return {
    ...toVideoSummary(row, addressOf),
    hlsUrl: url(film.hls),
    hlsSmallUrl: url(film.hlsSmall),
    filmUrl: addressOfKey(addressOf, `${film.scope}/${film.film}`),
    thumbnailsUrl: url(film.thumbnails),
    captions: row.tracks.map((track) => toCaptionTrack(addressOf, track)),
    chaptersUrl: row.chaptersKey === null ? null : addressOfKey(addressOf, row.chaptersKey),
    language: row.transcript?.language ?? 'ja',
    transcript: row.transcript?.cues ?? [],
    chapters: row.chapters,
    otherVersion: row.otherVersion,
  };
}
