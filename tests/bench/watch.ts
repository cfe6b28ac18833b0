import type { ThrowAwayProduct } from '@kizuna/infra/local/testing/throw-away-product.ts';
import autocannon from 'autocannon';
import pg from 'pg';
import type { Measuring } from '../measuring/command.ts';
import { noteCpu, sumOfCpu, withCpu, type CpuUse } from '../measuring/cpu-time.ts';
import { startQuietProduct } from '../measuring/quiet-product.ts';
import { sendLoad } from '../measuring/load.ts';
import { signedInLearners } from '../measuring/signed-in.ts';
import { statementRate, type Script } from '../measuring/statement-rate.ts';
import { lessonId, openViewers, sqlId, type Viewer } from '../measuring/viewers.ts';

/** Number of people watching at once; each reports every 15 seconds. */
const viewerCount = 10_000;
const reportsPerSecond = 667;
const browsingPerSecond = 100;
/** The route and the statement are measured in alternation, so that a busy moment of the machine affects both. */
const rounds = 3;
/** As many as the API's connections to the database. */
const databaseClients = 10;

/**
 * [watch] Reports of watched ranges: compared with the same statement run by PostgreSQL alone, and with 10,000 viewers
 * while people browse, for thirty times `seconds` (five minutes unless shortened).
 */
export default async function watch({ figures, seconds }: Measuring): Promise<void> {
  const product = await startQuietProduct({ SEED: 'large' });
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  try {
    // the second half is for the baseline, whose writes are not reports of anybody
    const { viewers, durationMs, openedAt } = await openViewers(client, viewerCount * 2);
    const audience = new Audience(viewers.slice(0, viewerCount), durationMs, openedAt);
    await audience.send(product.origin, { connections: 8, seconds: 2 });
    const { route, statement, routeErrors, cpu, answers } = await inTurn(product, audience, seconds);

    const sustained = seconds * 30;
    const pages = await browsedPages(product.origin, product.databaseUrl);
    const [reports, browsing] = await Promise.all([
      audience.send(product.origin, { connections: 64, seconds: sustained, rate: reportsPerSecond }),
      sendLoad({
        origin: product.origin,
        requests: pages,
        connections: 16,
        seconds: sustained,
        rate: browsingPerSecond,
      }),
    ]);
    await audience.finish(product.origin);
    const wrong = await audience.wrongRows(client);
    figures.atLeast('watch.of-statement', route / statement, 0.4, 'ratio', statement);
    noteCpu(figures, 'watch', cpu, answers);
    figures.atLeast('watch.reports', reports.perSecond, reportsPerSecond * 0.98, '1/s');
    figures.atMost('watch.p99', reports.p99, 150, 'ms');
    figures.exactly('watch.errors', routeErrors + reports.errors + browsing.errors, 0, 'count');
    figures.atLeast('watch.browsing', browsing.perSecond, browsingPerSecond * 0.98, '1/s');
    figures.exactly('watch.rows-wrong', wrong, 0, 'count');
  } finally {
    await client.end();
    await product.stop();
  }
}

/** Requests per second of the route, and of its statement alone, over the same number of rounds. */
async function inTurn(product: ThrowAwayProduct, audience: Audience, seconds: number) {
  const script = await creditScript();
  const sum = { route: 0, statement: 0, routeErrors: 0, answers: 0 };
  const used: (CpuUse | null)[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const part = Math.max(1, Math.round(seconds / rounds));
    const { result, cpu } = await withCpu(product, () =>
      audience.send(product.origin, { connections: 32, seconds: part }),
    );
    sum.route += result.perSecond / rounds;
    sum.routeErrors += result.errors;
    sum.answers += result.answers;
    used.push(cpu);
    const options = { databaseUrl: product.databaseUrl, clients: databaseClients, seconds: part };
    sum.statement += (await statementRate(script, options)) / rounds;
  }
  return { ...sum, cpu: sumOfCpu(used) };
}

/** People who watch at normal speed from somewhere in the film, starting when their players were opened. */
class Audience {
  readonly #viewers: (Viewer & { from: number; sequence: number; to: number })[];
  readonly #openedAt: number;
  readonly #lastMs: number;

  constructor(viewers: readonly Viewer[], durationMs: number, openedAt: Date) {
    this.#viewers = viewers.map((viewer) => {
      const from = Math.floor(((viewer.number % 100) / 100) * durationMs * 0.2);
      return { ...viewer, from, sequence: -1, to: from };
    });
    this.#openedAt = openedAt.getTime();
    // below the threshold of 99 %: the processing of a finished film is not measured here
    this.#lastMs = Math.floor(durationMs * 0.98);
  }

  /** Sends everybody's reports in turn over several connections. Latencies in milliseconds. */
  async send(origin: string, load: { connections: number; seconds: number; rate?: number }) {
    let next = 0;
    const result = await autocannon({
      url: origin,
      connections: load.connections,
      duration: load.seconds,
      ...(load.rate ? { overallRate: load.rate } : {}),
      requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, ...this.#report(next++) }) }],
    });
    return {
      answers: result.requests.total,
      perSecond: result.requests.total / result.duration,
      p99: result.latency.p99,
      errors: result.non2xx + result.errors + result.timeouts,
    };
  }

  /** A final report for everybody, definitely answered: requests still open when the load ended do not count. */
  async finish(origin: string): Promise<void> {
    let next = 0;
    const work = async () => {
      while (next < this.#viewers.length) {
        const { path, headers, body } = this.#report(next++);
        const answer = await fetch(`${origin}${path}`, { method: 'POST', headers, body });
        if (answer.status !== 200) throw new Error(`${path} → ${answer.status}`);
        await answer.arrayBuffer();
      }
    };
    await Promise.all(Array.from({ length: 16 }, work));
  }

  /** Number of accounts and playbacks that differ, by even a millisecond, from the last report. */
  async wrongRows(client: pg.Client): Promise<number> {
    const { rows } = await client.query<Record<'id' | 'ranges' | 'played' | 'position' | 'last', string>>(
      `SELECT p.id, w.ranges::text, p.played::text, w.resume_ms::text AS position, p.last_sequence::text AS last
       FROM playbacks p JOIN watched_ranges w USING (person_id, video_id) WHERE p.lesson_id = $1`,
      [lessonId],
    );
    const stored = new Map(rows.map((row) => [row.id, row]));
    return this.#viewers.filter(({ playbackId, from, to, sequence }) => {
      const row = stored.get(playbackId);
      const ranges = `{[${from},${to})}`;
      const right = row?.ranges === ranges && row.played === ranges && row.position === String(to);
      return !right || row.last !== String(sequence);
    }).length;
  }

  #report(turn: number) {
    const viewer = this.#viewers[turn % this.#viewers.length]!;
    viewer.sequence += 1;
    viewer.to = Math.min(this.#lastMs, viewer.from + Math.max(1, Date.now() - this.#openedAt));
    const body = JSON.stringify({
      playbackId: viewer.playbackId,
      sequence: viewer.sequence,
      playedRanges: [[viewer.from, viewer.to]],
      positionMs: viewer.to,
      replayedRanges: [],
      failedReports: 0,
    });
    return {
      path: viewer.path,
      headers: { cookie: viewer.cookie, 'content-type': 'application/json' },
      body,
    };
  }
}

/** The statement of the report route with the values of a viewer computed from its number. */
async function creditScript(): Promise<Script> {
  const { creditStatement } = await import('@kizuna/api/modules/video/watching/watch.repository');
  const number = `:viewer + ${viewerCount}`;
  return {
    statement: creditStatement,
    viewers: viewerCount,
    parameters: [
      sqlId('playback', number),
      sqlId('person', number),
      sqlId('enrolment', number),
      `'${lessonId}'::uuid`,
      ':dice',
      `('{[' || :viewer % 80000 || ',' || :viewer % 80000 + :dice / 10000 || ')}')`,
      ':dice / 10000',
      'now()',
      `'{}'`,
      '0',
    ],
  };
}

async function browsedPages(origin: string, databaseUrl: string) {
  const requests: { path: string; headers?: Record<string, string> }[] = [
    { path: '/' },
    { path: '/courses' },
  ];
  for (const { cookie, enrolmentId } of await signedInLearners(databaseUrl, 16)) {
    requests.push({ path: '/my', headers: { cookie } });
    requests.push({ path: `/my/courses/${enrolmentId}`, headers: { cookie } });
  }
  return requests;
}
