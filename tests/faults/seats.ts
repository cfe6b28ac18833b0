import { startThrowAwayProduct } from '@kizuna/infra/local/testing/throw-away-product.ts';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import pg from 'pg';
import type { Measuring } from '../measuring/command.ts';
import { cookieOfRole } from '../measuring/signed-in.ts';
import { applicationOf, planRun, send } from './applicants.ts';

const applicants = 500;
const seats = 20;
const withdrawals = 50;

/** [seats] 500 applicants for 20 seats at once, 50 withdrawals, while the office confirms and cancels. */
export default async function seatsFault({ figures }: Measuring): Promise<void> {
  const product = await startThrowAwayProduct();
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    const runId = await planRun(client, seats);
    const cookie = await cookieOfRole(product.databaseUrl, 'office');
    const startedAt = performance.now();
    const applied = await Promise.all(
      Array.from({ length: applicants }, (_, i) =>
        send(product, enrolmentEndpoints.applyForRun, { body: applicationOf(runId, i) }),
      ),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    figures.exactly(
      'seats.answered',
      applied.filter(({ status }) => status === 201).length,
      applicants,
      'count',
    );
    figures.exactly('seats.taken', await count(client, runId, 'applied'), seats, 'count');
    figures.exactly('seats.waiting', await count(client, runId, 'waitlisted'), applicants - seats, 'count');
    figures.atMost('seats.time', seconds, 10, 's');

    await withdrawAndConfirm(client, { origin: product.origin, headers: { cookie } }, runId);
    const holding = (await count(client, runId, 'applied')) + (await count(client, runId, 'confirmed'));
    figures.exactly('seats.over-capacity', Math.max(0, holding - seats), 0, 'count');
    figures.exactly('seats.empty-while-somebody-waits', Math.max(0, seats - holding), 0, 'count');
    figures.exactly('seats.two-places', await twoPlaces(client, runId), 0, 'count');
    figures.exactly('seats.out-of-order', await outOfOrder(client, runId), 0, 'count');
  } finally {
    await client.end();
    await product.stop();
  }
}

/** Fifty people leave, most of them from a seat, while the office confirms people who have a seat. */
async function withdrawAndConfirm(
  client: pg.Client,
  office: { origin: string; headers: Record<string, string> },
  runId: string,
): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT id FROM enrolments WHERE course_run_id = $1 ORDER BY waiting_number NULLS FIRST, id LIMIT $2`,
    [runId, withdrawals],
  );
  const leaving = rows.map(({ id }) =>
    send(office, enrolmentEndpoints.withdrawEnrolment, {
      params: { enrolmentId: id },
      body: { reason: '都合' },
    }),
  );
  const confirming = Array.from({ length: 10 }, () =>
    send(office, enrolmentEndpoints.confirmEnrolments, { body: { enrolmentIds: rows.map(({ id }) => id) } }),
  );
  await Promise.all([...leaving, ...confirming]);
}

async function count(client: pg.Client, runId: string, status: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM enrolments WHERE course_run_id = $1 AND status = $2',
    [runId, status],
  );
  return rows[0]!.count;
}

async function twoPlaces(client: pg.Client, runId: string): Promise<number> {
  const { rows } = await client.query(
    `SELECT person_id FROM enrolments WHERE course_run_id = $1 AND status IN ('applied', 'waitlisted', 'confirmed')
     GROUP BY person_id HAVING count(*) > 1`,
    [runId],
  );
  return rows.length;
}

/** Number of people who moved up although somebody ahead of them is still waiting. */
async function outOfOrder(client: pg.Client, runId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM enrolments moved WHERE moved.course_run_id = $1
       AND moved.status IN ('applied', 'confirmed') AND moved.waiting_number IS NOT NULL
       AND EXISTS (SELECT FROM enrolments w WHERE w.course_run_id = $1 AND w.status = 'waitlisted'
         AND w.waiting_number < moved.waiting_number)`,
    [runId],
  );
  return rows[0]!.count;
}
