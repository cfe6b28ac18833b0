import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { getPriority } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import type { PreparedFilm } from '../../src/modules/transcoding/index.js';
import { VideoCatalogueService } from '../../src/modules/video/index.js';
import { AppConfig } from '../../src/platform/config/app-config.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aFilmFolder } from '../builders/film.js';
import { aPerson } from '../builders/person.js';
import { aTranscode } from '../builders/upload.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { FilmBench } from '../support/films.js';

const program = path.join(import.meta.dirname, '../../dist/worker.js');

let api: TestApi;
const bench = new FilmBench();
const workers: ChildProcess[] = [];

beforeAll(async () => {
  api = await startTestApi();
});
afterAll(async () => {
  for (const worker of workers) worker.kill('SIGKILL');
  await api.close();
  bench.remove();
});

function startWorker(): ChildProcess {
  const { databaseUrl, dataDir } = api.get(AppConfig);
  const worker = spawn(process.execPath, [program], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: databaseUrl,
      DATA_DIR: dataDir,
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOG_LEVEL: 'silent',
      NODE_ENV: 'test',
    },
    stdio: 'ignore',
  });
  workers.push(worker);
  return worker;
}

/** The programs at work in the folder of a transcode. */
function atWork(transcodeId: string): number[] {
  return processesIn(path.join(api.get(AppConfig).dataDir, 'work', transcodeId));
}

function processesIn(folder: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`) === folder;
      } catch {
        return false;
      }
    })
    .map(Number);
}

async function until(what: () => Promise<boolean> | boolean, seconds: number): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await wait(50)) if (await what()) return;
  throw new Error(`waited ${seconds} s in vain: ${String(what)}`);
}

/** The process that runs `sleep` in a folder, if it has got that far. */
function sleeperIn(folder: string): number | undefined {
  return processesIn(folder).find((pid) => readFileSync(`/proc/${pid}/comm`, 'utf8') === 'sleep\n');
}

/** It leaves the processor to the product: niced itself, and its session where the kernel schedules by session. */
function expectBackground(pid: number): void {
  const bySession = existsSync('/proc/self/autogroup');
  expect(getPriority(pid)).toBe(Math.min(19, getPriority() + 10));
  if (bySession) expect(readFileSync(`/proc/${pid}/autogroup`, 'utf8')).toMatch(/ nice 5$/m);
}

/** A film of two seconds, taken in from a folder as those of this project are. */
async function aFilmOfAFolder(): Promise<string> {
  const folder = await aFilmFolder({ durationMs: 2_000 });
  copyFileSync(bench.film('two.mp4', { seconds: 2 }), path.join(folder, 'long.mp4'));
  const films = await api.get(Transactions).run(() => api.get(VideoCatalogueService).importFolder(folder));
  await rm(folder, { recursive: true });
  return films.get('kizuna-long')!;
}

describe('a worker that is killed in the middle of a film', () => {
  it.each([[true], [false]])(
    'takes a program with it that says nothing (kernel helps: %s)',
    async (pdeathsig) => {
      const child = path.join(import.meta.dirname, '../../dist/modules/transcoding/transcoding.child.js');
      const run = {
        program: 'sleep',
        args: ['100'],
        cwd: bench.folder,
        timeoutMs: 100_000,
        memoryKib: 4_000_000,
      };
      const script = `const { runChild } = await import(${JSON.stringify(child)});
      await runChild({ ...${JSON.stringify(run)}, pdeathsig: ${pdeathsig}, signal: new AbortController().signal });`;
      const worker = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
      workers.push(worker);
      await until(() => sleeperIn(bench.folder) !== undefined, 20);
      expect(processesIn(bench.folder)).toHaveLength(3);
      expectBackground(sleeperIn(bench.folder)!);
      worker.kill('SIGKILL');
      await until(() => processesIn(bench.folder).length === 0, 5);
    },
  );

  it('leaves no program behind, and others finish its film from where it was, and every film once', async () => {
    const { personId } = await aPerson(api).withRoles('office').signedIn();
    const source = bench.film('long-enough.mp4', { size: '1280x720', seconds: 20 });
    const { transcodeId, subjectId } = await aTranscode(api, personId, source);
    const row = async () => (await api.rows('SELECT * FROM transcodes WHERE id = $1', [transcodeId]))[0]!;
    const folder = path.join(api.get(AppConfig).dataDir, 'work', transcodeId);
    const videoId = await aFilmOfAFolder();
    const first = startWorker();
    const rung = path.join(folder, 'rung-360p.mp4');
    await until(() => existsSync(rung) && atWork(transcodeId).length > 0, 120);
    const { ino } = statSync(rung);
    first.kill('SIGKILL');
    await until(() => atWork(transcodeId).length === 0, 5);
    expect((await row())['state']).toBe('running');
    // the heartbeat is what is waited for otherwise: make it old
    await api.write(`UPDATE pgboss.job SET heartbeat_on = now() - interval '1 hour' WHERE state = 'active'`);
    startWorker();
    startWorker();
    await until(async () => (await row())['attempts'] === 2, 40);
    expect(statSync(rung).ino).toBe(ino);
    await until(async () => (await row())['state'] === 'finished', 90);
    const { film } = (await row()) as { film: PreparedFilm };
    const blob = (name: string) => path.join(api.get(AppConfig).dataDir, 'blobs', film.scope, name);
    for (const name of ['hls/360p.m3u8', 'hls/540p.m3u8', 'hls/720p.m3u8', 'film.mp4']) {
      expect(Math.abs(bench.lengthOf(blob(name)) - 20_000)).toBeLessThan(500);
    }
    const shown = async () =>
      (await api.rows('SELECT film FROM videos WHERE id = $1', [videoId]))[0]!['film'];
    await until(async () => (await shown()).hls !== null, 60);
    for (const id of [subjectId, videoId]) {
      const events = await api.rows('SELECT type FROM outbox_events WHERE subject_id = $1', [id]);
      expect(events).toEqual([{ type: 'transcoding.finished' }]);
    }
    expect(await api.rows('SELECT attempts FROM transcodes WHERE subject_id = $1', [videoId])).toEqual([
      { attempts: 1 },
    ]);
    await until(() => !existsSync(folder), 5);
    expect(atWork(transcodeId)).toEqual([]);
  }, 240_000);
});
