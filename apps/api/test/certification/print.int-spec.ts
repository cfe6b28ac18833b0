import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PDFiumLibrary } from '@hyzyla/pdfium';

import { IssuerService } from '../../src/modules/certification/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import { aConfirmedLearner } from '../builders/application.js';
import { aCourse, aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let run: BuiltRun;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  run = await aCourseRun(api)
    .of(await aCourse(api, { trainingDays: 0 }))
    .withSeats(10)
    .planned();
  const wording = { numberLabel: '入門', body: '課程を修了したことを証します。' };
  const issuer = { issuer: '社会福祉協議会', issuerHead: '会長 見本 太郎' };
  await api
    .get(Transactions)
    .run((m) => api.get(IssuerService).provide(m, run.course.courseId, wording, issuer));
});
afterAll(() => api.close());

const print = (as = office) =>
  api.as(as).get(`/api/office/course-runs/${run.courseRunId}/certificates/print`);

/** Issues to somebody who has read all there is. @returns the certificate's id */
async function aCertified(name: string, kana: string): Promise<string> {
  const person = await aPerson(api).named(name, kana).signedIn();
  const { enrolmentId, learner } = await aConfirmedLearner(api, run.courseRunId, person);
  await api
    .as(learner)
    .post(`/api/me/enrolments/${enrolmentId}/lessons/${run.course.materialLessonId}/reading`);
  const answer = await api.as(office).post('/api/office/certificates', { enrolmentIds: [enrolmentId] });
  return answer.body.issued[0].certificateId;
}

/** The words on each page, as a reader other than the one that wrote them finds them. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages = [...document.pages()].map((page) => page.getText());
  document.destroy();
  library.destroy();
  return pages;
}

describe('all certificates of a run as one PDF', () => {
  it('says that there is nothing to print before the first is issued', async () => {
    const answer = await print();
    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe('certification.nothing_to_print');
  });

  it('has a page each in the order of the roster, without those that were revoked, names as registered', async () => {
    await aCertified('辻󠄀 一', 'ワツジ ハジメ');
    const revoked = await aCertified('中村 次郎', 'ナカムラ ジロウ');
    await aCertified('𠮷田 髙子', 'ヨシダ タカコ');
    await aCertified('青木 花', 'アオキ ハナ');
    await api.as(office).post(`/api/office/certificates/${revoked}/revocation`, { reason: '誤り' });

    const answer = await print();
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('application/pdf');
    const pages = await pagesOf(answer.raw);
    const names = ['青木 花', '𠮷田 髙子', '辻󠄀 一'];
    expect(pages).toHaveLength(names.length);
    for (const [i, name] of names.entries()) expect(pages[i]).toContain(name);
  });

  it('is not for a learner, and not for a run that does not exist', async () => {
    expect((await print(await aPerson(api).signedIn())).status).toBe(404);
    const unknown = '01890000-0000-7000-8000-000000000000';
    const answer = await api.as(office).get(`/api/office/course-runs/${unknown}/certificates/print`);
    expect(answer.status).toBe(404);
  });
});
