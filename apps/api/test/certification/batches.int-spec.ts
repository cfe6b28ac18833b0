import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PDFiumLibrary } from '@hyzyla/pdfium';

import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { ledgerEndpoints } from '@kizuna/shared/contracts/ledger.endpoints';
import { verificationEndpoints } from '@kizuna/shared/contracts/verification.endpoints';

import { BlobStore } from '../../src/platform/storage/index.js';
import { aConfirmedLearner } from '../builders/application.js';
import {
  aCertifyingRun,
  aGraduateOf,
  batchOf,
  issueCertificates,
  runBatch,
} from '../builders/certificate.js';
import type { BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let colleague: SignedInPerson;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).named('事務 一子').withRoles('office').signedIn();
  colleague = await aPerson(api).withRoles('office').signedIn();
});
afterAll(() => api.close());
afterEach(() => {
  jest.restoreAllMocks();
});

const kana = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ';

/** So many people of a run who have done all there is, by reading. */
async function graduates(run: BuiltRun, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const reading = `${kana[i % kana.length]}${kana[Math.floor(i / kana.length)]} テスト`;
    ids.push((await aGraduateOf(api, run, [`試験 ${String(i + 1).padStart(3, '0')}`, reading])).enrolmentId);
  }
  return ids;
}

const ask = (
  enrolmentIds: string[],
  options: { key?: string; as?: SignedInPerson; issuedOn?: string } = {},
) =>
  api.as(options.as ?? office).call(certificationBatchesEndpoints.issueCertificates, {
    body: { enrolmentIds, ...(options.issuedOn ? { issuedOn: options.issuedOn } : {}) },
    headers: options.key ? { 'idempotency-key': options.key } : {},
  });

/** What the ledger has of a run: its serials in the order of the roster, and the counter. */
async function ledgerOf(run: BuiltRun) {
  const rows = await api.rows<{ serial: number; enrolmentId: string }>(
    `SELECT serial, enrolment_id AS "enrolmentId" FROM certificates WHERE course_run_id = $1 ORDER BY serial`,
    [run.courseRunId],
  );
  const [counter] = await api.rows('SELECT last_serial FROM certificate_counters WHERE course_id = $1', [
    run.course.courseId,
  ]);
  return { rows, serials: rows.map(({ serial }) => serial), last: counter?.['last_serial'] ?? 0 };
}
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The store of files fails at the nth file, once or from then on. */
function breakStore(at: number, once = true): void {
  const store = api.get(BlobStore);
  const put = store.put.bind(store);
  let files = 0;
  jest.spyOn(store, 'put').mockImplementation(async (key, content) => {
    files += 1;
    if (files === at || (!once && files > at)) throw new Error('the disk is full');
    return put(key, content);
  });
}

describe('a batch', () => {
  it('is taken at once, made by the job in the order of the roster, and says how far it is', async () => {
    const run = await aCertifyingRun(api);
    const ids = await graduates(run, 23);
    const asked = await ask(ids.toReversed(), { issuedOn: '2026-06-09' });
    expect(asked.status).toBe(202);
    expect(asked.body).toMatchObject({ total: 23, issued: 0, refused: 0, finishedAt: null });
    expect(asked.body).toMatchObject({ askedBy: '事務 一子', issuedOn: '2026-06-09' });
    expect((await ledgerOf(run)).rows).toEqual([]);

    await api.settle();
    const { batch, issued } = await batchOf(api, office, asked.body.certificateBatchId);
    expect(batch).toMatchObject({ total: 23, issued: 23, refused: 0, refusals: [] });
    expect(batch.finishedAt).not.toBeNull();
    expect(issued.map(({ serial }) => serial)).toEqual(upTo(23));
    expect(issued.map(({ enrolmentId }) => enrolmentId)).toEqual(ids);
    expect(issued[0]).toMatchObject({ issuedOn: '2026-06-09', name: '試験 001' });
    const list = await api.as(office).call(certificationBatchesEndpoints.listCertificateBatches, {
      params: { courseRunId: run.courseRunId },
    });
    expect(list.body.items).toMatchObject([{ certificateBatchId: batch.certificateBatchId, issued: 23 }]);
    const [record] = await api.rows(
      `SELECT actor_id FROM audit_log WHERE action = 'certificate.issued' AND subject_id = $1`,
      [issued[0]!.certificateId],
    );
    expect(record).toEqual({ actor_id: office.personId });
  });

  it('is one where the request is repeated, and another request under its key is refused', async () => {
    const run = await aCertifyingRun(api);
    const [first, second] = await graduates(run, 2);
    const answers = [await ask([first!], { key: 'repeated-1' }), await ask([first!], { key: 'repeated-1' })];
    expect(answers.map(({ status }) => status)).toEqual([202, 202]);
    expect(answers[1]!.body.certificateBatchId).toBe(answers[0]!.body.certificateBatchId);
    const other = await ask([second!], { key: 'repeated-1' });
    expect(other).toMatchObject({ status: 409, body: { code: 'platform.idempotency_conflict' } });
  });

  it('is of one run, of people who take part in it, and of a thousand at most', async () => {
    const [one, other] = [await aCertifyingRun(api), await aCertifyingRun(api)];
    const [a] = await graduates(one, 1);
    const [b] = await graduates(other, 1);
    const unknown = '01890000-0000-7000-8000-000000000000';
    expect(await ask([a!, b!])).toMatchObject({ status: 400, body: { code: 'certification.several_runs' } });
    expect(await ask([a!, unknown])).toMatchObject({
      status: 409,
      body: { code: 'certification.not_taking_part' },
    });
    expect((await ask([])).body).toMatchObject({ issues: [{ code: 'certification.nobody_chosen' }] });
    const many = Array.from({ length: 1001 }, () => unknown);
    expect((await ask(many)).body).toMatchObject({ issues: [{ code: 'certification.too_many_chosen' }] });
    const { getCertificateBatch, listBatchItems, printCertificateBatch } = certificationBatchesEndpoints;
    const params = { certificateBatchId: unknown };
    for (const endpoint of [getCertificateBatch, listBatchItems, printCertificateBatch])
      expect((await api.as(office).attempt(endpoint, { params })).status).toBe(404);
  });

  it('decides when it issues: who left meanwhile or is not ready is named with the reason', async () => {
    const run = await aCertifyingRun(api);
    const [stays, leaves] = await graduates(run, 2);
    const unready = await aConfirmedLearner(api, run.courseRunId);
    const { body } = await ask([stays!, leaves!, unready.enrolmentId]);
    await api.write(`UPDATE enrolments SET status = 'withdrawn' WHERE id = $1`, [leaves]);
    await runBatch(api, body.certificateBatchId);
    const { batch } = await batchOf(api, office, body.certificateBatchId);
    expect(batch).toMatchObject({ issued: 1, refused: 2 });
    const reasons = new Map(batch.refusals.map((one) => [one.enrolmentId as string, one.code]));
    expect(reasons.get(leaves!)).toBe('certification.not_taking_part');
    expect(reasons.get(unready.enrolmentId)).toBe('certification.not_complete');
    expect(batch.refusals.find((one) => one.enrolmentId === leaves)).toMatchObject({ name: '試験 002' });
  });
});

describe('pressing twice', () => {
  it('issues once: a hundred requests of two people, with the same key and with others, all at once', async () => {
    const run = await aCertifyingRun(api);
    const ids = await graduates(run, 8);
    api.mailbox.received.length = 0;
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, i) =>
        ask(i % 3 ? ids : ids.toReversed(), { key: `press-${i % 8}-key`, as: i % 2 ? office : colleague }),
      ),
    );
    const batches = [...new Set(answers.flatMap(({ body }) => body.certificateBatchId ?? []))];
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 409]));
    await Promise.all([...batches, ...batches].map((id) => runBatch(api, id)));
    const { serials, last } = await ledgerOf(run);
    expect(serials).toEqual(upTo(8));
    expect(last).toBe(8);
    const seen = await Promise.all(batches.map((id) => batchOf(api, office, id)));
    expect(seen.reduce((sum, { batch }) => sum + batch.issued, 0)).toBe(8);
    const refusals = seen.flatMap(({ batch }) => batch.refusals);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['certification.already_issued']));
    await api.settle();
    const told = await api.rows(
      `SELECT person_id FROM notifications WHERE kind = 'certificate_issued' AND person_id IN
         (SELECT person_id FROM enrolments WHERE id = ANY($1::uuid[]))`,
      [ids],
    );
    expect(told).toHaveLength(8);
    expect(new Set(told.map((row) => row['person_id'])).size).toBe(8);
  });

  it('issues for two courses at once, whichever is asked first', async () => {
    const runs = [await aCertifyingRun(api), await aCertifyingRun(api)];
    const ids = await Promise.all(runs.map((run) => graduates(run, 6)));
    const lists = [0, 1, 2].flatMap((part) => ids.map((list) => list.slice(part * 2, part * 2 + 2)));
    const batches = await Promise.all(lists.map((list) => ask(list)));
    await Promise.all(batches.map(({ body }) => runBatch(api, body.certificateBatchId)));
    for (const run of runs) expect((await ledgerOf(run)).serials).toEqual(upTo(6));
  });
});

describe('a batch that is cut off in the middle', () => {
  it('goes on behind the last certificate, without a gap and without a double', async () => {
    const run = await aCertifyingRun(api);
    const ids = await graduates(run, 50);
    const { body } = await ask(ids);
    const stop = new AbortController();
    const store = api.get(BlobStore);
    const put = store.put.bind(store);
    let files = 0;
    jest.spyOn(store, 'put').mockImplementation(async (key, content) => {
      files += 1;
      // The process is told to end while the second twenty are made, and their transaction fails
      if (files > 25) stop.abort();
      if (files > 25) throw new Error('the process ends');
      return put(key, content);
    });
    const { CertificateBatchWorker } = await import('../../src/modules/certification/index.js');
    const worker = api.get(CertificateBatchWorker);
    const cut = worker.issueAll(body.certificateBatchId, { attempt: 1, signal: stop.signal });
    await expect(cut).rejects.toThrow();
    const between = await batchOf(api, office, body.certificateBatchId);
    expect(between.batch.finishedAt).toBeNull();
    expect(between.batch.issued).toBeGreaterThanOrEqual(20);
    expect(between.batch.issued).toBeLessThan(50);
    expect((await ledgerOf(run)).serials).toEqual(upTo(between.batch.issued));

    jest.restoreAllMocks();
    await api.settle();
    const { rows, serials, last } = await ledgerOf(run);
    expect([serials, last]).toEqual([upTo(50), 50]);
    expect(new Set(rows.map(({ enrolmentId }) => enrolmentId)).size).toBe(50);
    expect((await batchOf(api, office, body.certificateBatchId)).batch).toMatchObject({
      issued: 50,
      refused: 0,
    });
    expect((await api.as(office).call(ledgerEndpoints.checkLedger)).body).toMatchObject({
      brokenAt: null,
      differing: 0,
    });
  });

  it('makes the others’ where one cannot be made, tries that one again, and in the end says so', async () => {
    const run = await aCertifyingRun(api);
    const { body } = await ask(await graduates(run, 5));
    const id = body.certificateBatchId;
    breakStore(3, false);
    await expect(runBatch(api, id)).rejects.toThrow('the disk is full');
    expect((await batchOf(api, office, id)).batch).toMatchObject({ issued: 0, finishedAt: null });
    jest.restoreAllMocks();
    breakStore(2);
    await runBatch(api, id);
    expect((await ledgerOf(run)).serials).toEqual(upTo(5));

    const hopeless = await ask(await graduates(await aCertifyingRun(api), 1));
    breakStore(1, false);
    await runBatch(api, hopeless.body.certificateBatchId, 24);
    const { batch } = await batchOf(api, office, hopeless.body.certificateBatchId);
    expect(batch).toMatchObject({ issued: 0, refused: 1, refusals: [{ code: 'certification.not_made' }] });
    expect(batch.finishedAt).not.toBeNull();
  });
});

describe('a name for the brush', () => {
  it('is left out of the paper and kept in the ledger, where the office ticks it', async () => {
    const run = await aCertifyingRun(api);
    const rare = '渡邉\u{e0105} 勇';
    const { enrolmentId } = await aGraduateOf(api, run, [rare, 'ワタナベ イサム']);
    const other = await aGraduateOf(api, run, ['青木 花', 'アオキ ハナ']);
    const enrolmentIds = [enrolmentId, other.enrolmentId];
    const refused = await issueCertificates(api, office, { enrolmentIds: [enrolmentId] });
    expect(refused.batch.refusals).toMatchObject([{ code: 'certification.glyph_missing', name: rare }]);
    const sample = await api
      .as(office)
      .call(certificationEndpoints.previewCertificate, { body: { enrolmentId, nameLeftBlank: true } });
    expect(sample.status).toBe(200);

    const { batch, issued } = await issueCertificates(api, office, {
      enrolmentIds,
      blankNames: [enrolmentId],
    });
    expect(issued.map(({ name, nameLeftBlank }) => [name, nameLeftBlank])).toEqual([
      ['青木 花', false],
      [rare, true],
    ]);
    const pile = await api.as(office).call(certificationBatchesEndpoints.printCertificateBatch, {
      params: { certificateBatchId: batch.certificateBatchId },
    });
    const pages = await pagesOf(pile.raw);
    expect(pages).toHaveLength(2);
    expect(pages[0]).toContain('青木 花');
    expect(pages[1]).toContain(issued[1]!.number);
    expect(pages[1]).toContain('殿');
    expect(pages[1]).not.toContain('勇');
    expect(
      (
        await api.anonymous.call(verificationEndpoints.verifyByCode, {
          params: { publicCode: issued[1]!.verifyCode },
        })
      ).body.name,
    ).toBe(rare);
    const copy = await api.as(office).call(certificationEndpoints.reissueCertificate, {
      params: { certificateId: issued[1]!.certificateId },
      body: { reason: 'damaged', name: rare },
    });
    expect(copy.body).toMatchObject({ copy: 2, name: rare, nameLeftBlank: true });
  });
});

/** The words on each page. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return pages;
}
