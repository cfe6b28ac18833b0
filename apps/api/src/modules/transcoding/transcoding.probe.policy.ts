import { longestFilmMs } from '@kizuna/shared/contracts/video';
import { largestUploadBytes } from '@kizuna/shared/vocabulary/uploads';
import type { TranscodeFault } from '@kizuna/shared/vocabulary/video';

/** A stream as reported by ffprobe; everything may be missing or wrong. */
export interface ProbedStream {
  index: number;
  codec_type?: string;
  codec_name?: string;
  codec_tag_string?: string;
  width?: number;
  height?: number;
  sample_aspect_ratio?: string;
  avg_frame_rate?: string;
  r_frame_rate?: string;
  field_order?: string;
  channels?: number;
  duration?: string;
  disposition?: { attached_pic?: number; default?: number };
  tags?: Record<string, string>;
  side_data_list?: { side_data_type?: string; rotation?: number }[];
}

/** The output of ffprobe. */
export interface Probed {
  streams?: ProbedStream[];
  format?: { format_name?: string; duration?: string; nb_streams?: number };
}

/** The facts the pipeline needs about an acceptable film. */
export interface FilmFacts {
  videoIndex: number;
  /** Display size, after rotation and pixel aspect ratio. */
  width: number;
  height: number;
  /** Frames per second of the result, as a fraction for ffmpeg. */
  frameRate: string;
  interlaced: boolean;
  audioIndex: number | null;
  channels: 1 | 2;
  /** Null if the file does not state it; then it is measured by reading the whole film. */
  durationMs: number | null;
}

export type Verdict = { ok: true; film: FilmFacts } | { ok: false; fault: TranscodeFault };

/** Demuxers that open nothing but the file itself: no playlists, no lists of files, no subtitles, no images. */
export const readableFormats = 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,asf';

export const shortestFilmMs = 1_000;
const largestSide = 8_192;
const largestPixels = 40_000_000;
const smallestSide = 16;
const mostTracks = 8;
const highestRate = 30;
const lowestRate = 10;

const refuse = (fault: TranscodeFault): Verdict => ({ ok: false, fault });

/** Whether the first bytes are those of a film container: decides between `not_a_film` and `unreadable`. */
export function looksLikeFilm(head: Uint8Array): boolean {
  const text = (from: number, to: number) => String.fromCharCode(...head.subarray(from, to));
  const hex = Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return (
    ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip'].includes(text(4, 8)) ||
    ['1a45dfa3', '000001ba', '000001b3', '3026b275'].includes(hex) ||
    (text(0, 4) === 'RIFF' && text(8, 12) === 'AVI ') ||
    (head[0] === 0x47 && head[188] === 0x47)
  );
}

/** Checks the output of ffprobe. The limits are in docs/adr/0013. */
export function judgeProbe(probed: Probed, sizeBytes: number): Verdict {
  const streams = probed.streams ?? [];
  if (sizeBytes > largestUploadBytes.film) return refuse('too_large');
  if (Math.max(streams.length, probed.format?.nb_streams ?? 0) > mostTracks) return refuse('too_many_tracks');
  if (streams.some(isProtected)) return refuse('protected');
  const video = streams.find((s) => s.codec_type === 'video' && s.disposition?.attached_pic !== 1);
  if (!video) return refuse('no_picture');
  const { width = 0, height = 0 } = video;
  if (Math.max(width, height) > largestSide || width * height > largestPixels) return refuse('too_large');
  if (Math.min(width, height) < smallestSide || !video.codec_name) return refuse('no_picture');
  const durationMs = durationOf(probed.format?.duration) ?? durationOf(video.duration);
  // the container may state a shorter length than the stream
  const longest = Math.max(durationMs ?? 0, durationOf(video.duration) ?? 0);
  if (longest > longestFilmMs) return refuse('too_long');
  if (durationMs !== null && durationMs < shortestFilmMs) return refuse('too_short');
  const audio = streams.find((s) => s.codec_type === 'audio' && s.codec_name !== undefined);
  return {
    ok: true,
    film: {
      videoIndex: video.index,
      ...shownSize(video, width, height),
      frameRate: frameRateOf(video),
      interlaced: ['tt', 'bb', 'tb', 'bt'].includes(video.field_order ?? ''),
      audioIndex: audio?.index ?? null,
      channels: audio?.channels === 1 ? 1 : 2,
      durationMs,
    },
  };
}

function isProtected(stream: ProbedStream): boolean {
  const tag = stream.codec_tag_string?.toLowerCase() ?? '';
  const sides = stream.side_data_list ?? [];
  return /^(encv|enca|drm[ist])$/.test(tag) || sides.some((s) => /encryption/i.test(s.side_data_type ?? ''));
}

/** Milliseconds; null if missing or invalid (including negative). */
function durationOf(seconds: string | undefined): number | null {
  const value = Number(seconds);
  return seconds === undefined || !Number.isFinite(value) || value <= 0 ? null : Math.round(value * 1000);
}

function ratio(text: string | undefined, separator: string): number {
  const [above, below] = (text ?? '').split(separator).map(Number);
  const value = (above ?? 0) / (below ?? 0);
  return Number.isFinite(value) && value > 0 ? value : 0;
}

function shownSize(video: ProbedStream, width: number, height: number): { width: number; height: number } {
  const pixel = ratio(video.sample_aspect_ratio, ':');
  const wide = Math.round(width * (pixel > 0.1 && pixel < 10 ? pixel : 1));
  const turned = video.side_data_list?.find((s) => s.rotation !== undefined)?.rotation;
  const rotation = Math.abs(turned ?? Number(video.tags?.['rotate'] ?? 0)) % 180;
  return rotation > 45 && rotation < 135 ? { width: height, height: wide } : { width: wide, height };
}

/** The source's rate if it is between 10 and 30; half of it up to 60; 30 for anything else. */
function frameRateOf(video: ProbedStream): string {
  const text = video.avg_frame_rate ?? '0/0';
  const rate = ratio(text, '/');
  if (rate === 0) return '25';
  if (rate < lowestRate) return String(lowestRate);
  if (rate <= highestRate + 0.01) return text;
  const [above, below] = text.split('/').map(Number);
  return rate > 45 && rate <= 2 * highestRate + 0.01 ? `${above}/${(below ?? 1) * 2}` : String(highestRate);
}
