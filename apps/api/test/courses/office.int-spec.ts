import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';

import { anApplication } from '../builders/application.js';
import { aCourse, aCourseRun, type BuiltCourse } from '../builders/course-run.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestClient } from '../support/api.js';

let api: TestApi;
let office: TestClient;
let staff: SignedInPerson;
let course: BuiltCourse;
beforeAll(async () => {
  api = await startTestApi();
  staff = await aPerson(api).withRoles('office').signedIn();
  office = api.as(staff);
  course = await aCourse(api, { trainingDays: 2 });
});
afterAll(() => api.close());

function aPlan(change: Record<string, unknown> = {}) {
  return {
    courseId: course.courseId,
    name: '令和8年度 第1回',
    opensAt: '2026-06-01T09:00:00+09:00',
    closesAt: '2026-06-30T17:00:00+09:00',
    capacity: 20,
    status: 'published',
    ...change,
  };
}
const aDay = (change: Record<string, unknown> = {}) => ({
  lessonId: course.trainingDayLessonIds[0],
  heldOn: '2026-07-02',
  startTime: '13:30',
  endTime: '15:30',
  hall: '古河福祉の森会館',
  hallAddress: '古河市新久田271-1',
  ...change,
});

describe('the office plans a run', () => {
  it('once, however often the button is pressed', async () => {
    const key = { 'idempotency-key': 'plan-run-0001' };
    const [first, second] = await Promise.all([
      office.call(coursesEndpoints.planCourseRun, { body: aPlan(), headers: key }),
      office.call(coursesEndpoints.planCourseRun, { body: aPlan(), headers: key }),
    ]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.courseRunId).toBe(first.body.courseRunId);
    const other = await office.call(coursesEndpoints.planCourseRun, {
      body: aPlan({ capacity: 21 }),
      headers: key,
    });
    expect(other.body.code).toBe('platform.idempotency_conflict');
    const audit = await api.rows('SELECT action, actor_id FROM audit_log WHERE subject_id = $1', [
      first.body.courseRunId,
    ]);
    expect(audit).toEqual([{ action: 'course_run.planned', actor_id: staff.personId }]);
  });

  it('with training days, which decide its fiscal year', async () => {
    const { body: run } = await office.call(coursesEndpoints.planCourseRun, { body: aPlan() });
    expect(run.fiscalYear).toBe(2026);
    const added = await office.call(coursesEndpoints.addClassSession, {
      params: { courseRunId: run.courseRunId },
      body: aDay({ heldOn: '2027-04-01' }),
    });
    expect(added.status).toBe(201);
    expect(added.body.fiscalYear).toBe(2027);
    expect(added.body.classSessions[0]).toMatchObject({
      startsAt: '2027-04-01T04:30:00.000Z',
      cancelled: false,
    });
    const moved = await office.call(coursesEndpoints.changeClassSession, {
      params: { classSessionId: added.body.classSessions[0]!.classSessionId },
      body: aDay({ heldOn: '2027-03-31', note: '会場が変わりました' }),
    });
    expect(moved.body).toMatchObject({ fiscalYear: 2026, classSessions: [{ note: '会場が変わりました' }] });
    expect(
      (
        await office.call(coursesEndpoints.addClassSession, {
          params: { courseRunId: run.courseRunId },
          body: aDay({ lessonId: course.materialLessonId }),
        })
      ).body,
    ).toMatchObject({
      code: 'platform.invalid_input',
      field: 'lessonId',
    });
  });

  it('whose day keeps its lesson once it has come', async () => {
    const run = await aCourseRun(api).of(course).heldOn('2026-06-10').planned();
    const other = aDay({ heldOn: '2026-06-10', lessonId: course.trainingDayLessonIds[1] });
    expect(
      (
        await office.call(coursesEndpoints.changeClassSession, {
          params: { classSessionId: run.classSessionIds[0]! },
          body: other,
        })
      ).body.code,
    ).toBe('courses.session_has_attendance');
    expect(
      (
        await office.call(coursesEndpoints.changeClassSession, {
          params: { classSessionId: run.classSessionIds[0]! },
          body: aDay({ heldOn: '2026-06-10', hall: '三和農村環境改善センター' }),
        })
      ).status,
    ).toBe(200);
  });

  it.each([
    [
      'a window that ends before it opens',
      { closesAt: '2026-05-01T00:00:00+09:00' },
      'courses.window_invalid',
    ],
    ['no seat at all', { capacity: 0 }, 'courses.capacity_invalid'],
    ['no name', { name: ' ' }, 'courses.name_required'],
  ])('but not with %s', async (_, change, code) => {
    const { status, body } = await office.call(coursesEndpoints.planCourseRun, { body: aPlan(change) });
    expect([status, body.issues[0]!.code]).toEqual([400, code]);
  });

  it('and never with fewer seats than are taken', async () => {
    const { body: run } = await office.call(coursesEndpoints.planCourseRun, { body: aPlan({ capacity: 2 }) });
    for (let i = 0; i < 2; i += 1)
      await api.anonymous.call(enrolmentEndpoints.applyForRun, { body: anApplication(run.courseRunId) });
    const refused = await office.call(coursesEndpoints.changeCourseRun, {
      params: { courseRunId: run.courseRunId },
      body: aPlan({ capacity: 1 }),
    });
    expect([refused.status, refused.body.code]).toEqual([422, 'courses.capacity_below_taken']);
    expect(
      (
        await office.call(coursesEndpoints.changeCourseRun, {
          params: { courseRunId: run.courseRunId },
          body: aPlan({ capacity: 2, name: '改' }),
        })
      ).body,
    ).toMatchObject({
      name: '改',
      taken: 2,
    });
  });

  it('with instructors who exist', async () => {
    const teacher = await aPerson(api).withRoles('instructor').recorded();
    const plan = aPlan({ instructorIds: [teacher.personId] });
    const { body } = await office.call(coursesEndpoints.planCourseRun, { body: plan });
    expect(body.instructors).toEqual([{ personId: teacher.personId, name: teacher.name }]);
    const unknown = aPlan({ instructorIds: ['01890000-0000-7000-8000-000000000000'] });
    expect((await office.call(coursesEndpoints.planCourseRun, { body: unknown })).body.field).toBe(
      'instructorIds',
    );
  });

  it('and finds it page by page', async () => {
    for (let i = 0; i < 3; i += 1) {
      await office.call(coursesEndpoints.planCourseRun, {
        body: aPlan({ name: `探す回 ${i}`, closesAt: '2026-09-30T00:00:00Z' }),
      });
    }
    const names: string[] = [];
    let cursor = '';
    do {
      const query = { q: '探す', limit: 2, cursor };
      const { body } = await office.call(coursesEndpoints.listOfficeCourseRuns, { query });
      names.push(...body.items.map((item) => item.name));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(names.sort()).toEqual(['探す回 0', '探す回 1', '探す回 2']);
    const forged = Buffer.from('["x","y"]').toString('base64url');
    expect(
      (await office.call(coursesEndpoints.listOfficeCourseRuns, { query: { cursor: forged } })).status,
    ).toBe(400);
  });

  it('while nobody else may', async () => {
    const { courseRunId } = await aCourseRun(api).planned();
    for (const role of ['learner', 'instructor'] as const) {
      const client = api.as(await aPerson(api).withRoles(role).signedIn());
      expect((await client.call(coursesEndpoints.planCourseRun, { body: aPlan() })).status).toBe(404);
      expect(
        (await client.call(coursesEndpoints.changeCourseRun, { params: { courseRunId }, body: aPlan() }))
          .status,
      ).toBe(404);
      expect((await client.call(coursesEndpoints.listOfficeCourseRuns)).status).toBe(404);
    }
  });
});
