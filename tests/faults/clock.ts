import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeCluster } from '@kizuna/infra/local/postgres/place.ts';
import { startPostgres } from '@kizuna/infra/local/postgres/start-postgres.ts';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import pg from 'pg';
import type { Measuring } from '../measuring/command.ts';
import { applicationOf } from './applicants.ts';

/** An instant, the request made at it, and the expected response. */
interface Case {
  name: string;
  now: string;
  opensAt: string;
  closesAt: string;
  window: 'not_yet' | 'open' | 'closed';
  /** Letter and year of the reception number of an application at that instant; null if none is accepted. */
  reception: string | null;
}

const cases: Case[] = [
  // the deadline, 31 March 17:00 in Japan, with a clock that is an hour slow, correct, and a day fast
  at('deadline −1 h', '2027-03-31T16:00:00+09:00', 'open', 'R8'),
  at('deadline −1 ms', '2027-03-31T16:59:59.999+09:00', 'open', 'R8'),
  at('deadline', '2027-03-31T17:00:00+09:00', 'closed', null),
  at('deadline +1 day', '2027-04-01T17:00:00+09:00', 'closed', null),
  at('opening −1 ms', '2027-02-28T23:59:59.999+09:00', 'not_yet', null),
  at('opening', '2027-03-01T00:00:00+09:00', 'open', 'R8'),
  // midnight between the fiscal years, when UTC is still on the previous day
  between('31 March 23:59', '2027-03-31T23:59:59+09:00', 'R8'),
  between('1 April 00:00', '2027-04-01T00:00:00+09:00', 'R9'),
  between('29 February', '2028-02-29T12:00:00+09:00', 'R9'),
  // the fiscal year that began in 平成31年 is 令和元年度
  between('平成30年度', '2019-03-31T12:00:00+09:00', 'H30'),
  between('令和元年', '2020-03-31T12:00:00+09:00', 'R1'),
  between('令和2年度', '2020-04-01T00:00:00+09:00', 'R2'),
];

function at(name: string, now: string, window: Case['window'], reception: string | null): Case {
  const [opensAt, closesAt] = ['2027-03-01T00:00:00+09:00', '2027-03-31T17:00:00+09:00'];
  return { name, now, opensAt, closesAt, window, reception };
}

function between(name: string, now: string, reception: string): Case {
  const day = 86_400_000;
  const around = (days: number) => new Date(Date.parse(now) + days * day).toISOString();
  return { name, now, opensAt: around(-1), closesAt: around(1), window: 'open', reception };
}

/** [clock] The API with its clock set to awkward instants: deadlines, dates and fiscal years by Japan's calendar. */
export default async function clockFault({ figures }: Measuring): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'kizuna-clock-'));
  const postgres = await startPostgres({ directory, durable: false });
  try {
    const wrong = await wrongAnswers(postgres.url, directory);
    for (const sentence of wrong) process.stderr.write(`${sentence}\n`);
    figures.exactly('clock.cases', cases.length, cases.length, 'count');
    figures.exactly('clock.wrong', wrong.length, 0, 'count');
  } finally {
    await postgres.stop();
    removeCluster(directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

async function wrongAnswers(databaseUrl: string, dataDir: string): Promise<string[]> {
  const [{ migrate, seed }, { createApi }, { FixedClock }, { loadConfig }] = await Promise.all([
    import('@kizuna/api/database-commands'),
    import('@kizuna/api/app'),
    import('@kizuna/api/platform/clock/fixed-clock'),
    import('@kizuna/api/platform/config/app-config'),
  ]);
  const publicOrigin = 'http://localhost:3000';
  await migrate(databaseUrl);
  await seed(databaseUrl, 'empty', { dataDir, publicOrigin });
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PUBLIC_ORIGIN: publicOrigin,
    LOG_LEVEL: 'silent',
  });
  const clock = new FixedClock(cases[0]!.now);
  const app = await createApi({ config, clock });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const wrong: string[] = [];
  try {
    for (const [index, one] of cases.entries()) {
      clock.set(one.now);
      const runId = await planRunAt(client, one);
      const run = (
        await app.inject({
          method: 'GET',
          url: pathOf(coursesEndpoints.getCourseRun, { courseRunId: runId }),
        })
      ).json<{
        window: string;
      }>();
      if (run.window !== one.window) wrong.push(`${one.name}: window ${run.window}, not ${one.window}`);
      const applied = await app.inject({
        method: 'POST',
        url: enrolmentEndpoints.applyForRun.path,
        payload: applicationOf(runId, 5000 + index),
      });
      const number =
        applied.statusCode === 201 ? applied.json<{ receptionNumber: string }>().receptionNumber : null;
      const reception = number?.split('-')[0] ?? null;
      if (reception !== one.reception) wrong.push(`${one.name}: number ${number}, not ${one.reception}`);
    }
  } finally {
    await client.end();
    await app.close();
  }
  return wrong;
}

async function planRunAt(client: pg.Client, { opensAt, closesAt }: Case): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `INSERT INTO course_runs (id, course_id, name, fiscal_year, status, opens_at, closes_at, capacity, taken, waiting,
       waiting_numbers, created_at, updated_at)
     SELECT gen_random_uuid(), id, '時計の試験', 2026, 'published', $1, $2, 20, 0, 0, 0, $1, $1 FROM courses
     WHERE slug = 'introductory' RETURNING id`,
    [opensAt, closesAt],
  );
  return rows[0]!.id;
}
