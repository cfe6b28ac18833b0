import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endpoints } from '@kizuna/shared/contracts/endpoints';
import { Client } from 'pg';

import { signInByCard } from './populate/learning.js';
import { redeemOffer } from './populate/papers.js';
import { lostRows } from './dump/lost-rows.js';
import { dumpFiles, startUpgradedApi, type UpgradedApi } from './dump/upgraded-api.js';

/** Tables whose rows a later migration changes on purpose, and why. */
const explained: Record<string, string> = {};

describe.each(dumpFiles())('an installation of %s', (name) => {
  let upgraded: UpgradedApi;
  beforeAll(async () => {
    upgraded = await startUpgradedApi(name, explained);
  });
  afterAll(() => upgraded.api.close());

  const as = (part: string) => upgraded.api.as({ token: upgraded.dump.held.signIns[part]! });
  const idOf = (what: string) => upgraded.dump.held.ids[what]!;

  it('is made by the migrations of then as it was made then', () => {
    expect(upgraded.schemaOfThen).toEqual(upgraded.dump.schema);
  });

  it('keeps every row', () => {
    expect(upgraded.lost).toEqual([]);
  });

  it('would show a row that was changed, and one that came from nowhere', async () => {
    const { api, dump } = upgraded;
    const courses = dump.tables.find((table) => table.name === 'public.courses')!;
    const [first, ...others] = courses.rows;
    const changed = { ...courses, rows: [first!.replace('"slug":"', '"slug":"x'), ...others] };
    const client = new Client({ connectionString: api.databaseUrl });
    await client.connect();
    const lostOf = (table: typeof courses) => lostRows(client, { ...dump, tables: [table] }, {});
    const [lost, more] = [await lostOf(changed), await lostOf({ ...courses, rows: others })];
    await client.end();
    expect([lost.length, lost[0]?.slice(0, 15)]).toEqual([1, 'public.courses:']);
    expect(more).toEqual(['public.courses: 1 rows more than before']);
  });

  it('knows who is signed in, and takes the cards and passwords of then', async () => {
    const { api, dump } = upgraded;
    for (const [part, token] of Object.entries(dump.held.signIns)) {
      const { status } = await api.as({ token }).get('/api/me/profile');
      expect([part, status]).toEqual([part, 200]);
    }
    const { card, password, passwordReset } = dump.held;
    for (const cardNumber of [card.number, card.address])
      await signInByCard(api, { cardNumber, secret: card.secret });
    const typed = await api.anonymous.post('/api/sign-in/password', password);
    expect(typed.status).toBe(200);
    const reset = { ...passwordReset, newPassword: 'あたらしい月の光' };
    const completed = await api.anonymous.post('/api/password-resets/completion', reset);
    expect(completed.status).toBe(200);
  });

  it('answers what was sent before in the same way, and does nothing twice', async () => {
    const { api, dump } = upgraded;
    const count = () => api.rows('SELECT count(*) FROM idempotency_keys');
    const before = await count();
    // a record from paper is shown with the id of its newest version; the line is what stays
    const lineOf = async (ids: Record<string, unknown>) => {
      const { paperRecordId } = ids;
      if (paperRecordId === undefined) return ids;
      const lines = await api.rows('SELECT line_id FROM paper_records WHERE id = $1', [paperRecordId]);
      expect(lines).toHaveLength(1);
      return { ...ids, paperRecordId: lines[0]!['line_id'] as string };
    };
    for (const { what, token, path, body, key, status, answer } of dump.held.answers) {
      const client = token ? api.as({ token }) : api.anonymous;
      const again = await client.post(path, body, { 'idempotency-key': key });
      const ids = [await lineOf(idsIn(again.body)), await lineOf(idsIn(answer))];
      expect({ what, status: again.status, ids: ids[0] }).toEqual({ what, status, ids: ids[1] });
    }
    expect(await count()).toEqual(before);
  });

  it('goes on with an attempt, a form, a registration, an upload and a wallet that were begun', async () => {
    const { held } = upgraded.dump;
    const submission = `/api/me/attempts/${held.openAttemptId}/submission`;
    const graded = await as('learner').post(submission, {
      answers: held.openAttemptQuestions.map((questionKey) => ({
        questionKey,
        choiceKeys: questionKey === 'multiple' ? ['a', 'c'] : ['a'],
      })),
    });
    expect(graded.body).toMatchObject({ state: 'submitted', scorePercent: 100, passed: true });
    await submitDraft(upgraded);
    const registered = await as('registering').post('/api/me/supporter/registration');
    expect(registered).toMatchObject({ status: 201, body: { state: 'applied' } });
    await finishUpload(upgraded);
    expect(await redeemOffer(upgraded.api, held.walletOffer)).toMatchObject({ token_type: 'Bearer' });
  });

  it('shows whatever it holds', async () => {
    const failed: string[] = [];
    const shown = new Set<string>();
    const files = new Set<string>();
    for (const { path, url } of await readableAddresses(upgraded)) {
      if (files.has(path)) continue;
      const { status, body, headers } = await as('admin').get(url);
      if (status === 200) shown.add(path);
      // One file of a kind is enough: they take long to make, and their words are not checked
      if (status === 200 && !String(headers['content-type']).includes('json')) files.add(path);
      if (status === 400 || status >= 500) failed.push(`${status} ${url} ${JSON.stringify(body)}`);
    }
    expect(failed).toEqual([]);
    expect(shown.size).toBeGreaterThan(30);
  }, 180_000);

  it('tells every fact that waited, and does every job', async () => {
    const { api } = upgraded;
    const waiting = await api.rows(
      `SELECT DISTINCT type FROM outbox_events WHERE dispatched_at IS NULL AND available_at <= $1`,
      [api.clock.now()],
    );
    expect(waiting.length).toBeGreaterThan(25);
    await api.settle();
    expect(
      await api.rows(
        `SELECT type, last_error FROM outbox_events WHERE dispatched_at IS NULL OR last_error IS NOT NULL`,
      ),
    ).toEqual([]);
    expect(await api.rows(`SELECT name, state, output FROM pgboss.job WHERE state <> 'completed'`)).toEqual(
      [],
    );
    const batch = await as('office').get(`/api/office/certificate-batches/${idOf('waitingBatch')}`);
    expect(batch.body).toMatchObject({ total: 1, issued: 1, refused: 0 });
    for (const film of ['waitingFilm', 'finishedFilm']) {
      const view = await as('office').get(`/api/office/videos/${idOf(film)}`);
      expect(view.body.film).not.toBeNull();
    }
    const material = await as('office').get(`/api/office/materials/${idOf('waitingMaterial')}`);
    expect(material.body.newest).toMatchObject({ state: 'finished', pageCount: 1 });
    expect(await api.rows(`SELECT 1 FROM notifications WHERE channel = 'mail' AND state = 'queued'`)).toEqual(
      [],
    );
  }, 180_000);

  it('has a ledger whose chain is whole', async () => {
    const { body } = await as('office').get('/api/office/ledger');
    expect(body).toMatchObject({ brokenAt: null, differing: 0 });
  });
});

/** The ids, numbers and codes in an answer: what else it says may have moved on since. */
function idsIn(answer: unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries((answer ?? {}) as Record<string, unknown>).filter(
      ([field, value]) => /(Id|^number|Number|Code)$/.test(field) && typeof value === 'string',
    ),
  );
}

async function submitDraft({ api, dump }: UpgradedApi): Promise<void> {
  const sent = await api.anonymous.send({
    method: 'POST',
    url: '/api/application-draft/submission',
    headers: { cookie: `kizuna_draft=${dump.held.draft}` },
    payload: { consent: true },
  });
  expect(sent).toMatchObject({ status: 201, body: { name: '下書 はな', status: 'applied' } });
}

async function finishUpload({ api, dump }: UpgradedApi): Promise<void> {
  const { signIns, uploadInProgress } = dump.held;
  const { uploadId, receivedBytes, sizeBytes } = uploadInProgress;
  const office = api.as({ token: signIns['office']! });
  const sent = await office.send({
    method: 'PATCH',
    url: `/api/uploads/${uploadId}`,
    headers: {
      'tus-resumable': '1.0.0',
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(receivedBytes),
    },
    payload: Buffer.alloc(sizeBytes - receivedBytes, 7),
  });
  expect(sent.status).toBe(204);
  expect((await office.get(`/api/uploads/${uploadId}`)).body).toMatchObject({ state: 'complete' });
}

/** Tables whose ids an address may name, by the parameter. */
const tableOf: Record<string, string> = {
  personId: 'people',
  courseRunId: 'course_runs',
  courseId: 'courses',
  applicationId: 'applications',
  classSessionId: 'class_sessions',
  certificateId: 'certificates',
  certificateBatchId: 'certificate_batches',
  paperRecordId: 'paper_records',
  templateId: 'certificate_templates',
  notificationId: 'notifications',
  supporterId: 'supporters',
  supporterPairId: 'supporter_pairs',
  supporterMeetingId: 'supporter_meetings',
  groupViewingId: 'group_viewings',
  videoId: 'videos',
  materialId: 'materials',
  achievementId: 'courses',
};

/** Sends the stored files of certificates, of which a dump has only two. */
const stored = /\/(file|print)$/;

/** Every address that is read by staff or by everybody, with the ids of everything that is stored. */
async function readableAddresses({ api }: UpgradedApi): Promise<{ path: string; url: string }[]> {
  const addresses: { path: string; url: string }[] = [];
  for (const { endpoint } of endpoints) {
    const { method, path } = endpoint;
    const [parameter, ...others] = [...path.matchAll(/:(\w+)/g)].map(([, word]) => word!);
    if (method !== 'GET' || others.length > 0 || path.includes('*') || stored.test(path)) continue;
    if (parameter === undefined) addresses.push({ path, url: path });
    const table = tableOf[parameter ?? ''];
    if (table === undefined) continue;
    const rows = await api.rows<{ id: string }>(`SELECT id FROM ${table} ORDER BY id`);
    addresses.push(...rows.map(({ id }) => ({ path, url: path.replace(/:\w+/, id) })));
  }
  return addresses;
}
