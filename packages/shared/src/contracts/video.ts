/**
 * Routes (video):
 *  GET /api/videos                      public → VideoList (films the office shows to everyone)
 *  GET /api/videos/:slug                public → VideoView
 *  GET /api/media/videos/:slug/:file    public, byte ranges: film, captions, chapters, poster (no contract: a stream)
 */
import { z } from 'zod';
import { videoId } from '../vocabulary/ids.js';
import { count } from './fields.js';

/** A caption: milliseconds from the film's start. */
export const CaptionCue = z
  .object({ fromMs: count, toMs: count, text: z.string() })
  .meta({ id: 'CaptionCue' });
export type CaptionCue = z.infer<typeof CaptionCue>;

export const VideoView = z
  .object({
    videoId,
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    version: z.enum(['long', 'digest']),
    durationMs: count,
    /** Addresses on this origin. */
    filmUrl: z.string(),
    posterUrl: z.string(),
    captionsUrl: z.string(),
    chaptersUrl: z.string(),
    transcript: z.array(CaptionCue),
    chapters: z.array(CaptionCue),
    credit: z.string(),
  })
  .meta({ id: 'VideoView' });
export type VideoView = z.infer<typeof VideoView>;

export const VideoSummary = VideoView.omit({ transcript: true, chapters: true }).meta({ id: 'VideoSummary' });
export type VideoSummary = z.infer<typeof VideoSummary>;
export const VideoList = z.object({ items: z.array(VideoSummary) }).meta({ id: 'VideoList' });
export type VideoList = z.infer<typeof VideoList>;
