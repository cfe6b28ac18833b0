import { randomUUID } from 'node:crypto';
import type { Endpoint } from '@kizuna/shared/contracts/endpoint';
import type { BodyOf, InputParameter } from '@kizuna/shared/contracts/endpoint-input';
import type { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import type pg from 'pg';
import { sendTo } from '../measuring/ask.ts';

/** An application as the public form sends it. */
export function applicationOf(
  courseRunId: string,
  number: number,
): BodyOf<typeof enrolmentEndpoints.applyForRun> {
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

/** Asks within twenty seconds; answers the status and the body, whatever it is. */
export async function send<E extends Endpoint>(
  at: { origin: string; headers?: Record<string, string> },
  endpoint: E,
  ...input: InputParameter<E>
): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await sendTo({ ...at, signal: AbortSignal.timeout(20_000) }, endpoint, ...input);
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
