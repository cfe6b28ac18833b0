import type { TranscodeFault } from '@kizuna/shared/vocabulary/video';

/** A playable film: its blobs are under `scope`, the names are relative to it. */
export interface PreparedFilm {
  /** Prefix of the blob keys: `films/<hash of content>`. */
  scope: string;
  durationMs: number;
  width: number;
  height: number;
  /** Size of the MP4 of the whole film. */
  sizeBytes: number;
  /** The ladder, smallest first; empty if there is no HLS. */
  rungs: { height: number; width: number; bitsPerSecond: number }[];
  /** `hls/master.m3u8`; null if the film was imported without a ladder. */
  hls: string | null;
  /** The smallest rung alone: `hls/360p.m3u8`. */
  hlsSmall: string | null;
  film: string;
  poster: string;
  thumbnails: string | null;
}

/** A film is ready. Published only for the latest transcode of a subject. */
export const transcodingFinished = 'transcoding.finished';
export interface TranscodingFinished {
  transcodeId: string;
  subjectId: string;
  film: PreparedFilm;
}

/** A film was refused; its upload is deleted. */
export const transcodingFailed = 'transcoding.failed';
export interface TranscodingFailed {
  transcodeId: string;
  subjectId: string;
  fault: TranscodeFault;
}
