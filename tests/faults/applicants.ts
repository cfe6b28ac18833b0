import { randomUUID } from 'node:crypto';
import type pg from 'pg';

/** An application as submitted by the public form. */
export function applicationOf(courseRunId: string, number: number): Record<string, unknown> {
  return {
    courseRunId,
    name: `故障 試験${number}`,
    kana: `こしょう しけん${kanaOf(number)}`,
    bornOn: `19${40 + (number % 50)}-04-01`,
    phone: `0280-77-${String(number).padStart(4, '0')}`,
    address: '茨城県古河市長谷町',
    applicantIs: 'self',
    wishes: [],
    replyBy: 'letter',
    consent: true,
  };
}

/** Creates a run of the introductory course with this capacity, open now. @returns its id */
export async function planRun(client: pg.Client, capacity: number): Promise<string> {
  const id = randomUUID();
  await client.query(
    `INSERT INTO course_runs (id, course_id, name, fiscal_year, status, opens_at, closes_at, capacity, taken, waiting,
       waiting_numbers, created_at, updated_at)
     SELECT $1, id, '故障の試験', 2026, 'published', now() - interval '1 day', now() + interval '30 days', $2, 0, 0, 0,
       now(), now() FROM courses WHERE slug = 'introductory'`,
    [id, capacity],
  );
  return id;
}

/** Sends JSON; returns the status and the body, whatever it is. */
export async function send(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await fetch(`${origin}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(20_000),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}

/** Different readings for different people, because real applicants do not share one. */
function kanaOf(number: number): string {
  return [...String(number)].map((digit) => 'あいうえおかきくけこ'[Number(digit)]).join('');
}
