import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { findRunning } from '@kizuna/infra/local/supervisor/run-record.ts';
import { inProject } from '@kizuna/infra/local/project.ts';
import {
  startThrowAwayProduct,
  type ThrowAwayProduct,
} from '@kizuna/infra/local/testing/throw-away-product.ts';
import { healthEndpoints } from '@kizuna/shared/contracts/health.endpoints';
import pg from 'pg';
import { waitForAnswer } from '../measuring/child-server.ts';
import type { Measuring } from '../measuring/command.ts';
import { waitForFilms } from '../measuring/quiet-product.ts';
import { cookieOfRole } from '../measuring/signed-in.ts';
import { lengthMs, OfficeUpload, segmentsOf } from './office-upload.ts';
import { Workers } from './workers.ts';

const kills = 4;

/**
 * [worker] A film is uploaded over a bad connection and transcoded by separate worker processes that are killed in the
 * middle, once together with the leash of their ffmpeg: it is finished without help, completely and only once. Workers
 * killed in the middle of a bulk issue are in `issue-killed`.
 */
export default async function worker({ figures }: Measuring): Promise<void> {
  const product = await startThrowAwayProduct({ WORKER: 'none' });
  const workers = new FilmWorkers(product);
  const client = new pg.Client({ connectionString: product.databaseUrl });
  await client.connect();
  // killed database connections of other processes do not concern this program
  client.on('error', () => undefined);
  try {
    const film = readFileSync(inProject('apps', 'api', 'assets', 'film', 'long.mp4'));
    const office = new OfficeUpload(product.origin, await cookieOfRole(product.databaseUrl, 'office'));
    const upload = await office.send(film, 'worker-fault.mp4', 5, (cut) => breakLine(product, cut));
    const stored = readFileSync(path.join(product.dataDir, 'uploads', upload.uploadId));
    figures.exactly('worker.upload-cuts', upload.cuts, 5, 'count');
    figures.exactly('worker.upload-differs', digest(stored) === digest(film) ? 0 : 1, 0, 'count');
    workers.start();
    workers.start();
    // the demo's own films are first in the queue
    await waitForFilms(product.databaseUrl);
    const videoId = await office.giveFilm(upload.uploadId);
    const begun = performance.now();
    const { slowest, left, done } = await killInTheMiddle(workers, client, videoId);
    figures.atLeast('worker.kills', done, kills, 'count');
    figures.exactly('worker.ffmpeg-left-after-kill', left, 0, 'count');
    figures.atMost('worker.taken-up-again', slowest, 60, 's');
    const row = await until(
      () => transcodeOf(client, videoId),
      (found) => found.ended,
      900,
    );
    figures.exactly('worker.finished', row.state === 'finished' ? 1 : 0, 1, 'count');
    figures.atMost('worker.whole-time', (performance.now() - begun) / 1000, 900, 's');
    await checkResult({ figures, product, client, office, videoId, durationMs: lengthMs(upload.file(film)) });
  } finally {
    await client.end().catch(() => undefined);
    await workers.stop();
    await product.stop();
  }
}

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Every second interruption also kills the server; the supervisor restarts it. */
async function breakLine(product: ThrowAwayProduct, cut: number): Promise<void> {
  const app = findRunning(product.dataDir)?.children['app'];
  if (cut % 2 === 0 || !app) return;
  process.kill(app.pid, 'SIGKILL');
  await wait(200);
  await waitForAnswer(product.origin + healthEndpoints.getReadiness.path, 60);
}

/** Kills the busy worker, waits until the film is picked up again, and counts the programs left running. */
async function killInTheMiddle(workers: FilmWorkers, client: pg.Client, videoId: string) {
  let [slowest, left, done] = [0, 0, 0];
  for (; done < kills; done += 1) {
    const before = await until(
      () => transcodeOf(client, videoId),
      (row) => row.ended || (row.state === 'running' && workers.atWork().length > 0 && row.attempts > done),
      120,
    );
    if (before.ended) break;
    await wait(3_000 + 1_000 * done);
    const programs = workers.atWork();
    // the last time the leash dies first: then the kernel ends the program
    workers.killBusy(done === kills - 1 ? programs.filter((one) => one.name === 'sh') : []);
    const died = performance.now();
    await wait(1_500);
    left += workers.atWork().filter(({ pid }) => programs.some((one) => one.pid === pid)).length;
    workers.start();
    await until(
      () => transcodeOf(client, videoId),
      (row) => row.ended || row.attempts > before.attempts,
      120,
    );
    slowest = Math.max(slowest, (performance.now() - died) / 1000);
  }
  return { slowest, left, done };
}

interface Checked {
  figures: Measuring['figures'];
  product: ThrowAwayProduct;
  client: pg.Client;
  office: OfficeUpload;
  videoId: string;
  durationMs: number;
}

async function checkResult(checked: Checked): Promise<void> {
  const { figures, product, client, office, videoId, durationMs } = checked;
  const count = async (text: string) =>
    Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${text}`, [videoId])).rows[0]?.n);
  const { film } = await transcodeOf(client, videoId);
  const folder = path.join(product.dataDir, 'blobs', film?.scope ?? 'none');
  const playlists = (film?.rungs ?? []).map(({ height }) => `hls/${height}p.m3u8`);
  const lengths = [...playlists, 'film.mp4'].map((name) => lengthMs(path.join(folder, name)));
  const worst = Math.max(...lengths.map((length) => Math.abs(length - durationMs)));
  const missing = playlists.flatMap((name) =>
    segmentsOf(path.join(folder, name)).filter((file) => !existsSync(file)),
  );
  figures.exactly('worker.rungs', playlists.length, 3, 'count');
  figures.exactly('worker.segments-missing', missing.length, 0, 'count');
  figures.atMost('worker.length-differs', worst / 1000, 0.5, 's');
  figures.exactly('worker.rows-doubled', (await count('transcodes WHERE subject_id = $1')) - 1, 0, 'count');
  const told = await count(`outbox_events WHERE subject_id = $1 AND type = 'transcoding.finished'`);
  figures.exactly('worker.told', told, 1, 'count');
  await until(
    () => count('videos WHERE id = $1 AND film IS NOT NULL'),
    (found) => found === 1,
    30,
  );
  figures.exactly('worker.shown-to-office', await office.segmentsAnswered(videoId), 0, 'failures');
  await wait(2_000);
  const leftovers = readdirSync(path.join(product.dataDir, 'work')).filter((name) => name !== 'programs');
  figures.exactly('worker.folders-left', leftovers.length, 0, 'count');
  figures.exactly(
    'worker.uploads-left',
    readdirSync(path.join(product.dataDir, 'uploads')).length,
    0,
    'count',
  );
  figures.exactly('worker.programs-left', new FilmWorkers(product).atWork().length, 0, 'count');
}

interface TranscodeRow {
  state: string;
  attempts: number;
  ended: boolean;
  film: { scope: string; rungs: { height: number }[] } | null;
}

async function transcodeOf(client: pg.Client, videoId: string): Promise<TranscodeRow> {
  const { rows } = await client.query<TranscodeRow>(
    `SELECT state, attempts, state IN ('finished', 'failed') AS ended, film FROM transcodes WHERE subject_id = $1
     ORDER BY requested_at DESC LIMIT 1`,
    [videoId],
  );
  return rows[0] ?? { state: 'unknown', attempts: 0, ended: false, film: null };
}

async function until<T>(ask: () => Promise<T>, good: (answer: T) => boolean, seconds: number): Promise<T> {
  for (const end = performance.now() + seconds * 1000; ; await wait(200)) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (performance.now() > end) throw new Error(`no success within ${seconds} s: ${JSON.stringify(answer)}`);
  }
}

/** Worker processes, and the programs that they run. */
class FilmWorkers extends Workers {
  /** Processes in the work folders: shells, nice, ffmpeg. */
  atWork(): { pid: number; name: string; parent: number }[] {
    const work = path.join(this.product.dataDir, 'work');
    return readdirSync('/proc')
      .filter((entry) => /^\d+$/.test(entry))
      .flatMap((entry) => {
        try {
          if (!readlinkSync(`/proc/${entry}/cwd`).startsWith(work)) return [];
          const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
          const name = /\((.*)\)/.exec(stat)?.[1] ?? '';
          const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
          return [{ pid: Number(entry), name, parent }];
        } catch {
          return [];
        }
      });
  }

  /** kill -9 of these processes, then of the worker that has a program running. */
  killBusy(first: { pid: number }[]): void {
    const parents = this.atWork().map(({ parent }) => parent);
    const busy = this.all.filter(({ pid }) => pid !== undefined && parents.includes(pid));
    for (const { pid } of first) process.kill(pid, 'SIGKILL');
    for (const child of busy) child.kill('SIGKILL');
  }
}
