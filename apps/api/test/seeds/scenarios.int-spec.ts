import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';

import { runSeed, type Scenario, type SeedOptions } from '../../src/seeds/index.js';
import { aFilmFolder } from '../builders/film.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let client: Client;
let options: SeedOptions;
let filmFolder: string;

async function openDatabase(): Promise<void> {
  database = await cloneDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  filmFolder = await aFilmFolder({ durationMs: 420_000 });
  options = {
    dataDir: await mkdtemp(path.join(tmpdir(), 'kizuna-seed-')),
    publicOrigin: 'http://localhost:3000',
    now: new Date('2026-11-24T10:20:00+09:00'),
    filmFolder,
    residents: 300,
  };
}
async function closeDatabase(): Promise<void> {
  await client.end();
  await database.drop();
  await rm(options.dataDir, { recursive: true, force: true });
  await rm(filmFolder, { recursive: true, force: true });
}
const seed = (scenario: Scenario) => runSeed(database.url, scenario, options);
const rows = async (text: string) => (await client.query(text)).rows;
const countAll = async () => {
  const tables = [
    'people',
    'courses',
    'lessons',
    'materials',
    'quizzes',
    'quiz_versions',
    'videos',
    'course_runs',
  ];
  tables.push(
    'class_sessions',
    'applications',
    'enrolments',
    'attempts',
    'attendances',
    'audit_log',
    'outbox_events',
  );
  const counts = await Promise.all(tables.map((table) => rows(`SELECT count(*)::int AS n FROM ${table}`)));
  return Object.fromEntries(tables.map((table, i) => [table, counts[i]![0].n]));
};

describe('the empty scenario', () => {
  beforeAll(openDatabase);
  afterAll(closeDatabase);

  it('brings the curriculum and nobody, once', async () => {
    await seed('empty');
    const first = await countAll();
    expect(first).toMatchObject({
      people: 0,
      courses: 2,
      materials: 14,
      quizzes: 2,
      course_runs: 0,
      enrolments: 0,
    });
    await seed('empty');
    expect(await countAll()).toEqual(first);
    const kinds = await rows(
      `SELECT c.slug, l.kind, count(*)::int AS n FROM lessons l JOIN courses c ON c.id = l.course_id
       GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    expect(kinds).toContainEqual({ slug: 'introductory', kind: 'training_day', n: 1 });
    expect(kinds).toContainEqual({ slug: 'introductory', kind: 'video', n: 1 });
    expect(kinds).toContainEqual({ slug: 'practical', kind: 'training_day', n: 2 });
    expect(await rows('SELECT count(*)::int AS n FROM certificate_wordings')).toEqual([{ n: 2 }]);
  });
});

describe('the large scenario', () => {
  beforeAll(async () => {
    await openDatabase();
    await seed('large');
  }, 120_000);
  afterAll(closeDatabase);

  it('holds a run for every situation', async () => {
    const runs = await rows(
      `SELECT r.name, c.stage, r.status, r.capacity, r.taken, r.waiting FROM course_runs r
       JOIN courses c ON c.id = r.course_id ORDER BY r.opens_at`,
    );
    expect(runs.map(({ status }) => status)).toEqual([
      'published',
      'published',
      'published',
      'published',
      'draft',
    ]);
    expect(runs[2]).toMatchObject({ stage: 'practical', capacity: 12, taken: 12, waiting: 7 });
    expect(runs[3]).toMatchObject({ stage: 'introductory', capacity: 20, taken: 8, waiting: 0 });
    const days = await rows(
      `SELECT held_on::text AS on, starts_at, ends_at FROM class_sessions WHERE held_on = '2026-11-24'`,
    );
    expect(days).toHaveLength(1);
    expect(days[0].starts_at.getTime()).toBeLessThanOrEqual(options.now!.getTime());
  });

  it('has certificates to issue, one issued in this year, and those of the people who are supporters', async () => {
    const done = await rows(
      `SELECT p.name, EXISTS (SELECT 1 FROM supporters s WHERE s.person_id = p.id) AS supporter
       FROM enrolments e JOIN people p ON p.id = e.person_id WHERE e.status = 'completed'`,
    );
    expect(done.filter(({ supporter }) => !supporter)).toEqual([{ name: '髙橋 節子', supporter: false }]);
    expect(done).toHaveLength(5);
    const attended = await rows(
      `SELECT count(DISTINCT enrolment_id)::int AS n FROM lesson_attendances WHERE attended`,
    );
    expect(attended).toEqual([{ n: 16 }]);
    expect(await rows(`SELECT 1 FROM attempts WHERE state = 'submitted' AND passed`)).not.toHaveLength(0);
  });

  it('tells only what is recent', async () => {
    const old = await rows(
      `SELECT 1 FROM notifications WHERE created_at < timestamptz '2026-11-24T10:20:00+09:00' - interval '2 days'`,
    );
    expect(old).toEqual([]);
    expect(await rows('SELECT 1 FROM outbox_events WHERE dispatched_at IS NULL')).toEqual([]);
    expect(await rows('SELECT 1 FROM sign_ins')).toEqual([]);
  });

  it('writes the accounts that the start prints', async () => {
    const accounts = JSON.parse(await readFile(path.join(options.dataDir, 'demo-accounts.json'), 'utf8'));
    expect(accounts.map(({ role }: { role: string }) => role).sort()).toEqual([
      'admin',
      'instructor',
      'instructor',
      'learner',
      'learner',
      'learner',
      'office',
      'office',
    ]);
    expect(accounts.find(({ secret }: { secret?: string }) => secret).cardNumber).toMatch(
      /^\d{3}-\d{3}-\d{4}$/,
    );
  });

  it('adds the residents that were asked for, found like everybody else', async () => {
    expect(await rows(`SELECT count(*)::int AS n FROM people WHERE email LIKE '%@large.example.jp'`)).toEqual(
      [{ n: 300 }],
    );
    const [one] = await rows(
      `SELECT kana_key, search_text, search_grams FROM people WHERE email = 'resident1@large.example.jp'`,
    );
    expect(one.search_text).toContain(one.kana_key.toLowerCase());
    expect(one.search_grams).toContain(one.search_text.slice(0, 2));
  });

  it('adds nothing when it is run again', async () => {
    const first = await countAll();
    await seed('large');
    expect(await countAll()).toEqual(first);
  }, 60_000);
});
