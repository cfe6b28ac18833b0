import { randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

import { migrations } from '../../src/migrations/index.js';

/** The first migration that knows films with states; what came before is an installation of the first release. */
const firstRelease = 1795000000110;

const name = `kizuna_older_${randomUUID().replaceAll('-', '').slice(0, 16)}`;
let cluster: Client;
let client: Client;
const ids = {} as Record<'course' | 'long' | 'digest' | 'first' | 'reading', string>;

async function connect(database?: string): Promise<Client> {
  const url = new URL(process.env['TEST_DATABASE_URL']!);
  if (database !== undefined) url.pathname = `/${database}`;
  const made = new Client({ connectionString: url.toString() });
  await made.connect();
  return made;
}

const numberOf = (migration: { name: string }) => Number(migration.name.slice(-13));
async function migrate(which: (number: number) => boolean): Promise<void> {
  const runner = { query: (text: string, params?: unknown[]) => client.query(text, params) };
  for (const Migration of migrations.filter((one) => which(numberOf(one)))) {
    await client.query('BEGIN');
    await (new Migration() as MigrationInterface).up(runner as unknown as QueryRunner);
    await client.query('COMMIT');
  }
}
const insert = async (text: string, ...params: unknown[]) => {
  const id = randomUUID();
  await client.query(text, [id, ...params]);
  return id;
};
const rows = async (text: string, ...params: unknown[]) => (await client.query(text, params)).rows;

async function fillFirstRelease(): Promise<void> {
  const film = (version: string) => (file: string) => ({
    blobKey: `films/${version}/${file}`,
    version,
    sizeBytes: 9,
  });
  const files = (version: string) =>
    Object.fromEntries(
      ['film.mp4', 'captions.vtt', 'chapters.vtt', 'poster.webp'].map((file, index) => [
        file,
        film(`${version}${index}`.padEnd(20, '0'))(file),
      ]),
    );
  const video = (slug: string, version: string) =>
    insert(
      `INSERT INTO videos (id, slug, position, title, summary, version, duration_ms, files, transcript, chapters, credit,
         updated_at)
       VALUES ($1, $2, 0, '題', '', $3, 60000, $4, '[{"fromMs":0,"toMs":9,"text":"字"}]', '[]', '', now())`,
      slug,
      version,
      JSON.stringify(files(version === 'long' ? 'a' : 'b')),
    );
  ids.long = await video('kizuna-long', 'long');
  ids.digest = await video('kizuna-digest', 'digest');
  ids.course = await insert(
    `INSERT INTO courses (id, slug, position, stage, title, short_title, tagline, summary, audience, outcomes, faq,
       completion_rule) VALUES ($1, 'intro', 0, 'introductory', '入門', '入', '', '', '', '[]', '[]', '{}')`,
  );
  const material = await insert(
    `INSERT INTO materials (id, course_id, slug, position, title, minutes, sections, glossary)
     VALUES ($1, $2, 'm', 0, '教材', 5, '[]', '[]')`,
    ids.course,
  );
  const lesson = (position: number, kind: string, required: boolean, column: string, content: string) =>
    insert(
      `INSERT INTO lessons (id, course_id, position, kind, title, summary, minutes, required, ${column})
       VALUES ($1, $2, $3, $4, '項目', '', 5, $5, $6)`,
      ...[ids.course, position, kind, required, content],
    );
  ids.first = await lesson(0, 'video', true, 'video_id', ids.long);
  await lesson(1, 'video', false, 'video_id', ids.digest);
  ids.reading = await lesson(2, 'material', true, 'material_id', material);
}

beforeAll(async () => {
  cluster = await connect();
  await cluster.query(`CREATE DATABASE ${name}`);
  client = await connect(name);
  await migrate((number) => number <= firstRelease);
  await fillFirstRelease();
  await migrate((number) => number > firstRelease);
});
afterAll(async () => {
  await client.end();
  await cluster.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await cluster.end();
});

describe('an installation of the first release', () => {
  it('keeps its films, public and under their addresses', async () => {
    const [long] = await rows('SELECT * FROM videos WHERE id = $1', ids.long);
    expect(long).toMatchObject({ slug: 'kizuna-long', state: 'published', audience: 'public', revision: 1 });
    expect(long.published_at).toEqual(long.updated_at);
    expect(long.film).toMatchObject({ durationMs: 60_000, hls: null, thumbnails: null });
    expect(`${long.film.scope}/${long.film.film}`).toBe(`films/${'a0'.padEnd(20, '0')}/film.mp4`);
    expect(`${long.film.scope}/${long.film.poster}`).toBe(`films/${'a3'.padEnd(20, '0')}/poster.webp`);
    expect(long.chapters_key).toBe(`films/${'a2'.padEnd(20, '0')}/chapters.vtt`);
  });

  it('keeps the captions, in Japanese', async () => {
    const tracks = await rows(
      'SELECT language, cues, blob_key FROM caption_tracks WHERE video_id = $1',
      ids.long,
    );
    expect(tracks).toEqual([
      {
        language: 'ja',
        cues: [{ fromMs: 0, toMs: 9, text: '字' }],
        blob_key: `films/${'a1'.padEnd(20, '0')}/captions.vtt`,
      },
    ]);
  });

  it('knows which film is the digest of which, and folds its lesson into the other', async () => {
    const [digest] = await rows('SELECT digest_of FROM videos WHERE id = $1', ids.digest);
    expect(digest.digest_of).toBe(ids.long);
    const lessons = await rows(
      'SELECT id, position, threshold_percent FROM lessons WHERE course_id = $1 ORDER BY position',
      ids.course,
    );
    expect(lessons).toEqual([
      { id: ids.first, position: 0, threshold_percent: 95 },
      { id: ids.reading, position: 1, threshold_percent: 95 },
    ]);
  });
});
