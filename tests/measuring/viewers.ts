import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import type pg from 'pg';

/** A person with an open player, inserted directly into the database. Everything about it follows from its number. */
export interface Viewer {
  number: number;
  playbackId: string;
  cookie: string;
  /** Path for its reports. */
  path: string;
}

const kinds = { person: '1', playback: '2', signIn: '3', enrolment: '4', application: '6' } as const;
/** The lesson that viewers of a film without a course report. */
export const lessonId = '0bec0000-0000-7000-8000-000000000005';
/** The id for a kind and a number, as an SQL expression over `number`. */
export const sqlId = (kind: keyof typeof kinds, number: string) =>
  `('0bec0000-0000-7000-800${kinds[kind]}-' || lpad((${number})::text, 12, '0'))::uuid`;
/** The same id as text. */
export const viewerId = (kind: keyof typeof kinds, number: number) =>
  `0bec0000-0000-7000-800${kinds[kind]}-${String(number).padStart(12, '0')}`;
const tokenOf = (number: number) => `viewer-of-bench-${String(number).padStart(12, '0')}`;

/**
 * People who have just opened the player of a film, each signed in. @returns them, the length of the film in
 * milliseconds, and when the players were opened by the database's clock
 */
export async function openViewers(
  client: pg.Client,
  count: number,
): Promise<{ viewers: Viewer[]; durationMs: number; videoId: string; openedAt: Date }> {
  const film = await client.query<{ id: string; duration_ms: number }>(
    `SELECT id, duration_ms FROM videos WHERE version = 'long' AND duration_ms IS NOT NULL LIMIT 1`,
  );
  const { id: videoId, duration_ms: durationMs } = film.rows[0]!;
  const numbers = `FROM generate_series(1, ${count}) AS n`;
  await signInPeople(client, count, new Date());
  const { rows } = await client.query<{ now: Date }>('SELECT now()');
  await client.query(
    `INSERT INTO playbacks (id, person_id, video_id, enrolment_id, lesson_id, started_at, last_sequence,
       seen_sequences, threshold_percent)
     SELECT ${sqlId('playback', 'n')}, ${sqlId('person', 'n')}, $1, ${sqlId('enrolment', 'n')}, $2, $3, -1, '{}', 99
     ${numbers}`,
    [videoId, lessonId, rows[0]!.now],
  );
  await client.query(
    `INSERT INTO watched_ranges (person_id, video_id, ranges, present, resume_ms, updated_at)
     SELECT ${sqlId('person', 'n')}, $1, '{}', '{}', 0, $2 ${numbers}`,
    [videoId, rows[0]!.now],
  );
  await client.query('VACUUM ANALYZE people, sign_ins, playbacks, watched_ranges');
  return { viewers: viewersOf(count, lessonId), durationMs, videoId, openedAt: rows[0]!.now };
}

/**
 * People enrolled in a run whose course has a film, each signed in; nobody has opened a player yet.
 * @param now by the API's clock
 */
export async function enrolViewers(
  client: pg.Client,
  count: number,
  now: Date,
): Promise<{ viewers: Viewer[]; durationMs: number }> {
  const { rows } = await client.query<{ lesson: string; course: string; ms: number }>(
    `SELECT l.id AS lesson, l.course_id AS course, v.duration_ms AS ms FROM lessons l JOIN videos v ON v.id = l.video_id
     WHERE v.duration_ms IS NOT NULL LIMIT 1`,
  );
  const { lesson, course, ms: durationMs } = rows[0]!;
  const numbers = `FROM generate_series(1, ${count}) AS n`;
  await signInPeople(client, count, now);
  const run = await client.query<{ id: string }>(
    `INSERT INTO course_runs (id, course_id, name, fiscal_year, status, opens_at, closes_at, capacity, taken, waiting,
       waiting_numbers, created_at, updated_at)
     VALUES (gen_random_uuid(), $1, 'viewers', 2026, 'published', $2, $2::timestamptz + interval '9 days', $3, $3, 0, 0, $2, $2)
     RETURNING id`,
    [course, now, count],
  );
  await client.query(
    `INSERT INTO applications (id, course_run_id, person_id, reception_number, channel, applied_at, given, applicant_is,
       wishes, reply_by, consented_at, search_text)
     SELECT ${sqlId('application', 'n')}, $1, ${sqlId('person', 'n')}, 'viewer ' || n, 'web', $2, '{}', 'self', '[]',
       'letter', $2, '' ${numbers}`,
    [run.rows[0]!.id, now],
  );
  await client.query(
    `INSERT INTO enrolments (id, application_id, course_run_id, course_id, person_id, status, created_at,
       status_changed_at, confirmed_at)
     SELECT ${sqlId('enrolment', 'n')}, ${sqlId('application', 'n')}, $1, $2, ${sqlId('person', 'n')}, 'confirmed', $3, $3, $3
     ${numbers}`,
    [run.rows[0]!.id, course, now],
  );
  await client.query('VACUUM ANALYZE people, sign_ins, applications, enrolments');
  return { viewers: viewersOf(count, lesson), durationMs };
}

/** Sign-ins last a year, and their last use is in the future, so that only watching causes writes. */
async function signInPeople(client: pg.Client, count: number, now: Date): Promise<void> {
  const numbers = `FROM generate_series(1, ${count}) AS n`;
  await client.query(
    `INSERT INTO people (id, name, kana, address, kana_key, search_text, search_grams, created_at, updated_at)
     SELECT ${sqlId('person', 'n')}, 'viewer ' || n, '', '', '', '', '{}', $1, $1 ${numbers}`,
    [now],
  );
  await client.query(
    `INSERT INTO sign_ins (id, token_hash, person_id, via, created_at, seen_at, expires_at)
     SELECT ${sqlId('signIn', 'n')}, sha256(convert_to('viewer-of-bench-' || lpad(n::text, 12, '0'), 'UTF8')),
       ${sqlId('person', 'n')}, 'password', $1, $1::timestamptz + interval '7 days', $1::timestamptz + interval '1 year'
     ${numbers}`,
    [now],
  );
}

function viewersOf(count: number, lesson: string): Viewer[] {
  return Array.from({ length: count }, (_, index): Viewer => {
    const number = index + 1;
    return {
      number,
      playbackId: viewerId('playback', number),
      cookie: `kizuna_sid=${tokenOf(number)}`,
      path: pathOf(learningEndpoints.reportWatching, {
        enrolmentId: viewerId('enrolment', number),
        lessonId: lesson,
      }),
    };
  });
}
