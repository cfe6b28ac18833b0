/**
 * Routes (reporting: how films are watched; an instructor sees the people of own runs only, else 404):
 *  GET /api/insight/videos                       insight.read → InsightFilmList
 *  GET /api/insight/videos/:videoId              insight.read  InsightQuery → FilmInsight
 *  GET /api/insight/videos/:videoId/people       insight.read  InsightPeopleQuery → InsightPeople
 *  GET /api/insight/videos/:videoId/curve.csv    insight.read  InsightQuery → CSV
 *  GET /api/insight/videos/:videoId/people.csv   insight.read  InsightQuery → CSV
 */
import { z } from 'zod';
import { courseRunId, personId, videoId } from '../vocabulary/ids.js';
import { filmVersions } from '../vocabulary/video.js';
import { civilDate, count, cursor, instant } from './fields.js';

/** Points of a curve at most. */
export const mostPoints = 300;

const rangeMs = z.tuple([count, count]);

export const InsightFilm = z
  .object({
    videoId,
    title: z.string(),
    version: z.enum(filmVersions),
    durationMs: count,
    /** People with any of the film credited, and those of them who have seen enough. */
    watched: count,
    done: count,
    /** Playbacks that told of reports which did not reach the server at their first try. */
    playbacksWithFailures: count,
  })
  .meta({ id: 'InsightFilm' });
export type InsightFilm = z.infer<typeof InsightFilm>;
export const InsightFilmList = z.object({ items: z.array(InsightFilm) }).meta({ id: 'InsightFilmList' });
export type InsightFilmList = z.infer<typeof InsightFilmList>;

/** Whose watching, and of which days (in Japan, both included; the day on which a player was opened). */
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

/** One piece of the film, judged at its middle. */
export const InsightPoint = z
  .object({
    fromMs: count,
    toMs: count,
    /** How many people have watched it. */
    people: count,
    /** How often it was watched again: in a later playback of the same person, or after going back. */
    rewatched: count,
    /** People who have not seen enough and whose player stood here at last. */
    stops: count,
  })
  .meta({ id: 'InsightPoint' });
export type InsightPoint = z.infer<typeof InsightPoint>;

export const FilmInsight = z
  .object({
    video: z.object({ videoId, title: z.string(), version: z.enum(filmVersions), durationMs: count }),
    /** The runs that may be chosen, the newest first. */
    runs: z.array(z.object({ courseRunId, courseTitle: z.string(), runName: z.string() })),
    courseRunId: courseRunId.nullable(),
    fromOn: civilDate.nullable(),
    toOn: civilDate.nullable(),
    points: z.array(InsightPoint).max(mostPoints),
    totals: z.object({
      /** Everybody who takes part in the runs looked at; null where all watching is looked at. */
      enrolled: count.nullable(),
      watched: count,
      /** Watched enough alone. */
      done: count,
      notDone: count,
      notStarted: count.nullable(),
      /** Of those who watched, in milliseconds of film; null where nobody did. */
      medianMs: count.nullable(),
      playbacks: count,
      /** Film that was watched again, in milliseconds, by everybody together. */
      rewatchedMs: count,
      failedReports: count,
      playbacksWithFailures: count,
    }),
    /** 学習会: counted apart, because nobody's ranges say what was seen there. */
    groupViewing: z.object({ viewings: count, people: count, notDoneAlone: count }),
  })
  .meta({ id: 'FilmInsight' });
export type FilmInsight = z.infer<typeof FilmInsight>;

export const InsightPerson = z
  .object({
    personId,
    name: z.string(),
    kana: z.string(),
    /** The parts watched. */
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
