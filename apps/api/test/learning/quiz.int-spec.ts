import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';

import { aConfirmedLearner, anAppliedLearner, type BuiltEnrolment } from '../builders/application.js';
import { aCourseRun } from '../builders/course-run.js';
import { aLearningCourse, aQuiz, importQuiz, type LearningCourse } from '../builders/learning.js';
import { startTestApi, type TestApi, type TestClient } from '../support/api.js';

let api: TestApi;
let course: LearningCourse;
let courseRunId: string;
let me: BuiltEnrolment;
let client: TestClient;
const quiz = aQuiz({ maxAttempts: 3 });

beforeAll(async () => {
  api = await startTestApi();
  course = await aLearningCourse(api, { quiz });
  ({ courseRunId } = await aCourseRun(api).of(course).withSeats(200).planned());
});
afterAll(() => api.close());
beforeEach(async () => {
  me = await aConfirmedLearner(api, courseRunId);
  client = api.as(me.learner);
});
const start = async () =>
  (
    await client.call(learningEndpoints.startAttempt, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.quizLessonId },
    })
  ).body;
const answer = (attemptId: string, question: string, choiceKeys: string[], sequence?: number) =>
  client.call(learningEndpoints.saveAnswer, {
    params: { attemptId, questionKey: question },
    body: { choiceKeys, sequence },
  });
const submit = (attemptId: string, body?: unknown) =>
  client.attempt(learningEndpoints.submitAttempt, { params: { attemptId }, body });

async function answerRightly(attemptId: string, singles: number) {
  for (let number = 1; number <= singles; number += 1) await answer(attemptId, `q${number}`, ['a'], number);
  await answer(attemptId, 'multiple', ['c', 'a'], 10);
}

describe('a whole attempt', () => {
  it('is begun, answered, submitted and passed', async () => {
    const attempt = await start();
    expect(attempt).toMatchObject({
      number: 1,
      state: 'open',
      passPercent: 70,
      scorePercent: null,
      can: { answer: true, tryAgain: false },
    });
    expect(attempt.questions).toHaveLength(10);
    expect(JSON.stringify(attempt)).not.toContain('解説');
    expect(attempt.questions[0]!.choices[0]).toEqual({ key: 'a', text: '選択肢 a', correct: null });

    const saved = await answer(attempt.attemptId, 'q1', ['a'], 1);
    expect(saved).toMatchObject({
      status: 200,
      body: { questionKey: 'q1', choiceKeys: ['a'], answered: 1, total: 10 },
    });
    await answerRightly(attempt.attemptId, 6);
    const reloaded = (
      await client.call(learningEndpoints.getAttempt, { params: { attemptId: attempt.attemptId } })
    ).body;
    expect(
      reloaded.questions.filter((question: { chosen: string[] }) => question.chosen.length > 0),
    ).toHaveLength(7);

    const { body: graded } = await submit(attempt.attemptId);
    expect(graded).toMatchObject({ state: 'submitted', rightCount: 7, scorePercent: 70, passed: true });
    expect(graded.questions[0]).toMatchObject({ right: true, explanation: '解説 1' });
    expect(graded.questions[8]).toMatchObject({ right: false, chosen: [] });

    const lesson = (
      await client.call(learningEndpoints.getLesson, {
        params: { enrolmentId: me.enrolmentId, lessonId: course.quizLessonId },
      })
    ).body;
    expect(lesson.progress).toMatchObject({ state: 'done', percent: 70 });
    expect(lesson.quiz).toMatchObject({
      questionCount: 10,
      attemptsLeft: 2,
      attempts: [{ number: 1, scorePercent: 70, passed: true }],
    });
  });

  it('is written down: who, when, with which result; and told', async () => {
    const { attemptId } = await start();
    await answerRightly(attemptId, 9);
    await submit(attemptId);
    const [entry] = await api.rows(
      `SELECT * FROM audit_log WHERE subject_type = 'attempt' AND subject_id = $1`,
      [attemptId],
    );
    expect(entry).toMatchObject({
      action: 'attempt.submitted',
      actor_id: me.learner.personId,
      after: { scorePercent: 100, passed: true },
    });
    const told = await api.rows('SELECT type FROM outbox_events WHERE subject_id = $1 AND type <> ALL($2)', [
      me.enrolmentId,
      ['enrolment.confirmed', 'enrolment.application_received'],
    ]);
    expect(told.map(({ type }) => type).toSorted()).toEqual([
      'assessment.quiz_passed',
      'learning.lesson_completed',
    ]);
  });
});

describe('answers', () => {
  it('may come in any order and twice; an older one never overwrites a newer one', async () => {
    const { attemptId } = await start();
    await answer(attemptId, 'q1', ['b'], 5);
    const late = await answer(attemptId, 'q1', ['a'], 4);
    expect(late).toMatchObject({ status: 200, body: { choiceKeys: ['b'], answered: 1 } });
    expect((await answer(attemptId, 'q1', ['b'], 5)).body.choiceKeys).toEqual(['b']);
    expect((await answer(attemptId, 'q1', [], 6)).body).toMatchObject({ choiceKeys: [], answered: 0 });
    expect((await answer(attemptId, 'q1', ['c'])).body).toMatchObject({ choiceKeys: ['c'], answered: 1 });
    const { questions } = (await client.call(learningEndpoints.getAttempt, { params: { attemptId } })).body;
    expect(questions[0]).toMatchObject({ chosen: ['c'], sequence: 6 });
    expect(questions[1]).toMatchObject({ chosen: [], sequence: 0 });
  });

  it('all arrive when they come at the same moment', async () => {
    const { attemptId } = await start();
    await Promise.all(quiz.questions.map(({ key }, index) => answer(attemptId, key, ['a'], index)));
    const { questions } = (await client.call(learningEndpoints.getAttempt, { params: { attemptId } })).body;
    expect(questions.every((question: { chosen: string[] }) => question.chosen[0] === 'a')).toBe(true);
  });

  it('are refused where they cannot be', async () => {
    const { attemptId } = await start();
    expect(await answer(attemptId, 'q1', ['a', 'b'])).toMatchObject({
      status: 400,
      body: { code: 'assessment.single_choice_only' },
    });
    expect(await answer(attemptId, 'q1', ['z'])).toMatchObject({
      status: 400,
      body: { code: 'assessment.choice_unknown' },
    });
    expect((await answer(attemptId, 'q99', ['a'])).status).toBe(404);
    expect(
      (
        await client.attempt(learningEndpoints.saveAnswer, {
          params: { attemptId, questionKey: 'q1' },
          body: {},
        })
      ).status,
    ).toBe(400);
  });

  it('are refused behind the submission', async () => {
    const { attemptId } = await start();
    await submit(attemptId);
    expect(await answer(attemptId, 'q1', ['a'])).toMatchObject({
      status: 409,
      body: { code: 'assessment.already_submitted' },
    });
  });

  it('are never acknowledged and then missing from the grade', async () => {
    const { attemptId } = await start();
    const [graded, ...saved] = await Promise.all([
      submit(attemptId),
      ...quiz.questions.slice(0, 9).map(({ key }) => answer(attemptId, key, ['a'])),
    ]);
    const acknowledged = saved.filter(({ status }) => status === 200).length;
    expect(graded.body.rightCount).toBe(acknowledged);
    expect(saved.every(({ status }) => status === 200 || status === 409)).toBe(true);
  });
});

describe('a submission', () => {
  it('is graded once, however often it is sent', async () => {
    const { attemptId } = await start();
    await answerRightly(attemptId, 9);
    const answers = await Promise.all(Array.from({ length: 8 }, () => submit(attemptId)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    const entries = await api.rows('SELECT 1 AS one FROM audit_log WHERE subject_id = $1', [attemptId]);
    expect(entries).toHaveLength(1);
    const told = await api.rows(`SELECT 1 AS one FROM outbox_events WHERE payload->>'attemptId' = $1`, [
      attemptId,
    ]);
    expect(told).toHaveLength(1);
  });

  it('brings its answers along where the page has no JavaScript', async () => {
    const { attemptId } = await start();
    const answers = quiz.questions.map(({ key, kind }) => ({
      questionKey: key,
      choiceKeys: kind === 'single' ? ['a'] : ['a', 'c'],
    }));
    const wrong = await submit(attemptId, {
      answers: [...answers, { questionKey: 'q1', choiceKeys: ['a', 'b'] }],
    });
    expect(wrong.body.code).toBe('assessment.single_choice_only');
    expect((await client.call(learningEndpoints.getAttempt, { params: { attemptId } })).body.state).toBe(
      'open',
    );
    expect((await submit(attemptId, { answers })).body).toMatchObject({ scorePercent: 100, passed: true });
  });

  it('without a pass leaves the lesson open, and the best score stands', async () => {
    const first = await start();
    await answerRightly(first.attemptId, 5);
    expect((await submit(first.attemptId)).body).toMatchObject({
      scorePercent: 60,
      passed: false,
      can: { tryAgain: true },
    });
    const second = await start();
    expect(second.number).toBe(2);
    await submit(second.attemptId);
    expect(
      (
        await client.call(learningEndpoints.getLesson, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.quizLessonId },
        })
      ).body.progress,
    ).toMatchObject({
      state: 'in_progress',
      percent: 60,
    });
  });
});

describe('an attempt', () => {
  it('that is open is returned again, also when two pages begin at once', async () => {
    const started = await Promise.all(Array.from({ length: 6 }, () => start()));
    const ids = new Set(started.map(({ attemptId }) => attemptId).filter(Boolean));
    expect(ids.size).toBe(1);
    expect((await start()).attemptId).toBe([...ids][0]);
  });

  it('cannot be begun more often than the quiz allows', async () => {
    for (let turn = 0; turn < 3; turn += 1) await submit((await start()).attemptId);
    const refused = await client.call(learningEndpoints.startAttempt, {
      params: { enrolmentId: me.enrolmentId, lessonId: course.quizLessonId },
    });
    expect(refused).toMatchObject({ status: 422, body: { code: 'assessment.attempts_used_up' } });
    expect(
      (
        await client.call(learningEndpoints.getLesson, {
          params: { enrolmentId: me.enrolmentId, lessonId: course.quizLessonId },
        })
      ).body.quiz,
    ).toMatchObject({
      attemptsLeft: 0,
      can: { start: false },
    });
  });

  it('keeps the version it began with', async () => {
    const { attemptId } = await start();
    await importQuiz(api, { ...quiz, title: '新しい版', passPercent: 100 });
    expect((await client.call(learningEndpoints.getAttempt, { params: { attemptId } })).body).toMatchObject({
      title: '確認テスト',
      passPercent: 70,
    });
    await submit(attemptId);
    expect(await start()).toMatchObject({ title: '新しい版', passPercent: 100 });
    await importQuiz(api, { ...quiz, title: '確認テスト ' });
  });

  it("of another person does not exist, and is nobody's to answer or submit", async () => {
    const { attemptId } = await start();
    const other = api.as((await aConfirmedLearner(api, courseRunId)).learner);
    const answers = await Promise.all([
      other.call(learningEndpoints.getAttempt, { params: { attemptId } }),
      other.call(learningEndpoints.saveAnswer, {
        params: { attemptId, questionKey: 'q1' },
        body: { choiceKeys: ['a'] },
      }),
      other.call(learningEndpoints.submitAttempt, { params: { attemptId } }),
      other.call(learningEndpoints.startAttempt, {
        params: { enrolmentId: me.enrolmentId, lessonId: course.quizLessonId },
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect((await api.anonymous.call(learningEndpoints.getAttempt, { params: { attemptId } })).status).toBe(
      401,
    );
    expect((await client.call(learningEndpoints.getAttempt, { params: { attemptId } })).body.state).toBe(
      'open',
    );
  });

  it('waits for the confirmation of the enrolment', async () => {
    const applied = await anAppliedLearner(api, courseRunId);
    expect(
      await api.as(applied.learner).call(learningEndpoints.startAttempt, {
        params: { enrolmentId: applied.enrolmentId, lessonId: course.quizLessonId },
      }),
    ).toMatchObject({
      status: 422,
      body: { code: 'learning.not_open_yet' },
    });
  });

  it('needs a lesson that is a quiz', async () => {
    expect(
      await client.call(learningEndpoints.startAttempt, {
        params: { enrolmentId: me.enrolmentId, lessonId: course.videoLessonId },
      }),
    ).toMatchObject({ status: 422, body: { code: 'learning.wrong_kind' } });
  });
});
