import { existsSync, readFileSync } from 'node:fs';
import { findRunning } from '@kizuna/infra/local/supervisor/run-record.ts';
import {
  startThrowAwayProduct,
  type ThrowAwayProduct,
} from '@kizuna/infra/local/testing/throw-away-product.ts';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { healthEndpoints } from '@kizuna/shared/contracts/health.endpoints';
import pg from 'pg';
import { waitForAnswer } from '../measuring/child-server.ts';
import type { Measuring } from '../measuring/command.ts';
import { applicationOf, planRun, send } from './applicants.ts';

const killings = 60;
/** What is killed in turn: the process that keeps those that serve, one of these, and the database. */
const victims = ['app', 'serving', 'database'] as const;
const processes = 2;

/**
 * [kill] kill -9 in the middle of writes, 60 times: every acknowledged application is stored, and the product recovers.
 */
export default async function kill({ figures, seconds }: Measuring): Promise<void> {
  const product = await startThrowAwayProduct({ WEB_PROCESSES: String(processes) });
  try {
    const runId = await withDatabase(product, (client) => planRun(client, 1_000_000));
    const writers = new Writers(product.origin, runId);
    const worst = { app: 0, serving: 0, database: 0 };
    const rounds = Math.max(victims.length, Math.min(killings, Math.floor(seconds / 4)));
    for (let round = 0; round < rounds; round += 1) {
      const victim = victims[round % victims.length]!;
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 600));
      worst[victim] = Math.max(worst[victim], await msUntilBack(product, victim));
    }
    await writers.stop();
    const missing = await withDatabase(product, (client) => writers.missingIn(client));
    figures.exactly('kill.rounds', rounds, Math.min(killings, rounds), 'count');
    figures.atLeast('kill.acknowledged', writers.acknowledged.length, rounds, 'count');
    figures.exactly('kill.lost', missing.lost, 0, 'count');
    figures.exactly('kill.doubled', missing.doubled, 0, 'count');
    figures.atMost('kill.app-back', worst.app / 1000, 5, 's');
    figures.atMost('kill.serving-back', worst.serving / 1000, 5, 's');
    figures.atMost('kill.postgres-back', worst.database / 1000, 15, 's');
  } finally {
    await product.stop();
  }
}

/** Kills one, and how long until it is replaced and the product answers. */
async function msUntilBack(product: ThrowAwayProduct, victim: (typeof victims)[number]): Promise<number> {
  const killed = await pidOf(product, victim);
  process.kill(killed, 'SIGKILL');
  const started = performance.now();
  // an open connection to a process that is ending would answer once more
  while ((await pidOf(product, victim)) === killed) await new Promise((resolve) => setTimeout(resolve, 20));
  await waitForAnswer(product.origin + healthEndpoints.getReadiness.path, 60);
  return performance.now() - started;
}

/** The process to kill; waits until the supervisor has noted the one that replaced the last. */
async function pidOf(product: ThrowAwayProduct, victim: (typeof victims)[number]): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const found = findRunning(product.dataDir)?.children[victim === 'database' ? victim : 'app'];
    const pid = victim === 'serving' ? found && childrenOf(found.pid).at(-1) : found?.pid;
    if (pid !== undefined && existsSync(`/proc/${pid}`)) return pid;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${victim} is not running`);
}

/** The processes that a process started, oldest first. */
function childrenOf(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  return existsSync(list) ? readFileSync(list, 'utf8').split(' ').filter(Boolean).map(Number) : [];
}

async function withDatabase<T>(
  product: ThrowAwayProduct,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Eight clients that send applications one after the other, repeating unanswered ones under the same key. */
class Writers {
  readonly acknowledged: string[] = [];
  readonly #origin: string;
  readonly #runId: string;
  readonly #done: Promise<void>[];
  #number = 0;
  #running = true;

  constructor(origin: string, runId: string) {
    this.#origin = origin;
    this.#runId = runId;
    this.#done = Array.from({ length: 8 }, () => this.#write());
  }

  async stop(): Promise<void> {
    this.#running = false;
    await Promise.all(this.#done);
  }

  async missingIn(client: pg.Client): Promise<{ lost: number; doubled: number }> {
    const { rows } = await client.query<{ number: string }>(
      'SELECT reception_number AS number FROM applications WHERE course_run_id = $1',
      [this.#runId],
    );
    const stored = new Set(rows.map(({ number }) => number));
    const lost = this.acknowledged.filter((number) => !stored.has(number)).length;
    return { lost, doubled: rows.length - this.#number };
  }

  async #write(): Promise<void> {
    while (this.#running) {
      this.#number += 1;
      this.acknowledged.push(await this.#applyUntilAnswered(this.#number));
    }
  }

  async #applyUntilAnswered(number: number): Promise<string> {
    const idempotencyKey = `kill-test-${number}`;
    for (;;) {
      try {
        const body = applicationOf(this.#runId, number);
        const input = { body, idempotencyKey };
        const answer = await send({ origin: this.#origin }, enrolmentEndpoints.applyForRun, input);
        if (answer.status === 201) return String(answer.body['receptionNumber']);
      } catch {
        // not answered: send the same again
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
