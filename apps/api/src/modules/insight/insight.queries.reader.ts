import type { InsightScope } from './insight.scope.reader.js';

/**
 * The common start of every query about one film. $1 the film, $2 the runs (null: everyone), $3 and $4 the period.
 * - learners: those who take part in the runs
 * - shown: the playbacks in question, as far as what they played is credited
 * - watchers: what each person has watched of the film. Without a period that is the person's whole account, which is
 *   older than the playbacks that record what they showed; with one, the union of the playbacks in it
 */
export const watching = `
  learners AS (
    SELECT DISTINCT e.person_id FROM enrolments e
    WHERE e.course_run_id = ANY($2::uuid[]) AND e.status IN ('confirmed', 'completed')
  ),
  shown AS (
    SELECT p.* FROM report_playbacks p
    WHERE p.video_id = $1 AND ($3::timestamptz IS NULL OR p.started_at >= $3)
      AND ($4::timestamptz IS NULL OR p.started_at < $4)
      AND ($2::uuid[] IS NULL OR p.person_id IN (SELECT person_id FROM learners))
  ),
  shown_to AS (
    SELECT person_id, range_agg(played) AS played, count(*)::int AS playbacks, max(last_report_at) AS last_report_at,
      sum(failed_reports)::int AS failed_reports
    FROM shown GROUP BY person_id
  ),
  watchers AS (
    SELECT w.person_id, w.done, w.resume_ms, coalesce(s.playbacks, 0) AS playbacks,
      coalesce(s.failed_reports, 0) AS failed_reports, coalesce(s.last_report_at, w.last_report_at) AS last_report_at,
      CASE WHEN $3::timestamptz IS NULL AND $4::timestamptz IS NULL THEN w.ranges
        ELSE coalesce(s.played, '{}') END AS ranges
    FROM report_film_watchers w LEFT JOIN shown_to s ON s.person_id = w.person_id
    WHERE w.video_id = $1 AND ($2::uuid[] IS NULL OR w.person_id IN (SELECT person_id FROM learners))
  ),
  present AS (SELECT DISTINCT ON (c.person_id) c.person_id, c.group_viewing_id, c.held_on FROM showing_credits c
    WHERE c.video_id = $1 AND c.revoked_at IS NULL
      AND ($3::timestamptz IS NULL OR c.held_on >= ($3::timestamptz AT TIME ZONE 'Asia/Tokyo')::date)
      AND ($4::timestamptz IS NULL OR c.held_on < ($4::timestamptz AT TIME ZONE 'Asia/Tokyo')::date)
      AND ($2::uuid[] IS NULL OR c.person_id IN (SELECT person_id FROM learners))
    ORDER BY c.person_id, c.held_on)`;

/** The parameters of `watching`. */
export function watchingOf({ video, runIds, from, until }: InsightScope): unknown[] {
  return [video.videoId, runIds, from, until];
}

/**
 * The curve: $5 the length of a point in milliseconds, $6 the number of points. A range counts for the points whose
 * middle it covers; it is one step up and one step down, so the cost does not grow with the length of what people
 * watched.
 */
export const curve = `
  WITH ${watching},
  pieces AS (
    SELECT 'people' AS kind, piece FROM watchers, unnest(ranges) AS piece
    UNION ALL SELECT 'plays', piece FROM shown, unnest(played) AS piece
    UNION ALL SELECT 'plays', piece FROM shown, unnest(replayed) AS piece
    UNION ALL SELECT 'once', piece FROM shown_to, unnest(played) AS piece
  ),
  steps AS (
    SELECT kind, greatest(0, ceil((lower(piece) - $5::int / 2.0) / $5::int))::int AS at, 1 AS step FROM pieces
    UNION ALL SELECT kind, greatest(0, ceil((upper(piece) - $5::int / 2.0) / $5::int))::int, -1 FROM pieces
  ),
  changes AS (
    SELECT at, sum(step) FILTER (WHERE kind = 'people') AS people, sum(step) FILTER (WHERE kind = 'plays') AS plays,
      sum(step) FILTER (WHERE kind = 'once') AS once FROM steps GROUP BY at
  ),
  stopped AS (
    SELECT least($6::int - 1, resume_ms / $5::int) AS at, count(*)::int AS stops FROM watchers
    WHERE NOT done AND NOT isempty(ranges) AND person_id NOT IN (SELECT person_id FROM present) GROUP BY 1
  )
  SELECT (sum(coalesce(c.people, 0)) OVER before)::int AS people,
    (sum(coalesce(c.plays, 0) - coalesce(c.once, 0)) OVER before)::int AS rewatched, coalesce(s.stops, 0) AS stops
  FROM generate_series(0, $6::int - 1) AS point LEFT JOIN changes c ON c.at = point LEFT JOIN stopped s ON s.at = point
  WINDOW before AS (ORDER BY point) ORDER BY point`;

/** One row of counts. */
export const totals = `
  WITH ${watching}
  SELECT CASE WHEN $2::uuid[] IS NULL THEN NULL ELSE (SELECT count(*)::int FROM learners) END AS enrolled,
    w.watched, w.done, w.watched - w.done AS "notDone", w.median AS "medianMs", p.playbacks, p.failed AS "failedReports",
    p.with_failures AS "playbacksWithFailures", (p.played - o.once)::float8 AS "rewatchedMs",
    CASE WHEN $2::uuid[] IS NULL THEN NULL ELSE (SELECT count(*)::int FROM learners l
      WHERE NOT EXISTS (SELECT FROM watchers x WHERE x.person_id = l.person_id AND NOT isempty(x.ranges))
        AND NOT EXISTS (SELECT FROM present x WHERE x.person_id = l.person_id)) END AS "notStarted",
    g.viewings, g.people, g.alone AS "notDoneAlone"
  FROM (SELECT count(*)::int AS watched, count(*) FILTER (WHERE done)::int AS done,
      round(percentile_cont(0.5) WITHIN GROUP (ORDER BY multirange_length(ranges)))::int AS median
    FROM watchers WHERE NOT isempty(ranges)) AS w,
    (SELECT count(*)::int AS playbacks, coalesce(sum(failed_reports), 0)::int AS failed,
      count(*) FILTER (WHERE failed_reports > 0)::int AS with_failures,
      coalesce(sum(multirange_length(played) + multirange_length(replayed)), 0) AS played FROM shown) AS p,
    (SELECT coalesce(sum(multirange_length(played)), 0) AS once FROM shown_to) AS o,
    (SELECT count(DISTINCT group_viewing_id)::int AS viewings, count(*)::int AS people,
      count(*) FILTER (WHERE person_id NOT IN (SELECT person_id FROM watchers WHERE done))::int AS alone
    FROM present) AS g`;

/** Everyone by kana: $5 and $6 the key of the last row of the previous page, $7 the limit. */
export const people = `
  WITH ${watching},
  everybody AS (
    SELECT person_id FROM watchers WHERE NOT isempty(ranges) UNION SELECT person_id FROM learners
    UNION SELECT person_id FROM present
  )
  SELECT p.id AS "personId", p.name, p.kana, p.kana_key AS "kanaKey", coalesce(w.ranges, '{}')::text AS ranges,
    multirange_length(coalesce(w.ranges, '{}'))::int AS "watchedMs", coalesce(w.playbacks, 0) AS playbacks,
    coalesce(w.done, false) AS done, g.held_on::text AS "groupViewingOn", w.last_report_at AS "lastReportAt",
    coalesce(w.failed_reports, 0) AS "failedReports"
  FROM everybody e JOIN people p ON p.id = e.person_id LEFT JOIN watchers w ON w.person_id = e.person_id
    LEFT JOIN present g ON g.person_id = e.person_id
  WHERE $5::text IS NULL OR (p.kana_key, p.id) > ($5::text, $6::uuid)
  ORDER BY p.kana_key, p.id LIMIT $7`;

/** The films that the actor may view, $1 an instructor or null. */
export const films = `
  WITH mine AS (
    SELECT DISTINCT f.video_id, e.person_id FROM report_run_films f
      JOIN run_instructors i ON i.course_run_id = f.course_run_id AND i.person_id = $1
      LEFT JOIN enrolments e ON e.course_run_id = f.course_run_id AND e.status IN ('confirmed', 'completed')
  )
  SELECT v.id AS "videoId", v.title, v.version, v.duration_ms AS "durationMs",
    count(w.person_id) FILTER (WHERE NOT isempty(w.ranges))::int AS watched,
    count(w.person_id) FILTER (WHERE w.done AND NOT isempty(w.ranges))::int AS done,
    (SELECT count(*)::int FROM playbacks p WHERE p.video_id = v.id AND p.failed_reports > 0
      AND ($1::uuid IS NULL OR p.person_id IN (SELECT person_id FROM mine))) AS "playbacksWithFailures"
  FROM videos v LEFT JOIN report_film_watchers w ON w.video_id = v.id
    AND ($1::uuid IS NULL OR w.person_id IN (SELECT m.person_id FROM mine m WHERE m.video_id = v.id))
  WHERE v.duration_ms IS NOT NULL AND ($1::uuid IS NULL OR v.id IN (SELECT video_id FROM mine))
  GROUP BY v.id ORDER BY v.position, v.id`;
