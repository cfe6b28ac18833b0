import { readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { healthEndpoints } from '@kizuna/shared/contracts/health.endpoints';

import { TranscodingReader } from '../../src/modules/transcoding/index.js';
import { AppConfig } from '../../src/platform/config/app-config.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aTranscode } from '../builders/upload.js';
import { startTestApi, type TestApi } from '../support/api.js';
import { FilmBench } from '../support/films.js';
import { hostileCorpus, type HostileFile } from './hostile-corpus.js';

/** Longest time for one file, in milliseconds, on a busy machine. */
const patience = 60_000;
const secret = 'this-text-was-read-outside';

let api: TestApi;
let office: SignedInPerson;
let corpus: HostileFile[];
const bench = new FilmBench();
const calls: string[] = [];
const lure = http.createServer((request, response) => {
  calls.push(request.url ?? '');
  response.end(secret);
});

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  await new Promise<void>((resolve) => lure.listen(0, '127.0.0.1', () => resolve()));
  const marker = path.join(bench.folder, 'marker.txt');
  writeFileSync(marker, secret);
  const origin = `http://127.0.0.1:${(lure.address() as AddressInfo).port}`;
  corpus = hostileCorpus(bench, { origin, marker });
});
afterAll(async () => {
  await api.close();
  lure.close();
  bench.remove();
});

/** Processes whose working folder is one of ours. */
function childrenLeft(): string[] {
  const work = path.join(api.get(AppConfig).dataDir, 'work');
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return readlinkSync(`/proc/${name}/cwd`).startsWith(work);
      } catch {
        return false;
      }
    });
}

describe('a hostile file', () => {
  it('ends in a clear word, in time, and leaves nothing behind', async () => {
    const wrong: string[] = [];
    const dataDir = api.get(AppConfig).dataDir;
    for (const { name, file, sentAs, expected } of corpus) {
      const begun = performance.now();
      const { subjectId, uploadId } = await aTranscode(api, office.personId, file, sentAs ?? name);
      await api.settle();
      const took = performance.now() - begun;
      const view = (await api.get(TranscodingReader).latestOf([subjectId])).get(subjectId);
      const end = view?.state === 'finished' ? 'finished' : (view?.fault ?? `no fault, ${view?.state}`);
      if (!expected.includes(end)) wrong.push(`${name}: ${end}, not ${expected.join(' or ')}`);
      if (took > patience) wrong.push(`${name}: took ${Math.round(took)} ms`);
      if (view?.attempts !== 1) wrong.push(`${name}: ${view?.attempts} attempts`);
      if (readdirSync(path.join(dataDir, 'work')).length > 0) wrong.push(`${name}: left a work folder`);
      if (readdirSync(path.join(dataDir, 'uploads')).includes(uploadId))
        wrong.push(`${name}: left its upload`);
    }
    expect(wrong).toEqual([]);
    expect(corpus.length).toBeGreaterThanOrEqual(40);
  }, 240_000);

  it('called nobody, read nothing outside, and left no process', async () => {
    expect(calls).toEqual([]);
    const blobs = path.join(api.get(AppConfig).dataDir, 'blobs');
    const files = readdirSync(blobs, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const tainted = files.filter((entry) => {
      const bytes = readFileSync(path.join(entry.parentPath, entry.name));
      return bytes.includes(secret) || bytes.includes('<script>') || bytes.includes('root:x:0');
    });
    expect(tainted.map(({ name }) => name)).toEqual([]);
    expect(childrenLeft()).toEqual([]);
    expect((await api.anonymous.call(healthEndpoints.getReadiness)).status).toBe(200);
  });
});
