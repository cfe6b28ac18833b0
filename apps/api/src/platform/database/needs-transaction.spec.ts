import { describe, expect, it } from '@jest/globals';

import { needsTransaction } from './needs-transaction.js';

const needing = [
  'INSERT INTO people (id) VALUES ($1)',
  'insert\n  into people DEFAULT VALUES',
  'UPDATE people SET name = $2',
  'DELETE FROM people WHERE id = $1 RETURNING id',
  'MERGE INTO people USING other ON true WHEN MATCHED THEN DO NOTHING',
  'WITH gone AS (DELETE FROM people RETURNING id) SELECT count(*) FROM gone',
  'WITH x AS (SELECT 1), y AS (\n INSERT INTO people (id) SELECT 1 RETURNING id) SELECT * FROM y',
  'SELECT id FROM people WHERE id = $1 FOR UPDATE',
  'SELECT id FROM people FOR NO KEY UPDATE OF people SKIP LOCKED',
  'SELECT id FROM people FOR SHARE',
  'SELECT id FROM people FOR KEY SHARE',
  'SELECT pg_advisory_xact_lock(hashtextextended($1, 1))',
  'SELECT pg_try_advisory_xact_lock_shared(1)',
  `SELECT nextval('numbers')`,
  '/* the newest */ UPDATE people SET name = $1',
  '-- explained\nLOCK TABLE people',
  'TRUNCATE people',
  String.raw`WITH x AS (SELECT E'\'' AS quote) UPDATE people SET name = 'x'`,
  'CREATE TEMPORARY TABLE mine (n int)',
  'REFRESH MATERIALIZED VIEW totals',
];

const reading = [
  'SELECT 1',
  'SELECT updated_at, deleted_at, inserted FROM people ORDER BY updated_at',
  `SELECT 'it''s an UPDATE' AS word, "for update" FROM people`,
  'SELECT 1 -- then DELETE FROM people\n',
  '/* INSERT INTO people */ SELECT 1',
  'SELECT $tag$ DELETE FROM people $tag$, $$ FOR UPDATE $$',
  'WITH RECURSIVE tree AS (SELECT 1) SELECT * FROM tree',
  'SELECT create_date, lock_reason FROM runs FOR',
  String.raw`SELECT E'\' UPDATE people'`,
  `SELECT pg_notify($1, '')`,
];

describe('what needs a transaction', () => {
  it.each(needing)('%s', (text) => {
    expect(needsTransaction(text)).toBe(true);
    expect(needsTransaction(text)).toBe(true);
  });

  it.each(reading)('not: %s', (text) => {
    expect(needsTransaction(text)).toBe(false);
    expect(needsTransaction(text)).toBe(false);
  });

  it('judges thousands of different texts', () => {
    const texts = Array.from({ length: 12_000 }, (_, n) => `SELECT ${n}`);
    expect(texts.filter(needsTransaction)).toEqual([]);
    expect(needsTransaction('DELETE FROM people')).toBe(true);
  });
});
