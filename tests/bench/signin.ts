import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { sendTo } from '../measuring/ask.ts';
import type { Measuring } from '../measuring/command.ts';
import { noteCpu, withCpu, type CpuUse } from '../measuring/cpu-time.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';
import { sendLoad } from '../measuring/load.ts';

const people = 1000;
const password = 'measure-me-2026';
/** The product's hash parameters: Argon2id, 19 MiB, two passes. */
const argon2id = { algorithm: 2, memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 } as const;

/** [signin] 1,000 people sign in at once while others browse. */
export default async function signin({ figures, seconds }: Measuring): Promise<void> {
  const bare = await bareHashRate(Math.min(seconds, 5));
  const product = await startQuietProduct({ SEED: 'large' });
  try {
    const emails = await giveAccounts(product.databaseUrl);
    const browsing = {
      origin: product.origin,
      requests: [{ path: coursesEndpoints.listCourses.path }],
      connections: 8,
      rate: 50,
    };
    await sendLoad({ ...browsing, seconds: 2 });
    const calm = await withCpu(product, () => sendLoad({ ...browsing, seconds }));
    const startedAt = performance.now();
    const { result, cpu } = await withCpu(product, async () => {
      const answers = Promise.all(emails.map((email) => signIn(product.origin, email)));
      // others browse as long as the burst lasts
      const [busy, statuses] = await Promise.all([
        sendLoad({ ...browsing, seconds: 600, until: answers }),
        answers.then((all) => ({ all, burst: (performance.now() - startedAt) / 1000 })),
      ]);
      return { busy, burst: statuses.burst, refused: statuses.all.filter((status) => status !== 200).length };
    });
    const { busy, burst, refused } = result;
    figures.note('signin.burst-of-1000', burst, 's');
    figures.atLeast('signin.of-bare-hash', people / burst / bare, 0.6, 'ratio', bare);
    figures.atMost('signin.others-p99', busy.p99 / Math.max(calm.result.p99, 1), 2, 'ratio', calm.result.p99);
    noteCpu(figures, 'signin', without(cpu, calm.cpu, burst / seconds), people);
    figures.exactly('signin.refused', refused, 0, 'count');
  } finally {
    await product.stop();
  }
}

/** The processor time of the burst without that of the people who browse beside it. */
function without(cpu: CpuUse | null, browsing: CpuUse | null, times: number): CpuUse | null {
  if (cpu === null || browsing === null) return null;
  return { app: cpu.app - browsing.app * times, database: cpu.database - browsing.database * times };
}

/** Hashes per second on this machine with nothing else running. */
async function bareHashRate(seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  let hashes = 0;
  const startedAt = performance.now();
  const one = async () => {
    while (performance.now() < until) {
      await hash(password, argon2id);
      hashes += 1;
    }
  };
  await Promise.all(Array.from({ length: 4 }, one));
  return hashes / ((performance.now() - startedAt) / 1000);
}

/** Creates accounts for 1,000 residents, all with the same hash. */
async function giveAccounts(databaseUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ email: string }>(
    `INSERT INTO accounts (person_id, email_key, password_hash, password_changed_at, created_at)
     SELECT p.id, 'burst-' || row_number() OVER (ORDER BY p.id) || '@example.jp', $1, now(), now() FROM people p
     WHERE NOT EXISTS (SELECT FROM accounts a WHERE a.person_id = p.id) ORDER BY p.id LIMIT $2
     RETURNING email_key AS email`,
    [await hash(password, argon2id), people],
  );
  await client.end();
  return rows.map(({ email }) => email);
}

async function signIn(origin: string, email: string): Promise<number> {
  const answer = await sendTo({ origin }, peopleEndpoints.signInWithPassword, { body: { email, password } });
  await answer.arrayBuffer();
  return answer.status;
}
