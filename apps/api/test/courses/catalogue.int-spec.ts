import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { materialsEndpoints } from '@kizuna/shared/contracts/materials.endpoints';

import { aCourse, aCourseRun } from '../builders/course-run.js';
import { startTestApi, type TestApi } from '../support/api.js';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe('the catalogue', () => {
  it('shows each course with the run to apply to', async () => {
    const course = await aCourse(api);
    await aCourseRun(api)
      .of(course)
      .openingAt('2026-08-01T09:00:00+09:00')
      .closingAt('2026-09-01T00:00:00Z')
      .planned();
    const open = await aCourseRun(api).of(course).heldOn('2026-07-02').heldOn('2026-07-09').planned();
    await aCourseRun(api).of(course).inState('draft').planned();
    const { status, body } = await api.anonymous.call(coursesEndpoints.listCourses);
    expect(status).toBe(200);
    const shown = body.items.find((item: { slug: string }) => item.slug === course.slug);
    expect(shown).toMatchObject({ lessonCount: 2, totalMinutes: 20 });
    expect(shown!.nextRun).toMatchObject({
      courseRunId: open.courseRunId,
      window: 'open',
      placesLeft: 20,
      can: { apply: true },
    });
    expect(shown!.nextRun!.classSessions.map((day: { heldOn: string }) => day.heldOn)).toEqual([
      '2026-07-02',
      '2026-07-09',
    ]);
    expect(shown!.nextRun!.classSessions[0]!.startsAt).toBe('2026-07-02T04:30:00.000Z');
  });

  it('shows a course with lessons, rule and runs, without drafts', async () => {
    const course = await aCourse(api, { trainingDays: 2 });
    const run = await aCourseRun(api).of(course).planned();
    await aCourseRun(api).of(course).inState('draft').planned();
    const { body } = await api.anonymous.call(coursesEndpoints.getCourse, { params: { slug: course.slug } });
    expect(body.lessons.map((lesson: { kind: string }) => lesson.kind)).toEqual([
      'material',
      'training_day',
      'training_day',
    ]);
    expect(body.completionRule).toEqual({
      requiredLessons: true,
      quizPassPercent: null,
      attendance: { need: 2, of: 2 },
    });
    expect(body.runs.map((r: { courseRunId: string }) => r.courseRunId)).toEqual([run.courseRunId]);
    expect(
      (await api.anonymous.call(coursesEndpoints.getCourse, { params: { slug: 'no-such-course' } })).status,
    ).toBe(404);
  });

  it('keeps drafts from the public and says that a run was cancelled', async () => {
    const draft = await aCourseRun(api).inState('draft').planned();
    const cancelled = await aCourseRun(api).inState('cancelled').planned();
    expect(
      (
        await api.anonymous.call(coursesEndpoints.getCourseRun, {
          params: { courseRunId: draft.courseRunId },
        })
      ).status,
    ).toBe(404);
    const { body } = await api.anonymous.call(coursesEndpoints.getCourseRun, {
      params: { courseRunId: cancelled.courseRunId },
    });
    expect(body).toMatchObject({ status: 'cancelled', window: 'closed', can: { apply: false } });
    expect(
      (await api.anonymous.call(coursesEndpoints.getCourseRun, { params: { courseRunId: 'not-an-id' } })).body
        .code,
    ).toBe('platform.invalid_input');
  });

  it('closes the window by the injected clock', async () => {
    const run = await aCourseRun(api).closingAt('2026-06-20T15:00:00+09:00').planned();
    const window = async () =>
      (await api.anonymous.call(coursesEndpoints.getCourseRun, { params: { courseRunId: run.courseRunId } }))
        .body.window;
    const before = api.clock.now();
    api.clock.set('2026-06-20T14:59:59.999+09:00');
    expect(await window()).toBe('open');
    api.clock.set('2026-06-20T15:00:00+09:00');
    expect(await window()).toBe('closed');
    api.clock.set(before);
  });

  it('lets everybody read the materials', async () => {
    const course = await aCourse(api);
    const list = await api.anonymous.call(materialsEndpoints.listPublicMaterials);
    expect(list.body.items.map((item: { materialId: string }) => item.materialId)).toContain(
      course.materialId,
    );
    const { body } = await api.anonymous.call(materialsEndpoints.getPublicMaterial, {
      params: { materialId: course.materialId },
    });
    expect(body.sections[0]!.heading).toBe('地域力');
    expect(list.body.items[0]).not.toHaveProperty('sections');
  });
});
