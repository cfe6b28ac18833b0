import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';

import { Transactions } from '../../src/platform/database/index.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { aConfirmedLearner, type BuiltEnrolment } from '../builders/application.js';
import { aCourseRun } from '../builders/course-run.js';
import { aLearningCourse, type LearningCourse } from '../builders/learning.js';
import { aPerson, type SignedInPerson } from '../builders/person.js';
import { startTestApi, type TestApi, type TestClient } from '../support/api.js';

let api: TestApi;
let office: SignedInPerson;
let course: LearningCourse;
let courseRunId: string;
let digestId: string;
let me: BuiltEnrolment;
let client: TestClient;

beforeAll(async () => {
  api = await startTestApi();
  office = await aPerson(api).withRoles('office').signedIn();
  course = await aLearningCourse(api, { digestMs: 20_000 });
  ({ courseRunId } = await aCourseRun(api).of(course).withSeats(200).planned());
  const [digest] = await api.rows('SELECT id FROM videos WHERE digest_of = $1', [course.videoId]);
  digestId = digest!['id'];
});
afterAll(() => api.close());
beforeEach(async () => {
  await setRules(false, 95);
  me = await aConfirmedLearner(api, courseRunId);
  client = api.as(me.learner);
});
const stateOf = async () =>
  (
    await client.call(learningEndpoints.getLesson, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
    })
  ).body.progress.state;

async function setRules(digestCounts: boolean, thresholdPercent: number) {
  const lessons = [{ lessonId: course.videoLessonId, thresholdPercent }];
  const answer = await api.as(office).call(coursesEndpoints.changeFilmRules, {
    params: { courseId: course.courseId },
    body: { digestCounts, lessons },
  });
  await api.settle();
  return answer;
}

/** Opens a film and plays it from the beginning to a place. */
async function watch(videoId: string, toMs: number) {
  const { body } = await client.call(learningEndpoints.startPlayback, {
    params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
    body: { videoId },
  });
  api.clock.advance(toMs);
  const report = { playbackId: body.playbackId, sequence: 0, playedRanges: [[0, toMs]], positionMs: toMs };
  return (
    await client.call(learningEndpoints.reportWatching, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
      body: report,
    })
  ).body;
}

describe('the rules about films of a course', () => {
  it('are shown to the office and changed with a note in the audit log', async () => {
    expect(
      (await api.as(office).call(coursesEndpoints.getFilmRules, { params: { courseId: course.courseId } }))
        .body,
    ).toMatchObject({
      digestCounts: false,
      lessons: [{ lessonId: course.videoLessonId, thresholdPercent: 95 }],
    });
    expect((await setRules(true, 80)).body).toMatchObject({
      digestCounts: true,
      lessons: [{ thresholdPercent: 80 }],
    });
    const notes = await api.rows(
      `SELECT after FROM audit_log WHERE action = 'course.film_rules_changed' AND subject_id = $1 ORDER BY at DESC, id DESC`,
      [course.courseId],
    );
    expect(notes[0]!['after']).toEqual({
      digestCounts: true,
      thresholds: { [course.videoLessonId]: 80 },
    });
    const { body } = await client.call(learningEndpoints.getLesson, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
    });
    expect(body.progress.lesson.thresholdPercent).toBe(80);
    expect(body.watch).toMatchObject({ thresholdPercent: 80, remainingMs: 80_000 });
  });

  it.each([49, 100, 80.5, 'x'])('refuse a threshold of %s', async (thresholdPercent) => {
    const lessons = [{ lessonId: course.videoLessonId, thresholdPercent }];
    const { status, body } = await api.as(office).call(coursesEndpoints.changeFilmRules, {
      params: { courseId: course.courseId },
      body: { digestCounts: false, lessons },
    });
    expect(status).toBe(400);
    expect(body.issues[0]!.code).toBe('courses.threshold_invalid');
  });

  it('are about video lessons of the course', async () => {
    const lessons = [{ lessonId: course.quizLessonId, thresholdPercent: 80 }];
    const { status, body } = await api.as(office).call(coursesEndpoints.changeFilmRules, {
      params: { courseId: course.courseId },
      body: { digestCounts: false, lessons },
    });
    expect([status, body.field]).toEqual([400, 'lessons.0.lessonId']);
  });

  it('are not the learner’s', async () => {
    expect(
      (await client.call(coursesEndpoints.getFilmRules, { params: { courseId: course.courseId } })).status,
    ).toBe(404);
  });
});

describe('a lesson with a digest', () => {
  it('shows both, each with its own record', async () => {
    await watch(digestId, 10_000);
    const { body } = await client.call(learningEndpoints.getLesson, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
    });
    expect(body.video).toMatchObject({
      videoId: course.videoId,
      version: 'long',
      otherVersion: { videoId: digestId },
    });
    expect(body.watch).toMatchObject({ percent: 0, done: false });
    expect(body.digest).toMatchObject({
      counts: false,
      video: { videoId: digestId, version: 'digest', otherVersion: { videoId: course.videoId } },
      watch: { percent: 50, resumeMs: 10_000, done: false },
    });
  });

  it('is not done by a digest that does not count', async () => {
    expect(await watch(digestId, 20_000)).toMatchObject({ done: true, percent: 100 });
    expect(await stateOf()).toBe('in_progress');
  });

  it('is done by a digest that counts', async () => {
    await setRules(true, 95);
    await watch(digestId, 20_000);
    expect(await stateOf()).toBe('done');
  });

  it('is done at once when the digest begins to count, and stays done when it no longer does', async () => {
    await watch(digestId, 20_000);
    await setRules(true, 95);
    expect(await stateOf()).toBe('done');
    await setRules(false, 95);
    expect(await stateOf()).toBe('done');
  });

  it('opens no other film', async () => {
    const other = api.get(Ids).next();
    expect(
      (
        await client.call(learningEndpoints.startPlayback, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
          body: { videoId: other },
        })
      ).status,
    ).toBe(404);
  });
});

describe('the threshold of a lesson', () => {
  it('is its own', async () => {
    await setRules(false, 60);
    expect(await watch(course.videoId, 59_000)).toMatchObject({ done: false, remainingMs: 1_000 });
    expect(await watch(course.videoId, 60_000)).toMatchObject({ done: true });
    expect(await stateOf()).toBe('done');
  });

  it('completes who has enough when it falls, and takes nothing back when it rises', async () => {
    await watch(course.videoId, 70_000);
    expect(await stateOf()).toBe('in_progress');
    await setRules(false, 70);
    expect(await stateOf()).toBe('done');
    await setRules(false, 99);
    expect(await stateOf()).toBe('done');
  });
});

describe('a film that was seen at a group viewing', () => {
  let groupViewingId: string;
  beforeEach(async () => {
    groupViewingId = api.get(Ids).next();
    await api.write(
      `INSERT INTO group_viewings (id, video_id, organiser_id, association, place, held_on, starts_at, ends_at,
         expected_count, state, code, revision, created_at)
       VALUES ($1, $2, $3, '中央', '公民館', '2026-06-01', now(), now() + interval '1 hour', 20, 'held', $4, 1, now())`,
      [groupViewingId, course.videoId, office.personId, groupViewingId],
    );
  });

  async function credit(videoId: string, revoked: boolean) {
    await api.write(
      `INSERT INTO showing_credits (person_id, video_id, group_viewing_id, held_on, place, granted_at, revoked_at)
       VALUES ($1, $2, $3, '2026-06-01', '公民館', now(), CASE WHEN $4 THEN now() END)
       ON CONFLICT ON CONSTRAINT pk_showing_credits DO UPDATE SET revoked_at = EXCLUDED.revoked_at`,
      [me.learner.personId, videoId, groupViewingId, revoked],
    );
    const type = revoked ? 'viewings.credit_revoked' : 'viewings.credit_granted';
    const payload = { personId: me.learner.personId, videoId };
    await api.get(Transactions).run(() => api.get(Outbox).add({ type, payload }));
    await api.settle();
  }

  it('makes the lesson done, and is shown', async () => {
    await credit(course.videoId, false);
    const { body } = await client.call(learningEndpoints.getLesson, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
    });
    expect(body.progress).toMatchObject({ state: 'done', percent: 100, remainingMs: 0 });
    expect(body.watch).toMatchObject({
      done: true,
      creditedRanges: [],
      groupViewing: { heldOn: '2026-06-01', place: '公民館' },
    });
  });

  it('is open again when the credit is taken back', async () => {
    await credit(course.videoId, false);
    await credit(course.videoId, true);
    const { body } = await client.call(learningEndpoints.getLesson, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
    });
    expect(body.progress).toMatchObject({ state: 'in_progress', doneAt: null });
    expect(body.watch!.groupViewing).toBeNull();
  });

  it('is told with every report of a player', async () => {
    await credit(course.videoId, false);
    expect(await watch(course.videoId, 5_000)).toMatchObject({
      done: true,
      groupViewing: { place: '公民館' },
    });
  });

  it('stays done when it was watched as well', async () => {
    await credit(course.videoId, false);
    await watch(course.videoId, 96_000);
    await credit(course.videoId, true);
    expect(await stateOf()).toBe('done');
  });

  it('takes nothing back that was done before', async () => {
    await setRules(false, 60);
    await watch(course.videoId, 60_000);
    await setRules(false, 95);
    await credit(course.videoId, false);
    await credit(course.videoId, true);
    expect(await stateOf()).toBe('done');
  });

  it('as a digest counts where digests count', async () => {
    await credit(digestId, false);
    expect(await stateOf()).toBe('not_started');
    await setRules(true, 95);
    expect(await stateOf()).toBe('done');
    await credit(digestId, true);
    expect(await stateOf()).toBe('in_progress');
  });
});
