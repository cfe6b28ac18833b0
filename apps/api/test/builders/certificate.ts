import type { CertificateView } from '@kizuna/shared/contracts/certification';

import { IssuerService } from '../../src/modules/certification/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import type { TestApi } from '../support/api.js';
import { aConfirmedLearner } from './application.js';
import { aCourse, aCourseRun, type BuiltRun } from './course-run.js';
import { aPerson, type SignedInPerson } from './person.js';

/** A run whose course asks for nothing but reading, with the words of its certificate. */
export async function aCertifyingRun(api: TestApi): Promise<BuiltRun> {
  const course = await aCourse(api, { trainingDays: 0 });
  const wording = { numberLabel: '入門', body: '課程を修了したことを証します。' };
  const issuer = { issuer: '社会福祉協議会', issuerHead: '会長 見本 太郎' };
  await api.get(Transactions).run((m) => api.get(IssuerService).provide(m, course.courseId, wording, issuer));
  return aCourseRun(api).of(course).withSeats(20).planned();
}

/** A certificate of somebody who has read all there is, issued through the API. */
export async function aCertificate(
  api: TestApi,
  office: SignedInPerson,
  run: BuiltRun,
  [name, kana]: [name: string, kana?: string],
): Promise<CertificateView> {
  const person = await aPerson(api).named(name, kana).signedIn();
  const { enrolmentId, learner } = await aConfirmedLearner(api, run.courseRunId, person);
  await api
    .as(learner)
    .post(`/api/me/enrolments/${enrolmentId}/lessons/${run.course.materialLessonId}/reading`);
  const answer = await api.as(office).post('/api/office/certificates', { enrolmentIds: [enrolmentId] });
  return answer.body.issued[0];
}
