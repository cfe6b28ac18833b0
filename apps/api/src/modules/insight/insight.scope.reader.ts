import type { FilmInsight, InsightQuery } from '@kizuna/shared/contracts/insight';
import { Injectable } from '@nestjs/common';

import { may, personOf, type Actor } from '../../platform/auth/index.js';
import { Sql } from '../../platform/database/index.js';
import { DomainError } from '../../platform/errors/index.js';
import { periodOf } from './insight.policy.js';

/** The part of one film's viewing that a query covers. */
export interface InsightScope {
  video: FilmInsight['video'];
  /** The runs that may be chosen. */
  runs: FilmInsight['runs'];
  /** The runs whose people are included; null for everyone who watched. */
  runIds: string[] | null;
  /** Playbacks opened in `[from, until)`; null for no bound. */
  from: Date | null;
  until: Date | null;
}

type RunRow = FilmInsight['runs'][number];

/** Who may view whose viewing data: the office all of it, an instructor that of people in their own runs. */
@Injectable()
export class InsightScopeReader {
  constructor(private readonly sql: Sql) {}

  /** The instructor whose runs limit the view; null for the office. */
  taughtBy(actor: Actor): string | null {
    return may(actor, 'report.read') ? null : personOf(actor).personId;
  }

  /** @throws DomainError platform.not_found for a film or run that is unknown, or not the instructor's */
  async scopeOf(actor: Actor, videoId: string, query: InsightQuery): Promise<InsightScope> {
    const taughtBy = this.taughtBy(actor);
    const [[video], runs] = await Promise.all([this.readFilm(videoId), this.readRuns(videoId, taughtBy)]);
    const known =
      query.courseRunId === undefined || runs.some((run) => run.courseRunId === query.courseRunId);
    if (!video || !known || (taughtBy !== null && runs.length === 0))
      throw new DomainError('platform.not_found');
    const own = taughtBy === null ? null : runs.map(({ courseRunId }) => courseRunId);
    const runIds = query.courseRunId === undefined ? own : [query.courseRunId];
    return { video, runs, runIds, ...periodOf(query.fromOn, query.toOn) };
  }

  private readFilm(videoId: string): Promise<FilmInsight['video'][]> {
    return this.sql.prepared(
      'insight.film',
      `SELECT id AS "videoId", title, version, duration_ms AS "durationMs" FROM videos
       WHERE id = $1 AND duration_ms IS NOT NULL`,
      [videoId],
    );
  }

  private readRuns(videoId: string, taughtBy: string | null): Promise<RunRow[]> {
    return this.sql.prepared(
      'insight.runs',
      `SELECT r.id AS "courseRunId", c.title AS "courseTitle", r.name AS "runName"
       FROM report_run_films f JOIN course_runs r ON r.id = f.course_run_id JOIN courses c ON c.id = r.course_id
       WHERE f.video_id = $1 AND r.status = 'published' AND ($2::uuid IS NULL OR EXISTS (
         SELECT FROM run_instructors i WHERE i.course_run_id = r.id AND i.person_id = $2))
       ORDER BY r.opens_at DESC, r.id`,
      [videoId, taughtBy],
    );
  }
}
