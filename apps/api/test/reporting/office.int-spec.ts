import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { reportingLedgerEndpoints } from '@kizuna/shared/contracts/reporting.ledger.endpoints';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';

import { aConfirmedLearner, anAppliedLearner, anApplication } from '../builders/application.js';
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
    .of(await aCourse(api))
    .withSeats(3)
    .heldOn('2026-06-10')
    .planned();
  const ready = await aConfirmedLearner(
    api,
    run.courseRunId,
    await aPerson(api).named('青木 一', 'あおき').signedIn(),
  );
  await aConfirmedLearner(api, run.courseRunId, await aPerson(api).named('=cmd|calc', 'いの').signedIn());
  await anAppliedLearner(api, run.courseRunId);
  await api.anonymous.call(enrolmentEndpoints.applyForRun, {
    body: anApplication(run.courseRunId, { name: '補欠 さん' }),
  });
  await api.as(ready.learner).call(learningEndpoints.recordReading, {
    params: { enrolmentId: ready.enrolmentId, lessonId: run.course.materialLessonId },
  });
  api.clock.set('2026-06-10T14:00:00+09:00');
  await api.as(office).call(sessionsEndpoints.recordAttendance, {
    params: { classSessionId: run.classSessionIds[0]!, enrolmentId: ready.enrolmentId },
    body: { status: 'present' },
  });
});
afterAll(() => api.close());

describe('the office', () => {
  it('sees today’s work in numbers', async () => {
    const { body } = await api.as(office).call(reportingEndpoints.getOfficeHome);
    expect(body).toMatchObject({
      today: '2026-06-10',
      applicationsWaiting: 1,
      waitlisted: 1,
      readyToCertify: 1,
    });
    expect(body.comingSessions).toHaveLength(1);
    expect(body.runs[0]).toMatchObject({ capacity: 3, applied: 1, waitlisted: 1, confirmed: 2, started: 1 });
  });

  it('sees everybody of a run on the board with what is missing', async () => {
    const { body } = await api
      .as(office)
      .call(reportingEndpoints.getRunBoard, { params: { courseRunId: run.courseRunId } });
    expect(body.cards).toHaveLength(4);
    expect(body.cards[0]).toMatchObject({ name: '青木 一', complete: true, missing: [], attended: 1 });
    expect(body.cards[1]!.missing).toEqual([
      { kind: 'lessons', left: 1 },
      { kind: 'attendance', left: 1 },
    ]);
  });

  it.each([
    ['the home page', reportingEndpoints.getOfficeHome],
    ['the report of runs', reportingEndpoints.listRunReports],
    ['the list of applications', reportingEndpoints.exportApplications],
    ['the ledger', reportingLedgerEndpoints.exportLedger],
  ])('keeps %s to itself', async (_name, endpoint) => {
    expect((await api.anonymous.call(endpoint)).status).toBe(401);
    expect((await api.as(await aPerson(api).signedIn()).call(endpoint)).status).toBe(404);
    const instructor = await aPerson(api).withRoles('instructor').signedIn();
    expect((await api.as(instructor).call(endpoint)).status).toBe(404);
  });
});

describe('an export', () => {
  it('opens in Excel: BOM, CRLF, no formula, a Japanese name', async () => {
    const answer = await api
      .as(office)
      .call(reportingEndpoints.exportApplications, { query: { courseRunId: run.courseRunId } });
    const text = answer.raw.toString('utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text).toContain("'=cmd|calc");
    expect(text).not.toMatch(/(^|,)=cmd/m);
    expect(String(answer.headers['content-disposition'])).toContain("filename*=UTF-8''");
  });

  it('of the progress names what is missing, and an unknown run is none', async () => {
    expect(
      (
        await api
          .as(office)
          .call(reportingEndpoints.exportProgress, { query: { courseRunId: run.courseRunId } })
      ).raw.toString(),
    ).toContain('要件を満たしています');
    expect((await api.as(office).call(reportingEndpoints.exportProgress)).status).toBe(404);
  });

  it.each([
    ['roster', reportingEndpoints.exportRoster],
    ['ledger', reportingLedgerEndpoints.exportLedger],
  ])('%s has its headings even when it is empty', async (_name, endpoint) => {
    const answer = await api.as(office).call(endpoint, { query: { fiscalYear: 1999 } });
    expect(answer.status).toBe(200);
    expect(answer.raw.toString('utf8')).toContain('氏名');
  });
});
