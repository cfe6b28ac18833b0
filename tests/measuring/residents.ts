import type { ThrowAwayProduct } from '@kizuna/infra/local/testing/throw-away-product.ts';
import { cardNumberFrom } from '@kizuna/shared/rules/card-number';
import type pg from 'pg';
import { idOf, office } from './grown-ids.ts';
import { certificates, deliveries, paperRecords, supporters, viewings } from './grown-records.ts';

/** Certificates are chained one by one; in small transactions, because each of them updates the head of the chain. */
const certificatesAtOnce = 1000;

/**
 * Residents beside those of the demo, as in the scenario `large`, with everything that ten years leave behind: eight in
 * ten applied once, six have a certificate, one is a supporter. What waits for the office today stays as it is in the
 * demo, and a run always has forty people: an office that has existed for long has a longer past, not more to do.
 */
export async function addResidents(
  client: pg.Client,
  product: ThrowAwayProduct,
  residents: number,
): Promise<void> {
  const { runSeed } = await import('@kizuna/api/seeds/index');
  const { dataDir, databaseUrl, origin: publicOrigin } = product;
  await runSeed(databaseUrl, 'large', { dataDir, publicOrigin, residents });
  await client.query(grown(residents));
  await client.query('CREATE INDEX ON grown (n); ANALYZE grown');
  for (const statement of [runs, applications, enrolments, lessons, attendances, names, notifications])
    await client.query(statement);
  await client.query(cards, [numbersOfCards(residents)]);
  for (let first = 1; first <= residents; first += certificatesAtOnce)
    await client.query(certificates, [first, first + certificatesAtOnce - 1]);
  for (const statement of [deliveries, paperRecords, supporters, viewings, audit])
    await client.query(statement);
  await client.query('VACUUM ANALYZE');
}

function numbersOfCards(residents: number): string {
  const numbers: { n: number; number: string }[] = [];
  for (let n = 4; n <= residents; n += 4)
    numbers.push({ n, number: cardNumberFrom(String(700_000_000 + n)) });
  return JSON.stringify(numbers);
}

const grown = (residents: number): string => `
  CREATE TEMP TABLE grown AS
  SELECT n, r.run, r.year, p.id AS person_id, p.name, p.kana, p.kana_key, p.born_on, p.phone, p.phone_digits, p.email,
    p.address, p.district_id, n % 5 < 4 AS applied, n % 10 IN (0, 1, 2, 3, 5, 6) AS completed,
    make_date(r.year, 4, 15) + n % 40 + timetz '09:00+09' AS at,
    CASE WHEN r.run % 5 = 0 THEN 'practical' ELSE 'introductory' END AS course
  FROM generate_series(1, ${residents}) AS n
  CROSS JOIN LATERAL (SELECT (n + 39) / 40 AS run,
    extract(year FROM now())::int - 2 - (n + 39) / 40 % 10 AS year) r
  JOIN people p ON p.email_key = 'resident' || n || '@large.example.jp'`;

const runs = `
  WITH added AS (
    INSERT INTO course_runs (id, course_id, name, fiscal_year, status, opens_at, closes_at, capacity, taken, waiting,
      waiting_numbers, created_at, updated_at)
    SELECT ${idOf(1, 'g.run')}, c.id, '第' || g.run || '回', g.year, 'published', make_date(g.year, 4, 10),
      make_date(g.year, 5, 31), 40, 40, 0, 0, make_date(g.year, 4, 1), make_date(g.year, 4, 1)
    FROM (SELECT DISTINCT run, year, course FROM grown) g JOIN courses c ON c.slug = g.course
    RETURNING id, course_id, fiscal_year)
  INSERT INTO class_sessions (id, course_run_id, lesson_id, held_on, starts_at, ends_at, hall, hall_address, cancelled)
  SELECT gen_random_uuid(), a.id, l.id, make_date(a.fiscal_year, 7, 1),
    make_date(a.fiscal_year, 7, 1) + timetz '13:30+09',
    make_date(a.fiscal_year, 7, 1) + timetz '15:30+09', '古河福祉の森会館',
    '茨城県古河市新久田271番地1', false
  FROM added a JOIN lessons l ON l.course_id = a.course_id AND l.kind = 'training_day'`;

const applications = `
  INSERT INTO applications (id, course_run_id, person_id, reception_number, channel, applied_at, given, applicant_is,
    wishes, reply_by, consented_at, search_text)
  SELECT ${idOf(3, 'n')}, ${idOf(1, 'run')}, person_id, 'G' || n, (ARRAY['web', 'phone', 'fax', 'counter'])[1 + n % 4],
    at, jsonb_build_object('name', name, 'kana', kana, 'bornOn', born_on, 'phone', phone, 'email', email, 'address',
    address, 'districtId', district_id), 'self', '[]', 'mail', at,
    translate(name, ' ', '') || ' ' || kana_key || ' ' || phone_digits || ' g' || n
  FROM grown WHERE applied ORDER BY n`;

const enrolments = `
  INSERT INTO enrolments (id, application_id, course_run_id, course_id, person_id, status, created_at,
    status_changed_at, confirmed_at, completed_on)
  SELECT ${idOf(4, 'n')}, ${idOf(3, 'n')}, ${idOf(1, 'run')}, c.id, person_id,
    CASE WHEN completed THEN 'completed' WHEN n % 10 = 7 THEN 'withdrawn' ELSE 'declined' END, at,
    at + interval '90 days', CASE WHEN n % 10 <> 8 THEN at + interval '20 days' END,
    CASE WHEN completed THEN make_date(year, 7, 1) END
  FROM grown JOIN courses c ON c.slug = grown.course WHERE applied ORDER BY n`;

const lessons = `
  INSERT INTO lesson_progress (enrolment_id, lesson_id, state, best_percent, started_at, done_at, last_active_at)
  SELECT ${idOf(4, 'n')}, l.id, 'done', CASE WHEN l.kind = 'quiz' THEN 90 END, at, at + interval '60 days',
    at + interval '60 days'
  FROM grown JOIN courses c ON c.slug = grown.course JOIN lessons l ON l.course_id = c.id
  WHERE completed AND l.kind <> 'training_day'`;

const attendances = `
  INSERT INTO attendances (id, class_session_id, enrolment_id, status, marked_with, marked_at)
  SELECT gen_random_uuid(), s.id, ${idOf(4, 'n')}, 'present', 'hand', s.starts_at
  FROM grown JOIN class_sessions s ON s.course_run_id = ${idOf(1, 'run')} WHERE completed`;

const names = `
  INSERT INTO name_confirmations (id, person_id, registered_name, printed_name, choice, via, recorded_at, recorded_by)
  SELECT ${idOf(5, 'n')}, person_id, name, name, 'as_registered', 'self', at, person_id FROM grown WHERE n % 4 = 1`;

const notifications = `
  INSERT INTO notifications (id, person_id, kind, channel, state, recipient_name, search_text, mail_address, subject,
    body, effect_key, attempts, created_at, sent_at)
  SELECT ${idOf(6, 'n * 2 + later')}, person_id, kind, 'mail', 'sent', name, translate(name, ' ', '') || kana_key, email,
    '【きずな講座】' || kind, name || ' 様' || repeat(E'\\n\\nお申し込みを受け付けました。職員が内容を確かめて、お知らせします。', 6),
    kind || ':grown:' || n, 1, at + interval '20 days' * later, at + interval '20 days' * later
  FROM grown, (VALUES (0, 'application_received'), (1, 'enrolment_confirmed')) AS k (later, kind)
  WHERE applied ORDER BY n, later`;

const cards = `
  INSERT INTO learner_cards (id, person_id, number, secret_hash, issued_at)
  SELECT ${idOf(7, 'g.n')}, g.person_id, c.number, 'none', g.at
  FROM grown g JOIN jsonb_to_recordset($1::jsonb) AS c (n int, number text) USING (n)`;

/** Entered, opened by the office, applied, certified; one in a hundred changed the name. */
const audit = `
  INSERT INTO audit_log (id, at, actor_id, actor_kind, action, subject_type, subject_id, before, after)
  SELECT ${idOf(8, 'g.n * 5 + e.place')}, g.at + interval '10 days' * e.place, ${office}, 'person', e.action, e.subject,
    e.id, e.before, e.after
  FROM grown g CROSS JOIN LATERAL (VALUES
    (0, 'person.registered', 'person', g.person_id, NULL::jsonb,
      jsonb_build_object('name', g.name, 'kana', g.kana, 'address', g.address, 'phone', g.phone), true),
    (1, 'enrolment.applied', 'enrolment', ${idOf(4, 'g.n')}, NULL, NULL, g.applied),
    (2, 'person.viewed', 'person', g.person_id, NULL, NULL, true),
    (3, 'certificate.issued', 'certificate', ${idOf(9, 'g.n')}, NULL, NULL, g.completed),
    (4, 'person.edited', 'person', g.person_id, jsonb_build_object('name', '旧姓 ' || g.name),
      jsonb_build_object('name', g.name), g.n % 100 = 0)
  ) AS e (place, action, subject, id, before, after, wanted)
  WHERE e.wanted ORDER BY g.n, e.place`;
