import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, readFile, rm, stat, symlink } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import { uploadsEndpoints } from '@kizuna/shared/contracts/uploads.endpoints';

import { createApi } from '../../src/app.js';
import { AppConfig } from '../../src/platform/config/app-config.js';
import { Transactions } from '../../src/platform/database/index.js';
import { Uploads, type TakenUpload } from '../../src/platform/uploads/index.js';
import { UploadHousekeeping } from '../../src/platform/uploads/upload.housekeeping.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestResponse, requestTo } from '../support/api.js';
import { tusRequest, uploadMetadata, type TusAnswer } from '../support/tus.js';

let api: TestApi;
let office: SignedInPerson;
let other: SignedInPerson;
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  other = await aPerson(api).withRoles('office').signedIn();
});
afterAll(() => api.close());

const tus = { 'tus-resumable': '1.0.0' };
const bytesType = { ...tus, 'content-type': 'application/offset+octet-stream' };

function create(
  sizeBytes: number,
  name = '映像.mp4',
  purpose = 'film',
  headers: Record<string, string> = {},
): Promise<TestResponse> {
  return api.as(office).send({
    ...requestTo(uploadsEndpoints.createUpload),
    headers: {
      ...tus,
      'upload-length': String(sizeBytes),
      'upload-metadata': uploadMetadata(name, purpose),
      ...headers,
    },
  });
}

const patch = (url: string, offset: number, body: Buffer, who = office) =>
  api.as(who).send({
    method: 'PATCH',
    url,
    headers: { ...bytesType, 'upload-offset': String(offset) },
    payload: body,
  });

const uploadPath = (uploadId: string) => pathOf(uploadsEndpoints.getUpload, { uploadId });
const idOf = (location: unknown) => String(location).split('/').at(-1)!;
const take = (
  who: SignedInPerson,
  id: string,
  purpose: 'film' | 'material' = 'film',
): Promise<TakenUpload> => {
  const actor = { kind: 'person', personId: who.personId, roles: ['office'], signInId: '' } as const;
  return api.get(Transactions).run(() => api.get(Uploads).take({ ...actor, roles: ['office'] }, id, purpose));
};

describe('an upload', () => {
  it('is created, sent in parts, seen and taken once', async () => {
    const bytes = randomBytes(100_000);
    const created = await create(bytes.length);
    expect(created.status).toBe(201);
    const url = String(created.headers['location']);
    expect(url).toMatch(/^\/api\/uploads\/[0-9a-f-]{36}$/);
    expect((await patch(url, 0, bytes.subarray(0, 40_000))).headers['upload-offset']).toBe('40000');
    await expect(take(office, idOf(url))).rejects.toMatchObject({ code: 'uploads.not_complete' });
    const head = await api.as(office).send({ method: 'HEAD', url, headers: tus });
    expect(head.headers).toMatchObject({ 'upload-offset': '40000', 'upload-length': '100000' });
    expect((await patch(url, 40_000, bytes.subarray(40_000))).status).toBe(204);
    const { body } = await api.as(office).get(url);
    expect(body).toMatchObject({
      state: 'complete',
      receivedBytes: 100_000,
      fileName: '映像.mp4',
      purpose: 'film',
    });
    await expect(take(office, idOf(url), 'material')).rejects.toMatchObject({ code: 'platform.not_found' });
    await expect(take(other, idOf(url))).rejects.toMatchObject({ code: 'platform.not_found' });
    const taken = await take(office, idOf(url));
    expect(sha256(await readFile(taken.path))).toBe(sha256(bytes));
    await expect(take(office, idOf(url))).rejects.toMatchObject({ code: 'platform.not_found' });
    await api.get(Uploads).discard(taken.uploadId);
    expect(existsSync(taken.path)).toBe(false);
    expect((await api.as(office).get(url)).status).toBe(404);
  });

  it('comes with its first bytes in one request', async () => {
    const bytes = randomBytes(5_000);
    const created = await api.as(office).send({
      ...requestTo(uploadsEndpoints.createUpload),
      headers: {
        ...bytesType,
        'upload-length': '5000',
        'upload-metadata': uploadMetadata('a.pdf', 'material'),
      },
      payload: bytes,
    });
    expect([created.status, created.headers['upload-offset']]).toEqual([201, '5000']);
    const taken = await take(office, idOf(created.headers['location']), 'material');
    expect(sha256(await readFile(taken.path))).toBe(sha256(bytes));
  });

  it('is nobody else’s', async () => {
    const url = String((await create(10)).headers['location']);
    const answers = await Promise.all([
      api.as(other).get(url),
      api.as(other).send({ method: 'HEAD', url, headers: tus }),
      patch(url, 0, Buffer.alloc(10), other),
      api.as(other).send({ method: 'DELETE', url, headers: tus }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await api.as(office).get(url)).body.receivedBytes).toBe(0);
    const learner = await aPerson(api).signedIn();
    expect(
      (await api.as(learner).send({ ...requestTo(uploadsEndpoints.createUpload), headers: tus })).status,
    ).toBe(404);
    expect((await api.as(office).send({ method: 'DELETE', url, headers: tus })).status).toBe(204);
    expect((await api.as(office).get(url)).status).toBe(404);
  });

  it('is refused with the error body of every other route', async () => {
    const url = String((await create(10)).headers['location']);
    const cases: [TestResponse, number, string][] = [
      [await create(4 * 1024 ** 3 + 1), 413, 'uploads.too_large'],
      [await create(50 * 1024 ** 2 + 1, 'a.pdf', 'material'), 413, 'uploads.too_large'],
      [await create(0), 400, 'uploads.empty'],
      [await create(10, 'a.mp4', 'virus'), 400, 'platform.invalid_input'],
      [await create(10, `${'長'.repeat(300)}.mp4`), 400, 'platform.invalid_input'],
      [await create(10, 'a\u202e4pm.exe'), 400, 'platform.invalid_input'],
      [await create(10, ''), 400, 'platform.invalid_input'],
      [await create(10, 'a.mp4', 'film', { 'upload-metadata': '???' }), 400, 'platform.invalid_input'],
      [await create(10, 'a.mp4', 'film', { origin: 'https://evil.example' }), 403, 'platform.cross_site'],
      [await patch(url, 5, Buffer.alloc(5)), 409, 'uploads.offset_conflict'],
      [await patch(url, 0, Buffer.alloc(11)), 413, 'uploads.too_large'],
      [
        await patch(uploadPath('01890000-0000-7000-8000-000000000000'), 0, Buffer.alloc(1)),
        404,
        'platform.not_found',
      ],
      [await patch(uploadPath('../../etc'), 0, Buffer.alloc(1)), 400, 'platform.invalid_input'],
    ];
    for (const [answer, status, code] of cases) {
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.body.requestId).toBeTruthy();
    }
  });

  it('says so when the disk is full, and goes on when there is room', async () => {
    const url = String((await create(1_000)).headers['location']);
    const file = path.join(api.get(AppConfig).dataDir, 'uploads', idOf(url));
    await rm(file);
    // a file that takes no byte: every write answers ENOSPC
    await symlink('/dev/full', file);
    const full = await patch(url, 0, Buffer.alloc(1_000, 1));
    expect([full.status, full.body.code]).toEqual([503, 'uploads.storage_full']);
    await expect(take(office, idOf(url))).rejects.toMatchObject({ code: 'uploads.not_complete' });
    await rm(file);
    await (await open(file, 'wx')).close();
    expect((await patch(url, 0, Buffer.alloc(1_000, 1))).status).toBe(204);
    expect((await api.as(office).get(url)).body.state).toBe('complete');
  });

  it('keeps the last part of a path as its name', async () => {
    const url = String((await create(10, '../../etc/passwd')).headers['location']);
    expect((await api.as(office).get(url)).body.fileName).toBe('passwd');
  });

  it('is deleted when nobody finishes it', async () => {
    const url = String((await create(10)).headers['location']);
    const used = String((await create(1)).headers['location']);
    await patch(used, 0, Buffer.from('x'));
    await take(office, idOf(used));
    api.clock.advance(8 * 24 * 3_600_000);
    try {
      await api.get(UploadHousekeeping).deleteExpired();
      const left = await api.rows(`SELECT id FROM uploads WHERE id = ANY($1::uuid[])`, [
        [idOf(url), idOf(used)],
      ]);
      expect(left).toEqual([{ id: idOf(used) }]);
      expect(existsSync(path.join(api.get(AppConfig).dataDir, 'uploads', idOf(url)))).toBe(false);
    } finally {
      api.clock.advance(-8 * 24 * 3_600_000);
    }
  });
});

describe('an upload over a bad line', () => {
  const servers: NestFastifyApplication[] = [];
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  async function listen(): Promise<{ server: NestFastifyApplication; origin: string }> {
    const server = await createApi({ config: api.get(AppConfig), clock: api.clock });
    servers.push(server);
    await server.listen(0, '127.0.0.1');
    const { port } = server.getHttpServer().address() as AddressInfo;
    return { server, origin: `http://127.0.0.1:${port}` };
  }

  const sent = async (answer: Promise<TusAnswer | 'cut'>) => {
    const got = await answer;
    if (got === 'cut') throw new Error('cut');
    return got;
  };

  it('that is cut five times, with servers that come and go, arrives byte for byte', async () => {
    const bytes = randomBytes(6_000_000);
    let { server, origin } = await listen();
    const { token } = office;
    const created = await sent(
      tusRequest(origin, 'POST', uploadsEndpoints.createUpload.path, {
        token,
        headers: {
          'upload-length': String(bytes.length),
          'upload-metadata': uploadMetadata('長い映像.mp4', 'film'),
        },
      }),
    );
    const url = String(created.headers['location']);
    const offset = async () =>
      Number((await sent(tusRequest(origin, 'HEAD', url, { token }))).headers['upload-offset']);
    for (let cut = 0; cut < 5; cut += 1) {
      const from = await offset();
      const rest = bytes.subarray(from);
      const headers = { 'upload-offset': String(from) };
      const answer = await tusRequest(origin, 'PATCH', url, {
        token,
        headers,
        body: rest,
        cutAfter: 900_000,
      });
      expect(answer).toBe('cut');
      if (cut % 2 === 1) {
        await server.close();
        ({ server, origin } = await listen());
      }
      // what had arrived is kept
      expect(await offset()).toBeGreaterThan(from);
    }
    const from = await offset();
    const last = await sent(
      tusRequest(origin, 'PATCH', url, {
        token,
        headers: { 'upload-offset': String(from) },
        body: bytes.subarray(from),
      }),
    );
    expect(last.status).toBe(204);
    expect(sha256(await readFile((await take(office, idOf(url))).path))).toBe(sha256(bytes));
  });

  it('is sent by one at a time, over all processes', async () => {
    const bytes = randomBytes(3_000_000);
    const [one, two] = [await listen(), await listen()];
    const { token } = office;
    const url = String((await create(bytes.length)).headers['location']);
    const answers = await Promise.all(
      [one, two, one, two].map(({ origin }) =>
        tusRequest(origin, 'PATCH', url, { token, headers: { 'upload-offset': '0' }, body: bytes }),
      ),
    );
    const statuses = answers.map((answer) => (answer === 'cut' ? 0 : answer.status)).sort();
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    const taken = await take(office, idOf(url));
    expect((await stat(taken.path)).size).toBe(bytes.length);
    expect(sha256(await readFile(taken.path))).toBe(sha256(bytes));
  });

  it('is never called complete where bytes are missing on the disk', async () => {
    const url = String((await create(1_000)).headers['location']);
    await patch(url, 0, Buffer.alloc(1_000, 1));
    const file = await open(path.join(api.get(AppConfig).dataDir, 'uploads', idOf(url)), 'r+');
    await file.truncate(400);
    await file.close();
    await expect(take(office, idOf(url))).rejects.toMatchObject({ code: 'uploads.not_complete' });
  });
});
