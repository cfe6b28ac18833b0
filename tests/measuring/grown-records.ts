import { idOf, office } from './grown-ids.ts';

/** Certificates of the residents `$1` to `$2`; triggers write the ledger. */
export const certificates = `
  INSERT INTO certificates (id, enrolment_id, person_id, course_id, course_run_id, fiscal_year, serial, number,
    number_key, name, search_text, course_title, run_name, body, issuer, issuer_head, completed_on, issued_on,
    issued_at, issued_by, verify_code, file_key, sha256)
  SELECT ${idOf(9, 'n')}, ${idOf(4, 'n')}, person_id, c.id, ${idOf(1, 'run')}, year, n, w.number,
    translate(w.number, ' ', ''), g.name, translate(g.name || w.number, ' ', ''), c.title, '第' || run || '回',
    'あなたは地域力強化推進事業「' || c.title || '」において所定の課程を修了されました よってここにこれを証します',
    '社会福祉法人 古河市社会福祉協議会', '会長 見本 太郎', make_date(year, 7, 1), make_date(year, 7, 10),
    make_date(year, 7, 10), ${office}, 'G' || n, 'certificates/grown/' || n,
    encode(sha256(convert_to('grown' || n, 'UTF8')), 'hex')
  FROM grown g JOIN courses c ON c.slug = g.course
  CROSS JOIN LATERAL (SELECT year || '年度 ' || c.short_title || ' 第' || n || '号' AS number) w
  WHERE completed AND n BETWEEN $1 AND $2 ORDER BY n`;

export const deliveries = `
  INSERT INTO certificate_deliveries (id, certificate_id, kind, at, delivered_on, by_id)
  SELECT ${idOf(10, 'n')}, ${idOf(9, 'n')}, 'handed_over', make_date(year, 7, 10), make_date(year, 7, 10), ${office}
  FROM grown WHERE completed ORDER BY n`;

/** One in fifty has a certificate of an earlier year, on paper; triggers write the ledger. */
export const paperRecords = `
  INSERT INTO paper_records (id, line_id, version, fiscal_year, course_title, serial, number, number_key, name, kana,
    search_text, completed_on, issued_on, person_id, recorded_at, recorded_by, salt)
  SELECT ${idOf(11, 'n')}, ${idOf(11, 'n')}, 1, year, '地域サポーター養成講座', n, '紙 第' || n || '号', '紙第' || n || '号',
    name, kana, translate(name, ' ', '') || kana_key || '紙第' || n || '号', year || '-07', year || '-07', person_id, at,
    ${office}, 'grown' || n
  FROM grown WHERE n % 50 = 4 ORDER BY n`;

/** Active supporters whose registration does not end soon, with their pledge. */
export const supporters = `
  WITH added AS (
    INSERT INTO supporters (id, person_id, state, applied_at, applied_by, activity_ids, slots, reach, district_ids,
      contact_by, fiscal_year, serial, number, card_code, confirmed_on, confirmed_by, valid_until)
    SELECT ${idOf(12, 'n')}, person_id, 'active', at + interval '100 days', 'self',
      ARRAY(SELECT id FROM supporter_activities ORDER BY position LIMIT 2), ARRAY['mon_am', 'wed_am'], 'by_bicycle',
      ARRAY[district_id], 'phone', year, n, year || '年度 活動 第' || n || '号', 'G' || n, make_date(year, 8, 1),
      ${office}, current_date + 400
    FROM grown WHERE completed AND n % 10 = 0 ORDER BY n
    RETURNING id, applied_at)
  INSERT INTO supporter_pledge_agreements (id, supporter_id, version, agreed_at, way, occasion)
  SELECT gen_random_uuid(), id, 1, applied_at, 'self', 'registration' FROM added`;

/** A showing for every two hundred residents; twenty of them came. */
export const viewings = `
  WITH added AS (
    INSERT INTO group_viewings (id, video_id, organiser_id, association, district_id, place, held_on, starts_at,
      ends_at, expected_count, others_count, state, code, revision, created_at, closed_at)
    SELECT ${idOf(13, 'n')}, v.id, ${office}, '自治会 ' || n / 200 % 50, district_id, '集会所', day,
      day + timetz '10:00+09', day + timetz '11:00+09', 25, 3, 'held', 'G' || n, 1, at, day + timetz '11:00+09'
    FROM grown
    CROSS JOIN LATERAL (SELECT make_date(extract(year FROM now())::int - 2 - n / 200 % 10, 6, 1) AS day) d
    CROSS JOIN (SELECT id FROM videos ORDER BY version DESC LIMIT 1) v
    WHERE n % 200 = 0
    RETURNING code, id)
  INSERT INTO group_viewing_attendees (group_viewing_id, person_id, came_by, recorded_at)
  SELECT a.id, g.person_id, 'card', g.at FROM added a
  JOIN grown g ON g.n BETWEEN substr(a.code, 2)::int - 19 AND substr(a.code, 2)::int`;
