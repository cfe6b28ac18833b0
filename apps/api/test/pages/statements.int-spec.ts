import { randomBytes, randomUUID, createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { ledgerPaperRecordsEndpoints } from '@kizuna/shared/contracts/ledger.paper-records.endpoints';
import { Client } from 'pg';

import { runSeed } from '../../src/seeds/index.js';
import { aFilmFolder } from '../builders/film.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { cloneDatabase } from '../support/database.js';
import { askedPages, type AskedPage, type Facts, type PageRole } from './pages-asked.js';

let api: TestApi;
let directory: string;
let filmFolder: string;
let facts: Facts;
/** The cookie of an anonymous visitor. */
let visitor: string;
const tokens = new Map<PageRole, string>();

beforeAll(async () => {
  const database = await cloneDatabase();
  directory = await mkdtemp(path.join(tmpdir(), 'kizuna-pages-'));
  filmFolder = await aFilmFolder({ durationMs: 420_000 });
  const now = '2026-11-24T10:20:00+09:00';
  await runSeed(database.url, 'demo', {
    dataDir: directory,
    publicOrigin: 'http://localhost:3000',
    now: new Date(now),
    filmFolder,
    residents: 300,
  });
  api = await startTestApi({ now, database, dataDir: directory });
  facts = await factsOfDemo();
  visitor = await begunForm();
}, 120_000);
afterAll(async () => {
  await api.close();
  await rm(filmFolder, { recursive: true, force: true });
});

const kinds = ['video', 'material', 'quiz', 'training_day'];

/** A learner in the middle of a course, one person of every other role, and one thing of every kind. */
async function factsOfDemo(): Promise<Facts> {
  const [learner] = await api.rows<Facts>(
    `SELECT e.person_id AS "learnerId", e.id AS "enrolmentId", c.slug,
       ${kinds
         .map(
           (kind) =>
             `(SELECT id FROM lessons WHERE course_id = c.id AND kind = '${kind}' LIMIT 1) AS "${kind}"`,
         )
         .join(', ')}
     FROM enrolments e JOIN courses c ON c.id = e.course_id
     WHERE e.status = 'confirmed' AND c.slug = 'introductory' ORDER BY e.id LIMIT 1`,
  );
  const [things] = await api.rows<Facts>(
    `SELECT c.id AS "certificateId", c.course_run_id AS "courseRunId", c.person_id AS "personId",
       (SELECT application_id FROM enrolments WHERE id = c.enrolment_id) AS "applicationId",
       (SELECT id FROM certificate_batches ORDER BY id LIMIT 1) AS "certificateBatchId",
       (SELECT first_id FROM supporter_pairs ORDER BY id LIMIT 1) AS "supporterId",
       (SELECT second_id FROM supporter_pairs ORDER BY id LIMIT 1) AS "otherSupporterId",
       (SELECT id FROM materials WHERE kind <> 'text' ORDER BY id LIMIT 1) AS "materialId", 'en' AS language,
       (SELECT l.video_id FROM lessons l JOIN course_runs r ON r.course_id = l.course_id
         WHERE r.id = c.course_run_id AND l.video_id IS NOT NULL LIMIT 1) AS "videoId"
     FROM certificates c WHERE c.state = 'valid' AND c.enrolment_id IS NOT NULL
     ORDER BY EXISTS (SELECT FROM supporters s WHERE s.person_id = c.person_id) DESC, c.id LIMIT 1`,
  );
  const [who] = await api.rows<Record<PageRole, string>>(
    `SELECT (SELECT person_id FROM supporters WHERE state = 'active' LIMIT 1) AS supporter,
       (SELECT person_id FROM run_instructors WHERE course_run_id = $1 LIMIT 1) AS instructor,
       (SELECT id FROM people WHERE 'office' = ANY(roles) LIMIT 1) AS office,
       (SELECT id FROM people WHERE 'admin' = ANY(roles) LIMIT 1) AS admin`,
    [things!['courseRunId']],
  );
  await signIn('learner', learner!['learnerId']!);
  for (const role of ['supporter', 'instructor', 'office', 'admin'] as const) await signIn(role, who![role]);
  const line = { fiscalYear: 2015, courseTitle: '昔の講座', number: '1', name: '昔野 花子' };
  const paper = await api
    .as({ token: tokens.get('office')! })
    .call(ledgerPaperRecordsEndpoints.enterPaperRecord, { body: line });
  return { ...learner, ...things, paperRecordId: paper.body.paperRecordId };
}

/** The cookie of an application form that was begun in this browser. */
async function begunForm(): Promise<string> {
  const [run] = await api.rows<{ id: string }>(
    `SELECT id FROM course_runs WHERE status = 'published' AND opens_at <= $1 AND closes_at > $1 LIMIT 1`,
    [api.clock.now()],
  );
  const begun = await api.anonymous.call(enrolmentEndpoints.startDraft, { body: { courseRunId: run!.id } });
  expect(begun.status).toBe(201);
  return String([begun.headers['set-cookie']].flat()[0]).split(';')[0]!;
}

async function signIn(role: PageRole, personId: string): Promise<void> {
  const token = randomBytes(32).toString('base64url');
  await api.write(
    `INSERT INTO sign_ins (id, token_hash, person_id, via, created_at, seen_at, expires_at)
     VALUES ($1, $2, $3, 'password', $4, $4, $4::timestamptz + interval '1 day')`,
    [randomUUID(), createHash('sha256').update(token).digest(), personId, api.clock.now()],
  );
  tokens.set(role, token);
}

interface Sent {
  name?: string;
  text: string;
}

/** The statements that PostgreSQL gets during some work, but for the audit log's. */
async function statementsDuring(work: () => Promise<void>): Promise<Sent[]> {
  const sent: Sent[] = [];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called below with the connection it was called on
  const original = Client.prototype.query;
  Client.prototype.query = function (this: Client, ...args: unknown[]) {
    const [first] = args;
    const config = (typeof first === 'string' ? { text: first } : first) as Sent;
    if (!config.text.startsWith('INSERT INTO audit_log')) sent.push(config);
    return (original as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof original;
  try {
    await work();
  } finally {
    Client.prototype.query = original;
  }
  return sent;
}

/** Asks for a page twice: the first time fills what the process keeps. */
async function statementsOf({ role, endpoint, input }: AskedPage): Promise<Sent[]> {
  const client = role === 'nobody' ? api.anonymous : api.as({ token: tokens.get(role)! });
  const ask = async () => {
    const headers: Record<string, string> = role === 'nobody' ? { cookie: visitor } : {};
    const answer = await client.attempt(endpoint, { ...input?.(facts), headers });
    expect(answer.status).toBe(200);
  };
  await ask();
  return statementsDuring(ask);
}

describe('a page', () => {
  it.each(askedPages.map((one) => [one.role, one.name, one] as const))(
    'of %s at %s takes few statements, all prepared',
    async (_role, _name, one) => {
      const sent = await statementsOf(one);
      const unprepared = sent.filter(({ name }) => name === undefined).map(({ text }) => text);
      const names = sent.map(({ name, text }) => name ?? text.replace(/\s+/g, ' ').slice(0, 90));
      if (process.env['SHOW'])
        process.stderr.write(`${one.role} ${one.name}: ${sent.length} ${JSON.stringify(names)}\n`);
      expect(unprepared).toEqual([]);
      expect(names.length).toBeLessThanOrEqual(one.most);
    },
  );
});
