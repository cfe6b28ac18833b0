import type { WatchView } from '@kizuna/shared/contracts/learning';
import type { Range } from '@kizuna/shared/rules/ranges';
import { Injectable } from '@nestjs/common';

import { Sql } from '../../../platform/database/index.js';
import { formatMultirange, parseMultirange } from './multirange.policy.js';
import { greatestSpeed, mostPieces, slackMs } from './watch.policy.js';

/** The playback and context of a report: all fields must match, or nothing is credited. */
export interface PlaybackKey {
  playbackId: string;
  personId: string;
  enrolmentId: string;
  lessonId: string;
}

export interface WatchState {
  ranges: Range[];
  resumeMs: number;
  durationMs: number;
  /** Threshold of the lesson the playback was opened for; null if none was requested. */
  thresholdPercent: number | null;
  groupViewing: WatchView['groupViewing'];
}

/** One report of a player, as validated by the contract. */
export interface StoredReport {
  sequence: number;
  playedRanges: readonly Range[];
  replayedRanges: readonly Range[];
  positionMs: number;
  failedReports: number;
  now: Date;
}

type StateRow = Omit<WatchState, 'ranges'> & { ranges: string };

/**
 * The latest group viewing at which the person of a row saw its film, as a column.
 * @param row name of a row with person_id and video_id in the statement
 */
export const groupViewingOf = (row: string) => `(
  SELECT json_build_object('heldOn', s.held_on, 'place', s.place) FROM showing_credits s
  WHERE s.person_id = ${row}.person_id AND s.video_id = ${row}.video_id AND s.revoked_at IS NULL
  ORDER BY s.held_on DESC LIMIT 1) AS "groupViewing"`;

/** How many separate spans of sequence numbers a playback remembers before the gaps count as seen. */
const rememberedSpans = 200;

/**
 * The rule of watch.policy.ts. $1–$4 the playback and its context, $5 sequence, $6 played, $7 position, $8 now,
 * $9 replayed, $10 failed reports. The constants of the rule are inlined, so that the planner sees them.
 */
export const creditStatement = `
  WITH report AS (
    UPDATE playbacks p SET
      seen_sequences = CASE
        WHEN (SELECT count(*) FROM unnest(p.seen_sequences)) < ${rememberedSpans}
        THEN p.seen_sequences + int4multirange(int4range($5::int, $5::int + 1))
        ELSE int4multirange(range_merge(p.seen_sequences + int4multirange(int4range($5::int, $5::int + 1)))) END,
      last_sequence = greatest(p.last_sequence, $5::int),
      last_report_at = $8::timestamptz,
      played = multirange_joined(p.played, $6::int4multirange * int4multirange(int4range(0, v.duration_ms)), ${mostPieces}),
      replayed = multirange_joined(p.replayed, $9::int4multirange * int4multirange(int4range(0, v.duration_ms)),
        ${mostPieces}),
      position_ms = CASE WHEN $5::int > p.last_sequence THEN least($7::int, v.duration_ms) ELSE p.position_ms END,
      failed_reports = greatest(p.failed_reports, $10::int)
    FROM videos v
    WHERE p.id = $1 AND p.person_id = $2 AND p.enrolment_id = $3 AND p.lesson_id = $4
      AND NOT p.seen_sequences @> $5::int AND v.id = p.video_id
    RETURNING p.person_id, p.video_id, v.duration_ms, p.threshold_percent, p.last_sequence = $5::int AS latest,
      tstzmultirange(tstzrange(p.started_at, greatest(p.started_at, $8::timestamptz))) AS present
  )
  UPDATE watched_ranges w SET
    present = w.present + r.present,
    ranges = multirange_joined(w.ranges, multirange_head(
      $6::int4multirange * int4multirange(int4range(0, r.duration_ms)) - w.ranges,
      greatest(0, (multirange_milliseconds(w.present + r.present) + ${slackMs}) * ${greatestSpeed}
        - multirange_length(w.ranges))), ${mostPieces}),
    resume_ms = CASE WHEN r.latest THEN least($7::int, r.duration_ms) ELSE w.resume_ms END,
    updated_at = $8::timestamptz
  FROM report r
  WHERE w.person_id = r.person_id AND w.video_id = r.video_id AND r.duration_ms IS NOT NULL
  RETURNING w.ranges::text AS ranges, w.resume_ms AS "resumeMs", r.duration_ms AS "durationMs",
    r.threshold_percent AS "thresholdPercent", ${groupViewingOf('w')}`;

/** Playbacks and watched ranges. */
@Injectable()
export class WatchRepository {
  constructor(private readonly sql: Sql) {}

  /** Opens a playback; creates the account of the person and the film if there is none. */
  async insertPlayback(
    key: PlaybackKey,
    film: { videoId: string; thresholdPercent: number },
    now: Date,
  ): Promise<void> {
    await this.sql.query(
      `WITH playback AS (
         INSERT INTO playbacks (id, person_id, video_id, enrolment_id, lesson_id, started_at, last_sequence,
           seen_sequences, threshold_percent)
         VALUES ($1, $2, $3, $4, $5, $6, -1, '{}', $7)
       )
       INSERT INTO watched_ranges (person_id, video_id, ranges, present, resume_ms, updated_at)
       VALUES ($2, $3, '{}', '{}', 0, $6) ON CONFLICT ON CONSTRAINT pk_watched_ranges DO NOTHING`,
      [key.playbackId, key.personId, film.videoId, key.enrolmentId, key.lessonId, now, film.thresholdPercent],
    );
  }

  /**
   * Credits one report: the rule of watch.policy.ts in one statement, so that concurrent reports of any number of
   * players serialise on two row locks and all count. Null if the playback is unknown or the report was already seen.
   */
  async creditReport(key: PlaybackKey, report: StoredReport): Promise<WatchState | null> {
    const rows = await this.sql.writeAlone<StateRow>('video.credit-report', creditStatement, [
      key.playbackId,
      key.personId,
      key.enrolmentId,
      key.lessonId,
      report.sequence,
      formatMultirange(report.playedRanges),
      report.positionMs,
      report.now,
      formatMultirange(report.replayedRanges),
      report.failedReports,
    ]);
    return toState(rows[0]);
  }

  /** What is credited to the person of a playback, or null if there is no such playback. */
  async findState(key: PlaybackKey): Promise<WatchState | null> {
    const rows = await this.sql.prepared<StateRow>(
      'video.playback-state',
      `SELECT w.ranges::text AS ranges, w.resume_ms AS "resumeMs", v.duration_ms AS "durationMs",
         p.threshold_percent AS "thresholdPercent", ${groupViewingOf('w')}
       FROM playbacks p JOIN videos v ON v.id = p.video_id
         JOIN watched_ranges w ON w.person_id = p.person_id AND w.video_id = p.video_id
       WHERE p.id = $1 AND p.person_id = $2 AND p.enrolment_id = $3 AND p.lesson_id = $4
         AND v.duration_ms IS NOT NULL`,
      [key.playbackId, key.personId, key.enrolmentId, key.lessonId],
    );
    return toState(rows[0]);
  }

  /** What is credited to a person for a film; null if it was never opened. */
  async findAccount(personId: string, videoId: string): Promise<WatchState | null> {
    const rows = await this.sql.query<StateRow>(
      `SELECT w.ranges::text AS ranges, w.resume_ms AS "resumeMs", v.duration_ms AS "durationMs",
         NULL::smallint AS "thresholdPercent", ${groupViewingOf('w')}
       FROM watched_ranges w JOIN videos v ON v.id = w.video_id WHERE w.person_id = $1 AND w.video_id = $2
         AND v.duration_ms IS NOT NULL`,
      [personId, videoId],
    );
    return toState(rows[0]);
  }
}

function toState(row: StateRow | undefined): WatchState | null {
  return row ? { ...row, ranges: parseMultirange(row.ranges) } : null;
}
