import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

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
  await api.anonymous.post('/api/applications', anApplication(run.courseRunId, { name: '補欠 さん' }));
  const lesson = `/api/me/enrolments/${ready.enrolmentId}/lessons/${run.course.materialLessonId}`;
  await api.as(ready.learner).post(`${lesson}/reading`);
  api.clock.set('2026-06-10T14:00:00+09:00');
  const day = `/api/class-sessions/${run.classSessionIds[0]}/attendance/${ready.enrolmentId}`;
  await api.as(office).put(day, { status: 'present' });
});
afterAll(() => api.close());

describe('the office', () => {
  it('sees today’s work in numbers', async () => {
    const { body } = await api.as(office).get('/api/office/home');
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
    const { body } = await api.as(office).get(`/api/office/reports/course-runs/${run.courseRunId}/board`);
    expect(body.cards).toHaveLength(4);
    expect(body.cards[0]).toMatchObject({ name: '青木 一', complete: true, missing: [], attended: 1 });
    expect(body.cards[1].missing).toEqual([
      { kind: 'lessons', left: 1 },
      { kind: 'attendance', left: 1 },
    ]);
  });

  it.each(['home', 'reports/course-runs', 'exports/applications.csv', 'exports/ledger.csv'])(
    'keeps %s to itself',
    async (path) => {
      const url = `/api/office/${path}`;
      expect((await api.anonymous.get(url)).status).toBe(401);
      expect((await api.as(await aPerson(api).signedIn()).get(url)).status).toBe(404);
      expect((await api.as(await aPerson(api).withRoles('instructor').signedIn()).get(url)).status).toBe(404);
    },
  );
});

describe('an export', () => {
  it('opens in Excel: BOM, CRLF, no formula, a Japanese name', async () => {
    const url = `/api/office/exports/applications.csv?courseRunId=${run.courseRunId}`;
    const answer = await api.as(office).get(url);
    const text = answer.raw.toString('utf8');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.split('\r\n')).toHaveLength(6);
    expect(text).toContain("'=cmd|calc");
    expect(text).not.toMatch(/(^|,)=cmd/m);
    expect(String(answer.headers['content-disposition'])).toContain("filename*=UTF-8''");
  });

  it('of the progress names what is missing, and an unknown run is none', async () => {
    const url = '/api/office/exports/progress.csv';
    expect((await api.as(office).get(`${url}?courseRunId=${run.courseRunId}`)).raw.toString()).toContain(
      '要件を満たしています',
    );
    expect((await api.as(office).get(url)).status).toBe(404);
  });

  it.each(['roster', 'ledger'])('%s has its headings even when it is empty', async (kind) => {
    const answer = await api.as(office).get(`/api/office/exports/${kind}.csv?fiscalYear=1999`);
    expect(answer.status).toBe(200);
    expect(answer.raw.toString('utf8')).toContain('氏名');
  });
});
