import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';

import { CompletionReader } from '../../src/modules/completion/index.js';
import { Transactions } from '../../src/platform/database/index.js';
import { Ids } from '../../src/platform/ids/ids.js';
import { Outbox } from '../../src/platform/outbox/index.js';
import { aConfirmedLearner, anAppliedLearner, type BuiltEnrolment } from '../builders/application.js';
import { aCourseRun, type BuiltRun } from '../builders/course-run.js';
import { aLearningCourse, type LearningCourse } from '../builders/learning.js';
import { aPerson } from '../builders/person.js';
import { startTestApi, testNow, type TestApi, type TestClient } from '../support/api.js';

let api: TestApi;
let course: LearningCourse;
let run: BuiltRun;
let me: BuiltEnrolment;
let client: TestClient;

beforeAll(async () => {
  api = await startTestApi();
  course = await aLearningCourse(api);
  run = await aCourseRun(api).of(course).withSeats(200).heldOn('2026-07-01').heldOn('2026-07-08').planned();
});
afterAll(() => api.close());
beforeEach(async () => {
  api.clock.set(testNow);
  me = await aConfirmedLearner(api, run.courseRunId);
  client = api.as(me.learner);
});
const home = async () => (await client.call(learningEndpoints.getLearningHome)).body.items[0];

async function watch(playbackId: string, sequence: number, toMs: number, positionMs = toMs) {
  return client.call(learningEndpoints.reportWatching, {
    params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
    body: {
      playbackId,
      sequence,
      playedRanges: [[0, toMs]],
      positionMs,
    },
  });
}
const open = async () =>
  (
    await client.call(learningEndpoints.startPlayback, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
      body: {},
    })
  ).body;

async function watchAll() {
  const { playbackId } = await open();
  api.clock.advance(100_000);
  return watch(playbackId, 0, 100_000);
}

async function attend(classSessionId: string, status: string) {
  await api.get(Transactions).run(() =>
    api.get(Outbox).add({
      type: 'sessions.attendance_recorded',
      payload: { classSessionId, enrolmentId: me.enrolmentId, status },
      subjectId: me.enrolmentId,
    }),
  );
  await api.settle();
}

async function passQuiz() {
  const { attemptId, questions } = (
    await client.call(learningEndpoints.startAttempt, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.quizLessonId },
    })
  ).body;
  const answers = questions.map((question: { questionKey: string; kind: string }) => ({
    questionKey: question.questionKey,
    choiceKeys: question.kind === 'single' ? ['a'] : ['a', 'c'],
  }));
  await client.call(learningEndpoints.submitAttempt, { params: { attemptId }, body: { answers } });
}

describe('the way through a course', () => {
  it('has one clear next step at any time', async () => {
    expect(await home()).toMatchObject({
      enrolmentId: me.enrolmentId,
      requiredDone: 0,
      requiredTotal: 3,
      nextStep: { kind: 'lesson', lesson: { lessonId: course.materialLessonId } },
    });
    await client.call(learningEndpoints.recordReading, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.materialLessonId },
    });
    expect(await home()).toMatchObject({
      requiredDone: 1,
      nextStep: { lesson: { lessonId: course.videoLessonId }, resumeMs: null },
    });
    const { playbackId } = await open();
    api.clock.advance(40_000);
    await watch(playbackId, 0, 40_000);
    expect((await home())!.nextStep).toMatchObject({
      lesson: { lessonId: course.videoLessonId },
      resumeMs: 40_000,
    });
    api.clock.advance(60_000);
    await watch(playbackId, 1, 100_000);
    expect((await home())!.nextStep.lesson!.lessonId).toBe(course.quizLessonId);
    await passQuiz();
    expect(await home()).toMatchObject({
      requiredDone: 3,
      nextStep: {
        kind: 'training_day',
        classSession: { classSessionId: run.classSessionIds[0], hall: '古河福祉の森会館' },
      },
    });
    await attend(run.classSessionIds[1]!, 'present');
    expect((await home())!.nextStep.kind).toBe('wait_for_certificate');
    await attend(run.classSessionIds[1]!, 'absent');
    expect((await home())!.nextStep.kind).toBe('training_day');
  });

  it('shows every lesson with its state', async () => {
    await watchAll();
    const { status, body } = await client.call(learningEndpoints.getLearningCourse, {
      params: { enrolmentId: me.enrolmentId },
    });
    expect(status).toBe(200);
    expect(body.lessons.map((one) => [one.lesson.kind, one.state, one.percent])).toEqual([
      ['material', 'not_started', null],
      ['training_day', 'not_started', null],
      ['video', 'done', 100],
      ['quiz', 'not_started', null],
    ]);
  });

  it('waits for the office', async () => {
    const applied = await anAppliedLearner(api, run.courseRunId);
    const waiting = api.as(applied.learner);
    expect((await waiting.call(learningEndpoints.getLearningHome)).body.items[0]!.nextStep.kind).toBe(
      'wait_for_confirmation',
    );
    for (const answer of [
      await waiting.call(learningEndpoints.getLesson, {
        params: { enrolmentId: applied.enrolmentId, lessonId: course.videoLessonId },
      }),
      await waiting.call(learningEndpoints.startPlayback, {
        params: { enrolmentId: applied.enrolmentId, lessonId: course.videoLessonId },
        body: {},
      }),
    ]) {
      expect(answer).toMatchObject({ status: 422, body: { code: 'learning.not_open_yet' } });
    }
  });

  it('is empty for somebody who is enrolled in nothing', async () => {
    const person = await aPerson(api).signedIn();
    expect((await api.as(person).call(learningEndpoints.getLearningHome)).body).toEqual({ items: [] });
  });
});

describe('a lesson', () => {
  it('brings its film and what was watched of it', async () => {
    const { body } = await client.call(learningEndpoints.getLesson, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
    });
    expect(body).toMatchObject({
      enrolmentId: me.enrolmentId,
      video: { slug: 'kizuna-long', durationMs: 100_000 },
      watch: { percent: 0, thresholdPercent: 95, remainingMs: 95_000, done: false },
      material: null,
      quiz: null,
      nextLessonId: course.quizLessonId,
      previousLessonId: course.trainingDayLessonIds[0],
    });
  });

  it('brings its text, its training days, its quiz', async () => {
    const text = (
      await client.call(learningEndpoints.getLesson, {
        params: { enrolmentId: me.enrolmentId, lessonId: course.materialLessonId },
      })
    ).body;
    expect(text).toMatchObject({ material: { title: '地域力とは' }, video: null, previousLessonId: null });
    const day = (
      await client.call(learningEndpoints.getLesson, {
        params: { enrolmentId: me.enrolmentId, lessonId: course.trainingDayLessonIds[0]! },
      })
    ).body;
    expect(day.classSessions).toHaveLength(2);
    expect(
      (
        await client.call(learningEndpoints.getLesson, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.quizLessonId },
        })
      ).body.quiz,
    ).toMatchObject({
      attempts: [],
      attemptsLeft: null,
    });
  });

  it('of another course does not exist', async () => {
    const other = await aLearningCourse(api);
    expect(
      (
        await client.call(learningEndpoints.getLesson, {
          params: { enrolmentId: me.enrolmentId, lessonId: other.videoLessonId },
        })
      ).status,
    ).toBe(404);
  });

  it('is read once, however often one says so', async () => {
    const first = await client.call(learningEndpoints.recordReading, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.materialLessonId },
    });
    expect(first).toMatchObject({ status: 200, body: { state: 'done', percent: null } });
    api.clock.advance(60_000);
    expect(
      (
        await client.call(learningEndpoints.recordReading, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.materialLessonId },
        })
      ).body,
    ).toEqual(first.body);
    const told = await api.rows(
      `SELECT 1 AS one FROM outbox_events WHERE type = 'learning.lesson_completed' AND subject_id = $1`,
      [me.enrolmentId],
    );
    expect(told).toHaveLength(1);
    expect(
      await client.call(learningEndpoints.recordReading, {
        params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
      }),
    ).toMatchObject({
      status: 422,
      body: { code: 'learning.wrong_kind' },
    });
  });
});

describe('watching', () => {
  it('is done once, and told once, however many reports follow', async () => {
    const { playbackId } = await open();
    api.clock.advance(100_000);
    const reports = await Promise.all(
      [1, 2, 3, 3, 2, 1].map((sequence) => watch(playbackId, sequence, 96_000)),
    );
    expect(reports.every(({ status, body }) => status === 200 && body.done)).toBe(true);
    expect(
      (
        await client.call(learningEndpoints.getLesson, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
        })
      ).body.progress,
    ).toMatchObject({
      state: 'done',
      percent: 96,
      remainingMs: 0,
    });
    const told = await api.rows(
      `SELECT 1 AS one FROM outbox_events WHERE type = 'learning.lesson_completed' AND subject_id = $1`,
      [me.enrolmentId],
    );
    expect(told).toHaveLength(1);
  });

  it('counts for another course with the same film as soon as the player opens', async () => {
    await watchAll();
    const second = await aLearningCourse(api);
    const again = await aCourseRun(api).of(second).planned();
    const { enrolmentId } = await aConfirmedLearner(api, again.courseRunId, me.learner);
    expect(
      (
        await client.call(learningEndpoints.startPlayback, {
          params: { enrolmentId, lessonId: second.videoLessonId },
          body: {},
        })
      ).body.watch.done,
    ).toBe(true);
    expect(
      (
        await client.call(learningEndpoints.getLesson, {
          params: { enrolmentId, lessonId: second.videoLessonId },
        })
      ).body.progress.state,
    ).toBe('done');
  });

  it('takes reports only for the playback that was opened for it', async () => {
    const { playbackId } = await open();
    const body = { playbackId, sequence: 0, playedRanges: [], positionMs: 0 };
    const unknown = await client.call(learningEndpoints.reportWatching, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
      body: {
        ...body,
        playbackId: api.get(Ids).next(),
      },
    });
    expect(unknown).toMatchObject({ status: 422, body: { code: 'learning.playback_unknown' } });
    const other = await aConfirmedLearner(api, run.courseRunId);
    expect(
      (
        await api.as(other.learner).call(learningEndpoints.reportWatching, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
          body,
        })
      ).status,
    ).toBe(404);
    expect(
      (
        await api.as(other.learner).call(learningEndpoints.reportWatching, {
          params: { enrolmentId: other.enrolmentId, lessonId: course.videoLessonId },
          body,
        })
      ).body.code,
    ).toBe('learning.playback_unknown');
  });

  it.each([
    [{ playedRanges: Array.from({ length: 2_001 }, () => [0, 1]) }],
    [{ playedRanges: [[0, 1, 2]] }],
    [{ playedRanges: [[-1, 5]] }],
    [{ sequence: -1 }],
    [{ positionMs: 1.5 }],
    [{ playbackId: 'x' }],
  ])('refuses a report that is none: %#', async (change) => {
    const { playbackId } = await open();
    const body = { playbackId, sequence: 0, playedRanges: [], positionMs: 0, ...change };
    expect(
      (
        await client.call(learningEndpoints.reportWatching, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
          body,
        })
      ).status,
    ).toBe(400);
  });
});

describe("another person's enrolment", () => {
  it('does not exist, for anybody and on every way', async () => {
    const strangers = [
      api.as((await aConfirmedLearner(api, run.courseRunId)).learner),
      api.as(await aPerson(api).withRoles('office').signedIn()),
      api.as(await aPerson(api).withRoles('instructor').signedIn()),
    ];
    for (const stranger of strangers) {
      const answers = await Promise.all([
        stranger.call(learningEndpoints.getLearningCourse, { params: { enrolmentId: me.enrolmentId } }),
        stranger.call(learningEndpoints.getLesson, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
        }),
        stranger.call(learningEndpoints.startPlayback, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
          body: {},
        }),
        stranger.call(learningEndpoints.recordReading, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.materialLessonId },
        }),
        stranger.call(learningEndpoints.startAttempt, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.quizLessonId },
        }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    }
  });
});

describe('how far a run is', () => {
  const progressOf = (who: TestClient) =>
    who.call(learningEndpoints.listRunProgress, { params: { courseRunId: run.courseRunId } });

  it('is seen by the office and by those who teach it, and by nobody else', async () => {
    const teacher = await aPerson(api).withRoles('instructor').signedIn();
    const taught = await aCourseRun(api).of(course).taughtBy(teacher).planned();
    expect(
      (
        await api
          .as(teacher)
          .call(learningEndpoints.listRunProgress, { params: { courseRunId: taught.courseRunId } })
      ).status,
    ).toBe(200);
    expect((await progressOf(api.as(teacher))).status).toBe(404);
    expect((await progressOf(client)).status).toBe(404);
    const office = api.as(await aPerson(api).withRoles('office').signedIn());
    expect((await progressOf(office)).status).toBe(200);
    expect(
      (await office.call(learningEndpoints.listRunProgress, { params: { courseRunId: api.get(Ids).next() } }))
        .status,
    ).toBe(404);
  });

  it('counts what was done', async () => {
    await watchAll();
    await passQuiz();
    const office = api.as(await aPerson(api).withRoles('office').signedIn());
    const { items } = (await progressOf(office)).body;
    expect(items.find((row: { enrolmentId: string }) => row.enrolmentId === me.enrolmentId)).toMatchObject({
      name: me.learner.name,
      requiredDone: 2,
      requiredTotal: 3,
      bestQuizPercent: 100,
      watchedPercent: 100,
    });
  });

  it('gives certification its facts, for many enrolments at once', async () => {
    await watchAll();
    await passQuiz();
    const other = await aConfirmedLearner(api, run.courseRunId);
    const waiting = await anAppliedLearner(api, run.courseRunId);
    const facts = await api
      .get(CompletionReader)
      .byEnrolment([me.enrolmentId, other.enrolmentId, waiting.enrolmentId]);
    expect(facts.get(me.enrolmentId)?.learning).toMatchObject({
      requiredTotal: 2,
      requiredDone: 1,
      hasQuiz: true,
      bestQuizPercent: 100,
      lastDoneOn: '2026-06-10',
    });
    expect(facts.get(other.enrolmentId)?.learning).toMatchObject({
      requiredDone: 0,
      bestQuizPercent: null,
      lastDoneOn: null,
    });
    expect(facts.has(waiting.enrolmentId)).toBe(false);
  });
});
