import { Sql } from '../../platform/database/index.js';

const families =
  '佐藤サトウ 鈴木スズキ 高橋タカハシ 田中タナカ 渡辺ワタナベ 伊藤イトウ 山本ヤマモト 中村ナカムラ 小林コバヤシ 加藤カトウ 吉田ヨシダ 山田ヤマダ ' +
  '山口ヤマグチ 松本マツモト 井上イノウエ 木村キムラ 清水シミズ 斎藤サイトウ 山崎ヤマザキ 池田イケダ 橋本ハシモト 石川イシカワ 前田マエダ 藤田フジタ';
const givens =
  '和子カズコ 幸子サチコ 節子セツコ 洋子ヨウコ 恵子ケイコ 京子キョウコ 文子フミコ 勝マサル 進ススム 茂シゲル 清キヨシ 実ミノル 正タダシ 勇イサム 博ヒロシ ' +
  '昭アキラ 弘ヒロシ 豊ユタカ 千代子チヨコ 美代子ミヨコ';

/** Kanji and reading of words such as 佐藤サトウ. */
function split(words: string): [kanji: string[], kana: string[]] {
  const pairs = words.split(' ').map((word) => /^(\p{Script=Han}+)(.+)$/u.exec(word)!);
  return [pairs.map((pair) => pair[1]!), pairs.map((pair) => pair[2]!)];
}

/** How many residents the large scenario has added so far. */
export async function countResidents(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM people WHERE email_key LIKE 'resident%@large.example.jp'`,
  );
  return row?.count ?? 0;
}

/** Writes the residents numbered `first` to `last`, with the same search keys that the people module's policy makes. */
export async function insertResidents(sql: Sql, first: number, last: number, now: Date): Promise<void> {
  const [familyKanji, familyKana] = split(families);
  const [givenKanji, givenKana] = split(givens);
  await sql.execute(
    `INSERT INTO people (id, name, kana, born_on, phone, phone_digits, email, email_key, postal_code, address,
       district_id, kana_key, search_text, search_grams, created_at, updated_at)
     SELECT gen_random_uuid(), n.family || ' ' || n.given, n.family_kana || ' ' || n.given_kana, n.born_on,
       n.phone, n.digits, n.email, n.email, '306-0000', n.address, n.district_id, n.kana_key, s.text,
       ARRAY(SELECT DISTINCT substr(w.word, i, 2) FROM regexp_split_to_table(s.text, ' ') AS w (word),
         generate_series(1, length(w.word) - 1) AS i), $7, $7
     FROM (
       SELECT i, ($3::text[])[1 + i % $8::int] AS family, ($4::text[])[1 + i % $8::int] AS family_kana,
         ($5::text[])[1 + i / $8::int % $9::int] AS given, ($6::text[])[1 + i / $8::int % $9::int] AS given_kana,
         ($4::text[])[1 + i % $8::int] || ($6::text[])[1 + i / $8::int % $9::int] AS kana_key,
         date '1936-01-01' + (i * 37) % 14000 AS born_on,
         '0280-01-' || lpad((i % 10000)::text, 4, '0') AS phone, '028001' || lpad((i % 10000)::text, 4, '0') AS digits,
         'resident' || i || '@large.example.jp' AS email, '茨城県古河市' || d.name || (10000 + i) || '番地' AS address,
         d.id AS district_id
       FROM generate_series($1::int, $2::int) AS i
       JOIN (SELECT id, name, row_number() OVER (ORDER BY position, id) - 1 AS place, count(*) OVER () AS total
         FROM districts) d ON d.place = i % d.total
     ) n,
     LATERAL (SELECT lower(n.family || n.given || ' ' || n.kana_key || ' ' || n.digits || ' '
       || translate(n.address, 'けとり', 'ケトリ') || ' ' || n.email) AS text) s`,
    [first, last, familyKanji, familyKana, givenKanji, givenKana, now, familyKanji.length, givenKanji.length],
  );
}

/** Gives the first residents an account; all have the demo password, hashed once. */
export async function addAccounts(sql: Sql, count: number, now: Date): Promise<void> {
  await sql.execute(
    `INSERT INTO accounts (person_id, email_key, password_hash, password_changed_at, created_at)
     SELECT p.id, p.email_key, h.password_hash, $2, $2
     FROM people p, (SELECT a.password_hash FROM accounts a JOIN people o ON o.id = a.person_id
       WHERE o.roles @> ARRAY['learner'] AND a.password_hash IS NOT NULL ORDER BY a.created_at LIMIT 1) h
     WHERE p.email_key IN (SELECT 'resident' || i || '@large.example.jp' FROM generate_series(1, $1::int) AS i)
     ON CONFLICT ON CONSTRAINT pk_accounts DO NOTHING`,
    [count, now],
  );
}

/** Updates the planner's statistics after the bulk insert. */
export async function refreshStatistics(sql: Sql): Promise<void> {
  await sql.execute('ANALYZE');
}
