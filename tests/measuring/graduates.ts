import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** A run and its people, all of whom have completed everything. */
export interface Graduates {
  runId: string;
  courseId: string;
  /** In the order of creation, which is not that of the roster. */
  enrolmentIds: string[];
}

/** Family and given names with their readings. */
const families =
  '青木 あおき,石川 いしかわ,上野 うえの,遠藤 えんどう,大久保 おおくぼ,加藤 かとう,木村 きむら,渡邉 わたなべ'
    .concat(',髙橋 たかはし,山﨑 やまざき,佐藤 さとう,鈴木 すずき')
    .split(',')
    .map((pair) => pair.split(' '));
const givens =
  '花子 はなこ,太郎 たろう,由美 ゆみ,一郎 いちろう,恵子 けいこ,正 ただし,幸子 さちこ,勇 いさむ,健 けん,誠 まこと'
    .split(',')
    .map((pair) => pair.split(' '));

/**
 * People enrolled in a run of the introductory course who have done its lessons, inserted directly into the database of
 * a throw-away product: the course no longer requires its training day. Every second person wants mail, the others a
 * letter.
 */
export async function aRunOfGraduates(client: pg.Client, count: number): Promise<Graduates> {
  const [runId, courseId] = [randomUUID(), await introductoryCourse(client)];
  await client.query(
    `INSERT INTO course_runs (id, course_id, name, fiscal_year, status, opens_at, closes_at, capacity, taken, waiting,
       waiting_numbers, created_at, updated_at)
     VALUES ($1, $2, '修了の試験', 2026, 'published', now(), now() + interval '9 days', $3, $3, 0, 0, now(), now())`,
    [runId, courseId, count],
  );
  const all = Array.from({ length: count }, (_, index) => graduate(index, runId));
  await client.query(
    `INSERT INTO people (id, name, kana, address, email, email_key, kana_key, search_text, search_grams, created_at,
       updated_at)
     SELECT person, name, kana, '茨城県古河市長谷町', mail, mail, kana, name, '{}', now(), now()
     FROM jsonb_to_recordset($1) AS t (person uuid, name text, kana text, mail text)`,
    [JSON.stringify(all)],
  );
  await client.query(
    `INSERT INTO applications (id, course_run_id, person_id, reception_number, channel, applied_at, given, applicant_is,
       wishes, reply_by, consented_at, search_text)
     SELECT application, $2, person, 'graduate ' || application, 'web', now(), '{}', 'self', '[]',
       CASE WHEN mail IS NULL THEN 'letter' ELSE 'mail' END, now(), ''
     FROM jsonb_to_recordset($1) AS t (person uuid, application uuid, mail text)`,
    [JSON.stringify(all), runId],
  );
  await client.query(
    `INSERT INTO enrolments (id, application_id, course_run_id, course_id, person_id, status, created_at,
       status_changed_at, confirmed_at)
     SELECT enrolment, application, $2, $3, person, 'confirmed', now(), now(), now()
     FROM jsonb_to_recordset($1) AS t (person uuid, application uuid, enrolment uuid)`,
    [JSON.stringify(all), runId, courseId],
  );
  const enrolmentIds = all.map(({ enrolment }) => enrolment);
  await client.query(
    `INSERT INTO lesson_progress (enrolment_id, lesson_id, state, best_percent, started_at, done_at, last_active_at)
     SELECT e, l.id, 'done', CASE WHEN l.kind = 'quiz' THEN 90 END, now(), now(), now()
     FROM unnest($1::uuid[]) AS e, lessons l WHERE l.course_id = $2 AND l.kind <> 'training_day'`,
    [enrolmentIds, courseId],
  );
  await client.query('VACUUM ANALYZE people, applications, enrolments, lesson_progress');
  return { runId, courseId, enrolmentIds };
}

async function introductoryCourse(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE courses SET completion_rule = jsonb_set(completion_rule, '{attendance}', 'null')
     WHERE slug = 'introductory' RETURNING id`,
  );
  return rows[0]!.id;
}

function graduate(index: number, runId: string) {
  const family = families[index % families.length]!;
  const given = givens[Math.floor(index / families.length) % givens.length]!;
  return {
    person: randomUUID(),
    application: randomUUID(),
    enrolment: randomUUID(),
    name: `${family[0]} ${given[0]}`,
    kana: `${family[1]} ${given[1]}`,
    mail: index % 2 ? `graduate-${index}-${runId.slice(0, 8)}@example.jp` : null,
  };
}
