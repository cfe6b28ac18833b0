import pg from 'pg';

/** A person with an open player, made straight in the database. Everything about it follows from its number. */
export interface Viewer {
  number: number;
  playbackId: string;
  cookie: string;
  /** Address of its reports. */
  path: string;
}

/** An id from a kind and a number, as an expression of SQL over `number` and as text: both give the same. */
const kinds = { person: '1', playback: '2', signIn: '3', enrolment: '4' } as const;
export const lessonId = '0bec0000-0000-7000-8000-000000000005';
export const sqlId = (kind: keyof typeof kinds, number: string) =>
  `('0bec0000-0000-7000-800${kinds[kind]}-' || lpad((${number})::text, 12, '0'))::uuid`;
const idOf = (kind: keyof typeof kinds, number: number) =>
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
  await client.query(`
    INSERT INTO people (id, name, kana, address, kana_key, search_text, search_grams, created_at, updated_at)
    SELECT ${sqlId('person', 'n')}, 'viewer ' || n, '', '', '', '', '{}', now(), now() ${numbers};
    INSERT INTO sign_ins (id, token_hash, person_id, via, created_at, seen_at, expires_at)
    SELECT ${sqlId('signIn', 'n')}, sha256(convert_to('viewer-of-bench-' || lpad(n::text, 12, '0'), 'UTF8')),
      ${sqlId('person', 'n')}, 'password', now(), now(), now() + interval '1 day' ${numbers}`);
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
  const viewers = Array.from({ length: count }, (_, index): Viewer => {
    const number = index + 1;
    return {
      number,
      playbackId: idOf('playback', number),
      cookie: `kizuna_sid=${tokenOf(number)}`,
      path: `/api/me/enrolments/${idOf('enrolment', number)}/lessons/${lessonId}/watch-reports`,
    };
  });
  return { viewers, durationMs, videoId, openedAt: rows[0]!.now };
}
