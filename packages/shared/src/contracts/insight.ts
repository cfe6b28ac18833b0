import { z } from 'zod';
import { courseRunId, personId, videoId } from '../vocabulary/ids.js';
import { filmVersions } from '../vocabulary/video.js';
import { civilDate, count, cursor, instant } from './fields.js';

/** The maximum number of points in a curve. */
export const mostPoints = 300;

const rangeMs = z.tuple([count, count]);

export const InsightFilm = z
  .object({
    videoId,
    title: z.string(),
    version: z.enum(filmVersions),
    durationMs: count,
    /** People credited with any part of the film, and those of them who have watched enough. */
    watched: count,
    done: count,
    /** Playbacks with reports that did not reach the server at the first attempt. */
    playbacksWithFailures: count,
  })
  .meta({ id: 'InsightFilm' });
export type InsightFilm = z.infer<typeof InsightFilm>;
export const InsightFilmList = z.object({ items: z.array(InsightFilm) }).meta({ id: 'InsightFilmList' });
export type InsightFilmList = z.infer<typeof InsightFilmList>;

/** Whose views, and of which days (in Japan, both inclusive; the day on which the player was opened). */
export const InsightQuery = z
  .object({
    courseRunId: courseRunId.optional(),
    fromOn: civilDate.optional(),
    toOn: civilDate.optional(),
  })
  .meta({ id: 'InsightQuery' });
export type InsightQuery = z.infer<typeof InsightQuery>;

export const InsightPeopleQuery = InsightQuery.extend({
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}).meta({ id: 'InsightPeopleQuery' });
export type InsightPeopleQuery = z.infer<typeof InsightPeopleQuery>;

/** One section of the film, evaluated at its midpoint. */
export const InsightPoint = z
  .object({
    fromMs: count,
    toMs: count,
    /** How many people have watched it. */
    people: count,
    /** How often it was watched again: in a later playback by the same person, or after seeking back. */
    rewatched: count,
    /** People who have not watched enough and whose last playback position is here. */
    stops: count,
  })
  .meta({ id: 'InsightPoint' });
export type InsightPoint = z.infer<typeof InsightPoint>;

export const FilmInsight = z
  .object({
    video: z.object({ videoId, title: z.string(), version: z.enum(filmVersions), durationMs: count }),
    /** The runs to choose from, newest first. */
    runs: z.array(z.object({ courseRunId, courseTitle: z.string(), runName: z.string() })),
    courseRunId: courseRunId.nullable(),
    fromOn: civilDate.nullable(),
    toOn: civilDate.nullable(),
    points: z.array(InsightPoint).max(mostPoints),
    totals: z.object({
      /** Number of people enrolled in the selected runs; null if the query covers all views. */
      enrolled: count.nullable(),
      watched: count,
      /** People who watched enough on their own. */
      done: count,
      notDone: count,
      notStarted: count.nullable(),
      /** Median over those who watched, in milliseconds of film; null if nobody did. */
      medianMs: count.nullable(),
      playbacks: count,
      /** Length of film watched again, in milliseconds, summed over all people. */
      rewatchedMs: count,
      failedReports: count,
      playbacksWithFailures: count,
    }),
    /** 学習会: counted separately, because no individual watched ranges are recorded there. */
    groupViewing: z.object({ viewings: count, people: count, notDoneAlone: count }),
  })
  .meta({ id: 'FilmInsight' });
export type FilmInsight = z.infer<typeof FilmInsight>;

export const InsightPerson = z
  .object({
    personId,
    name: z.string(),
    kana: z.string(),
    /** The watched ranges. */
    ranges: z.array(rangeMs),
    watchedMs: count,
    percent: count,
    playbacks: count,
    state: z.enum(['not_started', 'in_progress', 'done']),
    groupViewingOn: civilDate.nullable(),
    lastReportAt: instant.nullable(),
    failedReports: count,
  })
  .meta({ id: 'InsightPerson' });
export type InsightPerson = z.infer<typeof InsightPerson>;
export const InsightPeople = z
  .object({
    video: FilmInsight.shape.video,
    items: z.array(InsightPerson),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'InsightPeople' });
export type InsightPeople = z.infer<typeof InsightPeople>;
