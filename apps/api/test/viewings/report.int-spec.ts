import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reportingEndpoints } from '@kizuna/shared/contracts/reporting.endpoints';
import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';

import { aConfirmedLearner } from '../builders/application.js';
import { aCourseRun } from '../builders/course-run.js';
import { aLearningCourse, type LearningCourse } from '../builders/learning.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { aViewing } from '../builders/viewing.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
let course: LearningCourse;
let office: SignedInPerson;

beforeAll(async () => {
  api = await startTestApi();
  course = await aLearningCourse(api);
  const run = await aCourseRun(api).of(course).planned();
  office = await aPerson(api).withRoles('office').signedIn();
  const { learner } = await aConfirmedLearner(api, run.courseRunId);
  const first = await aViewing(api, course.videoId, { association: '=SUM(A1)自治会' });
  const second = await aViewing(api, course.videoId);
  const planned = await aViewing(api, course.videoId, { heldOn: '2026-07-01' });
  expect(planned.groupViewingId).toBeDefined();
  api.clock.set('2026-06-10T11:05:00+09:00');
  await api.as(office).call(viewingsEndpoints.enterAttendees, {
    params: { groupViewingId: first.groupViewingId },
    body: { personIds: [learner.personId] },
  });
  await api.as(first.holder).call(viewingsEndpoints.closeViewing, {
    params: { groupViewingId: first.groupViewingId },
    body: { outcome: 'held', othersCount: 19 },
  });
  await api.as(second.holder).call(viewingsEndpoints.closeViewing, {
    params: { groupViewingId: second.groupViewingId },
    body: { outcome: 'interrupted', othersCount: 8 },
  });
});
afterAll(() => api.close());

describe('group viewings in numbers', () => {
  it('counts people of what was held, by district, by 行政自治会 and by film', async () => {
    const { body } = await api.as(office).call(reportingEndpoints.getViewingReport);
    const total = { showings: 1, interrupted: 1, people: 20, credited: 1, notCredited: 19 };
    expect(body).toMatchObject({
      fiscalYear: 2026,
      total,
      byDistrict: [{ label: null, ...total }],
      byFilm: [{ label: '絆プロジェクト(ロングバージョン)', ...total }],
    });
    expect(body.byAssociation).toHaveLength(2);
    const other = await api
      .as(office)
      .call(reportingEndpoints.getViewingReport, { query: { fiscalYear: '2025' } });
    expect(other.body).toMatchObject({ fiscalYear: 2025, total: { showings: 0, people: 0 } });
  });

  it('goes to Excel with a row for each showing, its cells neutral', async () => {
    const answer = await api.as(office).call(reportingEndpoints.exportViewings);
    const lines = answer.raw.toString('utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines.join('\n')).toContain(`'=SUM(A1)自治会`);
    expect(lines.join('\n')).toContain('絆プロジェクト,ロングバージョン,途中まで,20,8,0,0,8');
  });

  it('is the office’s', async () => {
    const instructor = await aPerson(api).withRoles('instructor').signedIn();
    expect((await api.as(instructor).call(reportingEndpoints.getViewingReport)).status).toBe(404);
  });
});
