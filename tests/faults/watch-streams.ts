import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@kizuna/infra/local/supervisor/ports.ts';
import { removeCluster } from '@kizuna/infra/local/postgres/place.ts';
import { startPostgres } from '@kizuna/infra/local/postgres/start-postgres.ts';
import pg from 'pg';
import type { Measuring } from '../measuring/command.ts';
import { enrolViewers, viewerId, type Viewer } from '../measuring/viewers.ts';
import {
  common,
  forgedPlan,
  honestPlan,
  lengthOf,
  union,
  type Arrival,
  type Plan,
  type Ranges,
} from './watch-plans.ts';

const mostStreams = 10_000;
/** Streams per second of the time given to the program. */
const streamsPerSecond = 100;
const inFlight = 32;
/** The tolerance promised by the rule (docs/adr/0011), repeated here on purpose. */
const slackMs = 2_500;
const greatestSpeed = 2;
const start = Date.parse('2026-06-10T09:00:00+09:00');

/**
 * [watch-streams] Watch reports that are lost, duplicated, reordered, a day late, forged, too large, negative, of other
 * people or from the future: 10^4 people, half of them honest, against the real API over HTTP and PostgreSQL. The
 * program controls the API's clock, so that a day passes in a moment.
 */
export default async function watchStreams({ figures, seconds }: Measuring): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'kizuna-streams-'));
  const postgres = await startPostgres({ directory, durable: false });
  try {
    const count = Math.max(200, Math.min(mostStreams, Math.floor(seconds * streamsPerSecond)));
    const result = await tellAll(postgres.url, directory, count);
    figures.atLeast('watch-streams.streams', count, Math.min(count, mostStreams), 'count');
    figures.exactly('watch-streams.unearned', result.unearnedMs, 0, 'ms');
    figures.atLeast('watch-streams.honest-credited', result.creditedPart, 0.99, 'ratio');
    figures.exactly('watch-streams.honest-not-exact', result.notExact, 0, 'count');
    figures.exactly('watch-streams.forgeries-answered-5xx', result.broken, 0, 'count');
    figures.exactly('watch-streams.honest-refused', result.honestRefused, 0, 'count');
  } finally {
    await postgres.stop();
    removeCluster(directory);
    rmSync(directory, { recursive: true, force: true });
  }
}

async function tellAll(databaseUrl: string, dataDir: string, count: number): Promise<Verdict> {
  const [{ migrate, seed }, { createApi }, { FixedClock }, { loadConfig }] = await Promise.all([
    import('@kizuna/api/database-commands'),
    import('@kizuna/api/app'),
    import('@kizuna/api/platform/clock/fixed-clock'),
    import('@kizuna/api/platform/config/app-config'),
  ]);
  const port = await freePort();
  const publicOrigin = `http://127.0.0.1:${port}`;
  await migrate(databaseUrl);
  await seed(databaseUrl, 'empty', { dataDir, publicOrigin });
  const config = loadConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PUBLIC_ORIGIN: publicOrigin,
    LOG_LEVEL: 'silent',
  });
  const clock = new FixedClock(new Date(start).toISOString());
  const app = await createApi({ config, clock });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await app.listen(port, '127.0.0.1');
    const { viewers, durationMs } = await enrolViewers(client, count, new Date(start));
    const plans = viewers.map(({ number }) =>
      number % 2 === 0 ? honestPlan(number, durationMs) : forgedPlan(number, durationMs),
    );
    const teller = new Teller(publicOrigin, viewers);
    for (const [second, arrivals] of bySecond(plans)) {
      clock.set(new Date(start + second * 1_000).toISOString());
      await teller.tell(arrivals);
    }
    return await judge(client, plans, teller);
  } finally {
    await client.end();
    await app.close();
  }
}

function bySecond(plans: readonly Plan[]): [number, Arrival[]][] {
  const seconds = new Map<number, Arrival[]>();
  for (const arrival of plans.flatMap((plan) => plan.arrivals)) {
    const together = seconds.get(arrival.second) ?? [];
    together.push(arrival);
    seconds.set(arrival.second, together);
  }
  return [...seconds].toSorted((a, b) => a[0] - b[0]);
}

/** Sends what arrives, and remembers how long each player was open by the API's clock. */
class Teller {
  /** For each viewer, the spans from a player's opening to its last accepted report, in milliseconds. */
  readonly open = new Map<number, Map<number, [number, number]>>();
  broken = 0;
  honestRefused = 0;
  readonly #origin: string;
  readonly #viewers: Map<number, Viewer>;
  readonly #playbacks = new Map<string, string>();

  constructor(origin: string, viewers: readonly Viewer[]) {
    this.#origin = origin;
    this.#viewers = new Map(viewers.map((viewer) => [viewer.number, viewer]));
  }

  /** Everything of one second: players are opened first, the rest in any order. */
  async tell(arrivals: readonly Arrival[]): Promise<void> {
    for (const kind of ['open', 'report'] as const) {
      const waiting = arrivals.filter((arrival) => arrival.kind === kind);
      let next = 0;
      const work = async () => {
        while (next < waiting.length) await this.#send(waiting[next++]!);
      };
      await Promise.all(Array.from({ length: Math.min(inFlight, waiting.length) }, work));
    }
  }

  async #send(arrival: Arrival): Promise<void> {
    const viewer = this.#viewers.get(arrival.viewer)!;
    const honest = arrival.viewer % 2 === 0;
    const spans = this.open.get(viewer.number) ?? new Map<number, [number, number]>();
    this.open.set(viewer.number, spans);
    const at = arrival.second * 1_000;
    if (arrival.kind === 'open') {
      const { status, body } = await this.#post(
        viewer,
        viewer.path.replace('watch-reports', 'playbacks'),
        {},
      );
      if (status !== 200) throw new Error(`opening a player failed: ${status} ${JSON.stringify(body)}`);
      this.#playbacks.set(`${viewer.number} ${arrival.player}`, String(body['playbackId']));
      spans.set(arrival.player, [at, at]);
      return;
    }
    const owner = 'foreign' in arrival ? arrival.viewer + 1 : arrival.viewer;
    const player = 'foreign' in arrival ? 0 : arrival.player;
    const playbackId = this.#playbacks.get(`${owner} ${player}`) ?? viewerId('playback', viewer.number);
    const { status } = await this.#post(viewer, viewer.path, { playbackId, ...arrival.body });
    if (status >= 500) this.broken += 1;
    if (honest && status !== 200) this.honestRefused += 1;
    const span = spans.get(arrival.player);
    if (status === 200 && span) span[1] = Math.max(span[1], at);
  }

  async #post(viewer: Viewer, address: string, body: object) {
    const answer = await fetch(`${this.#origin}${address}`, {
      method: 'POST',
      headers: { cookie: viewer.cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text ? JSON.parse(text) : {}) as Record<string, unknown> };
  }
}

interface Verdict {
  /** Film credited beyond real time × maximum speed, or that nobody claimed or played, in milliseconds. */
  unearnedMs: number;
  creditedPart: number;
  /** Number of honest people whose record differs, by even a millisecond, from what they played. */
  notExact: number;
  broken: number;
  honestRefused: number;
}

async function judge(client: pg.Client, plans: readonly Plan[], teller: Teller): Promise<Verdict> {
  const { rows } = await client.query<{ person: string; ranges: string }>(
    'SELECT person_id AS person, ranges::text FROM watched_ranges',
  );
  const stored = new Map(rows.map(({ person, ranges }) => [person, rangesOf(ranges)]));
  let [unearnedMs, playedMs, creditedMs, notExact] = [0, 0, 0, 0];
  for (const [index, plan] of plans.entries()) {
    const number = index + 1;
    const ranges = stored.get(viewerId('person', number)) ?? [];
    const credited = lengthOf(ranges);
    const spans = [...(teller.open.get(number)?.values() ?? [])];
    const bound = (lengthOf(union(spans)) + slackMs) * greatestSpeed;
    const right = lengthOf(common(ranges, plan.truth));
    unearnedMs += Math.max(0, credited - bound) + (credited - right);
    if (!plan.honest) continue;
    playedMs += lengthOf(plan.truth);
    creditedMs += right;
    if (JSON.stringify(ranges) !== JSON.stringify(plan.truth)) notExact += 1;
  }
  return {
    unearnedMs,
    creditedPart: creditedMs / playedMs,
    notExact,
    broken: teller.broken,
    honestRefused: teller.honestRefused,
  };
}

function rangesOf(text: string): Ranges {
  return [...text.matchAll(/\[(\d+),(\d+)\)/g)].map(([, from, to]) => [Number(from), Number(to)]);
}
