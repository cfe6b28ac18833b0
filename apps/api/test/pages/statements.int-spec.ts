import { randomBytes, randomUUID, createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import { insightEndpoints } from '@kizuna/shared/contracts/insight.endpoints';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';
import { pagesEndpoints } from '@kizuna/shared/contracts/pages.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { Client } from 'pg';

import { runSeed } from '../../src/seeds/index.js';
import { aFilmFolder } from '../builders/film.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { cloneDatabase } from '../support/database.js';

type Role = 'learner' | 'supporter' | 'instructor' | 'office' | 'nobody';
type Facts = Record<string, string>;

interface Page {
  name: string;
  role: Role;
  endpoint: Endpoint;
  input?: (facts: Facts) => { params?: object; query?: object };
  most: number;
}

const page = (role: Role, name: string, endpoint: Endpoint, input?: Page['input']): Page => ({
  name,
  role,
  endpoint,
  most: role === 'nobody' ? 4 : 8,
  ...(input ? { input } : {}),
});

const pages: Page[] = [
  page('nobody', '/', pagesEndpoints.getFrontPage),
  page('nobody', '/courses', coursesEndpoints.listCourses),
  page('nobody', '/courses/[slug]', coursesEndpoints.getCourse, ({ slug }) => ({ params: { slug } })),
  page('nobody', '/videos', videoEndpoints.listPublicVideos),
  page('nobody', '/materials', materialsEndpoints.listPublicMaterials),
  page('nobody', '/verify', verificationEndpoints.listSigners),
  page('learner', '/', pagesEndpoints.getFrontPage),
  page('learner', '/help', peopleEndpoints.getSignInState),
  page('learner', '/my', pagesEndpoints.getMyPage),
  page('supporter', '/my', pagesEndpoints.getMyPage),
  page('learner', '/my/courses/[enrolmentId]', pagesEndpoints.getMyCoursePage, ({ enrolmentId }) => ({
    params: { enrolmentId },
  })),
  ...['video', 'material', 'quiz', 'training_day'].map((kind) =>
    page('learner', `/my/courses/[enrolmentId]/lessons/[${kind}]`, pagesEndpoints.getMyLessonPage, (facts) => ({
      params: { enrolmentId: facts['enrolmentId'], lessonId: facts[kind] },
    })),
  ),
  page('supporter', '/my/supporter', pagesEndpoints.getMySupporterPage),
  page('learner', '/my/certificates', certificationEndpoints.listOwnCertificates),
  page('learner', '/my/profile', peopleEndpoints.getOwnProfile),
  page('instructor', '/instructor', sessionsEndpoints.listClassSessions),
  page('instructor', '/instructor/videos', insightEndpoints.listInsightFilms),
  page('instructor', '/viewings', viewingsEndpoints.listViewings),
  page('office', '/office', reportingEndpoints.getOfficeHome),
  page('office', '/office/people', peopleEndpoints.listPeople),
  page('office', '/office/runs', coursesEndpoints.listOfficeCourseRuns),
  page('office', '/office/materials', materialsEndpoints.listMaterials),
  page('office', '/office/videos', videoEndpoints.listVideos),
  page('office', '/office/staff', peopleEndpoints.listStaff),
  page('office', '/office/supporters/meetings', activitiesEndpoints.listMeetings),
  page('office', '/office/supporters/pairs', activitiesEndpoints.listPairs),
  page('office', '/office/supporters/settings', supportersEndpoints.getSupporterSettings),
];

let api: TestApi;
let directory: string;
let filmFolder: string;
let facts: Facts;
const tokens = new Map<Role, string>();

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
}, 120_000);
afterAll(async () => {
  await api.close();
  await rm(filmFolder, { recursive: true, force: true });
});

/** A learner in the middle of a course, and one person of every other role. */
async function factsOfDemo(): Promise<Facts> {
  const [learner] = await api.rows<Facts>(
    `SELECT e.person_id AS "personId", e.id AS "enrolmentId", c.slug,
       ${['video', 'material', 'quiz', 'training_day']
         .map((kind) => `(SELECT id FROM lessons WHERE course_id = c.id AND kind = '${kind}' LIMIT 1) AS "${kind}"`)
         .join(', ')}
     FROM enrolments e JOIN courses c ON c.id = e.course_id
     WHERE e.status = 'confirmed' AND c.slug = 'introductory' ORDER BY e.id LIMIT 1`,
  );
  const [supporter] = await api.rows<{ personId: string }>(
    `SELECT person_id AS "personId" FROM supporters WHERE state = 'active' LIMIT 1`,
  );
  await signIn('learner', learner!['personId']!);
  await signIn('supporter', supporter!.personId);
  for (const role of ['instructor', 'office'] as const) {
    const [person] = await api.rows<{ id: string }>('SELECT id FROM people WHERE $1 = ANY(roles) LIMIT 1', [role]);
    await signIn(role, person!.id);
  }
  return learner!;
}

async function signIn(role: Role, personId: string): Promise<void> {
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
async function statementsOf({ role, endpoint, input }: Page): Promise<Sent[]> {
  const client = role === 'nobody' ? api.anonymous : api.as({ token: tokens.get(role)! });
  const ask = async () => {
    const answer = await client.attempt(endpoint, input?.(facts) ?? {});
    expect(answer.status).toBe(200);
  };
  await ask();
  return statementsDuring(ask);
}

describe('a page', () => {
  it.each(pages.map((one) => [one.role, one.name, one] as const))(
    'of %s at %s takes few statements, all prepared',
    async (_role, _name, one) => {
      const sent = await statementsOf(one);
      const unprepared = sent.filter(({ name }) => name === undefined).map(({ text }) => text);
      const names = sent.map(({ name, text }) => name ?? text.replace(/\s+/g, ' ').slice(0, 90));
      if (process.env['SHOW']) process.stderr.write(`${one.role} ${one.name}: ${sent.length} ${JSON.stringify(names)}\n`);
      expect(unprepared).toEqual([]);
      expect(names.length).toBeLessThanOrEqual(one.most);
    },
  );
});
