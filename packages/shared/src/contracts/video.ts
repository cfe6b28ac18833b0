/** Films. Addresses of their files are signed and expire (platform/delivery). */
import { z } from 'zod';
import { videoId, uploadId } from '../vocabulary/ids.js';
import {
  captionLanguages,
  filmAudiences,
  filmStates,
  filmVersions,
  transcodeFaults,
  transcodeStates,
  transcodeSteps,
} from '../vocabulary/video.js';
import { count, instant, line, text } from './fields.js';

/** The maximum length of a film in milliseconds: four hours. */
export const longestFilmMs = 4 * 3_600_000;
const filmTime = count.max(longestFilmMs, { error: 'video.range_invalid' });

/** A caption: milliseconds from the film's start. */
export const CaptionCue = z
  .object({ fromMs: count, toMs: count, text: z.string() })
  .meta({ id: 'CaptionCue' });
export type CaptionCue = z.infer<typeof CaptionCue>;

/** A caption file for the player. */
export const CaptionTrack = z
  .object({ language: z.enum(captionLanguages), label: z.string(), url: z.string() })
  .meta({ id: 'CaptionTrack' });
export type CaptionTrack = z.infer<typeof CaptionTrack>;

/** The other version of a film (long ↔ digest), for a link. */
export const OtherVersion = z
  .object({ videoId, slug: z.string(), title: z.string(), version: z.enum(filmVersions), durationMs: count })
  .meta({ id: 'OtherVersion' });
export type OtherVersion = z.infer<typeof OtherVersion>;

export const VideoSummary = z
  .object({
    videoId,
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    version: z.enum(filmVersions),
    durationMs: count,
    posterUrl: z.string(),
    credit: z.string(),
  })
  .meta({ id: 'VideoSummary' });
export type VideoSummary = z.infer<typeof VideoSummary>;
export const VideoList = z.object({ items: z.array(VideoSummary) }).meta({ id: 'VideoList' });
export type VideoList = z.infer<typeof VideoList>;

/** Addresses are on this origin, signed, and valid for at least twelve hours. */
export const VideoView = VideoSummary.extend({
  /** The HLS master playlist; null if the film has no ladder (then the MP4 plays). */
  hlsUrl: z.string().nullable(),
  /** The lowest rung alone, for the data saver; null as above. */
  hlsSmallUrl: z.string().nullable(),
  /** An MP4 of the whole film, for players without HLS and pages without JavaScript. */
  filmUrl: z.string(),
  /** WebVTT whose cues refer to parts of a sprite (`sprite.jpg#xywh=…`); null if there is none. */
  thumbnailsUrl: z.string().nullable(),
  captions: z.array(CaptionTrack),
  chaptersUrl: z.string().nullable(),
  /** The language of `transcript`. */
  language: z.enum(captionLanguages),
  transcript: z.array(CaptionCue),
  chapters: z.array(CaptionCue),
  otherVersion: OtherVersion.nullable(),
}).meta({ id: 'VideoView' });
export type VideoView = z.infer<typeof VideoView>;

/** The requested transcript language; Japanese if there is no transcript in it. */
export const VideoQuery = z
  .object({ language: z.enum(captionLanguages).optional() })
  .meta({ id: 'VideoQuery' });
export type VideoQuery = z.infer<typeof VideoQuery>;

/** Transcoding progress of an uploaded film. */
export const TranscodeView = z
  .object({
    state: z.enum(transcodeStates),
    step: z.enum(transcodeSteps).nullable(),
    /** Progress of the whole transcode, 0–100. */
    percent: count,
    fault: z.enum(transcodeFaults).nullable(),
    fileName: z.string(),
    sizeBytes: count,
    startedAt: instant.nullable(),
    finishedAt: instant.nullable(),
    /** How often a worker has started it; more than 1 after a worker died. */
    attempts: count,
  })
  .meta({ id: 'TranscodeView' });
export type TranscodeView = z.infer<typeof TranscodeView>;

export const OfficeVideoSummary = z
  .object({
    videoId,
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    credit: z.string(),
    version: z.enum(filmVersions),
    audience: z.enum(filmAudiences),
    state: z.enum(filmStates),
    /** The long film that this is a digest of. */
    digestOf: videoId.nullable(),
    /** Null until a film has been uploaded and transcoded. */
    durationMs: count.nullable(),
    posterUrl: z.string().nullable(),
    captionLanguages: z.array(z.enum(captionLanguages)),
    transcode: TranscodeView.nullable(),
    updatedAt: instant,
  })
  .meta({ id: 'OfficeVideoSummary' });
export type OfficeVideoSummary = z.infer<typeof OfficeVideoSummary>;
export const OfficeVideoList = z
  .object({ items: z.array(OfficeVideoSummary) })
  .meta({ id: 'OfficeVideoList' });
export type OfficeVideoList = z.infer<typeof OfficeVideoList>;

/** Reasons why a film cannot be published yet. */
export const publicationObstacles = ['no_film', 'no_japanese_captions'] as const;

export const OfficeVideoView = OfficeVideoSummary.extend({
  /** The player's data as viewers will see it; null until a film has been uploaded and transcoded. */
  film: VideoView.nullable(),
  rungs: z.array(z.object({ height: count, width: count, bitsPerSecond: count })),
  sizeBytes: count.nullable(),
  /** Number of people with a watch record, which a film of another length would cut. */
  watchedBy: count,
  chapters: z.array(CaptionCue),
  /** Increases with every change of the texts; a body with an older revision is refused. */
  revision: count,
  can: z.object({ publish: z.boolean() }),
  obstacles: z.array(z.enum(publicationObstacles)),
}).meta({ id: 'OfficeVideoView' });
export type OfficeVideoView = z.infer<typeof OfficeVideoView>;

export const VideoBody = z
  .object({
    title: line(120, 'video.title_required'),
    summary: text(500),
    credit: text(500).default(''),
    /** Part of the address and of the QR code; cannot change once the film has been published. */
    slug: z
      .string({ error: 'video.slug_invalid' })
      .trim()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'video.slug_invalid' })
      .max(60, { error: 'video.slug_invalid' }),
    version: z.enum(filmVersions),
    digestOf: videoId.nullable().default(null),
    audience: z.enum(filmAudiences),
  })
  .meta({ id: 'VideoBody' });
export type VideoBody = z.infer<typeof VideoBody>;

export const VideoSourceBody = z.object({ uploadId }).meta({ id: 'VideoSourceBody' });
export type VideoSourceBody = z.infer<typeof VideoSourceBody>;

export const PublicationBody = z.object({ state: z.enum(filmStates) }).meta({ id: 'PublicationBody' });
export type PublicationBody = z.infer<typeof PublicationBody>;

const CueBody = z
  .object({
    fromMs: filmTime,
    toMs: filmTime,
    text: text(500).refine((v) => v !== '', { error: 'video.caption_empty' }),
  })
  .refine((cue) => cue.toMs > cue.fromMs, { error: 'video.caption_times_invalid', path: ['toMs'] });

export const ChaptersBody = z
  .object({ revision: count, chapters: z.array(CueBody).max(200, { error: 'video.too_many_captions' }) })
  .meta({ id: 'ChaptersBody' });
export type ChaptersBody = z.infer<typeof ChaptersBody>;

export const captionLanguage = z.enum(captionLanguages);

export const CaptionTrackBody = z
  .object({
    /** The revision that was edited; 0 for a new track. */
    revision: count,
    cues: z.array(CueBody).max(5_000, { error: 'video.too_many_captions' }),
  })
  .meta({ id: 'CaptionTrackBody' });
export type CaptionTrackBody = z.infer<typeof CaptionTrackBody>;

export const CaptionTrackView = z
  .object({
    videoId,
    language: z.enum(captionLanguages),
    label: z.string(),
    revision: count,
    cues: z.array(CaptionCue),
    updatedAt: instant.nullable(),
  })
  .meta({ id: 'CaptionTrackView' });
export type CaptionTrackView = z.infer<typeof CaptionTrackView>;
