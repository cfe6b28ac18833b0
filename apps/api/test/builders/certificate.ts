import type { CertificateView } from '@kizuna/shared/contracts/certification';
import type { CertificateBatchView } from '@kizuna/shared/contracts/certification.batches';
import { certificationBatchesEndpoints } from '@kizuna/shared/contracts/certification.batches.endpoints';
import { certificationEndpoints } from '@kizuna/shared/contracts/certification.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';

import { CertificationIssuerService, CertificateBatchWorker } from '../../src/modules/certification/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import type { TestApi } from '../support/api.js';
import { aConfirmedLearner, type BuiltEnrolment } from './application.js';
import { aCourse, aCourseRun, type BuiltRun } from './course-run.js';
import { aPerson, type SignedInPerson } from './person.js';

/** A run whose course asks for nothing but reading, with the words of its certificate. */
export async function aCertifyingRun(api: TestApi): Promise<BuiltRun> {
  const course = await aCourse(api, { trainingDays: 0 });
  const wording = { courseTitle: '入門編', numberLabel: '入門', body: '課程を修了したことを証します。' };
  const issuer = { issuer: '社会福祉協議会', issuerHead: '会長 見本 太郎' };
  await api
    .get(Transactions)
    .run(() => api.get(CertificationIssuerService).provide(course.courseId, wording, issuer));
  return aCourseRun(api).of(course).withSeats(60).planned();
}

/** The result of issuing a batch. */
export interface IssuedBatch {
  batch: CertificateBatchView;
  /** In the order of the roster. */
  issued: CertificateView[];
}

/** Has the job of a batch done at once, and nothing else that waits. */
export function runBatch(api: TestApi, certificateBatchId: string, attempt = 1): Promise<void> {
  const { signal } = new AbortController();
  return api.get(CertificateBatchWorker).issueAll(certificateBatchId, { attempt, signal });
}

/** The office asks for certificates, and the job makes them. */
export async function issueCertificates(
  api: TestApi,
  office: SignedInPerson,
  body: { enrolmentIds: string[]; blankNames?: string[]; issuedOn?: string; language?: string },
  key?: string,
): Promise<IssuedBatch> {
  const headers = key ? { 'idempotency-key': key } : undefined;
  const asked = await api.as(office).call(certificationBatchesEndpoints.issueCertificates, { body, headers });
  if (asked.status !== 202) throw new Error(`not taken: ${asked.status} ${asked.raw.toString()}`);
  await runBatch(api, asked.body.certificateBatchId);
  return batchOf(api, office, asked.body.certificateBatchId);
}

/** A batch as the office sees it, with its certificates. */
export async function batchOf(api: TestApi, office: SignedInPerson, id: string): Promise<IssuedBatch> {
  const { body: batch } = await api
    .as(office)
    .call(certificationBatchesEndpoints.getCertificateBatch, { params: { certificateBatchId: id } });
  const { body: page } = await api.as(office).call(certificationBatchesEndpoints.listBatchItems, {
    params: { certificateBatchId: id },
    query: { limit: '1000' },
  });
  const issued = await Promise.all(
    page.items.map(async (item) => {
      const answer = await api
        .as(office)
        .call(certificationEndpoints.getCertificate, { params: { certificateId: item.certificateId } });
      return answer.body;
    }),
  );
  return { batch, issued };
}

/** Somebody who has read all there is in a certifying run. */
export async function aGraduateOf(
  api: TestApi,
  run: BuiltRun,
  [name, kana]: [name: string, kana?: string],
  whose?: SignedInPerson,
): Promise<BuiltEnrolment> {
  const person = whose ?? (await aPerson(api).named(name, kana).signedIn());
  const built = await aConfirmedLearner(api, run.courseRunId, person);
  await api.as(built.learner).call(learningEndpoints.recordReading, {
    params: { enrolmentId: built.enrolmentId, lessonId: run.course.materialLessonId },
  });
  return built;
}

/** A certificate of somebody who has read all there is, issued through the API. */
export async function aCertificate(
  api: TestApi,
  office: SignedInPerson,
  run: BuiltRun,
  name: [name: string, kana?: string],
  whose?: SignedInPerson,
): Promise<CertificateView> {
  const { enrolmentId } = await aGraduateOf(api, run, name, whose);
  const { issued } = await issueCertificates(api, office, { enrolmentIds: [enrolmentId] });
  return issued[0]!;
}
