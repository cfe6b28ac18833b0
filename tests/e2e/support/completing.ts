import { expect, request, type APIRequestContext } from '@playwright/test';
import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import { coursesEndpoints } from '@kizuna/shared/contracts/courses.endpoints';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { sessionsEndpoints } from '@kizuna/shared/contracts/sessions.endpoints';
import { demoAccounts, signIn, type Account } from './accounts.ts';
import { ask } from './ask.ts';
import { civilDate } from './office-pages.ts';
import type { Desk, Learner } from './desk.ts';
import { aResident } from './resident.ts';

/** A run of 実践編 that a learner has completed, also as the office sees it. */
export async function aCompletedRun(desk: Desk, name: string): Promise<CourseRunAdminView> {
  const run = await desk.openRun('practical');
  await completePractical(desk, run, await desk.aLearner(run.courseRunId, aResident({ name })));
  await expect.poll(async () => (await desk.completionsOf(run.courseRunId))[0]?.complete).toBe(true);
  return run;
}

/** Does everything that 実践編 requires of a learner, through the API: for tests about what comes afterwards. */
export async function completePractical(
  desk: Desk,
  run: CourseRunAdminView,
  learner: Learner,
): Promise<void> {
  const home = await at(learner.account);
  const { enrolmentId } = learner;
  const course = await ask(home, learningEndpoints.getLearningCourse, { params: { enrolmentId } });
  for (const { lesson } of course.lessons) {
    const place = { enrolmentId, lessonId: lesson.lessonId };
    if (lesson.kind === 'material') await ask(home, learningEndpoints.recordReading, { params: place });
    if (lesson.kind === 'quiz') await answerRightly(home, place);
    if (lesson.kind === 'training_day') await attend(desk, run.courseRunId, lesson.lessonId, learner);
  }
  await home.dispose();
}

async function answerRightly(
  home: APIRequestContext,
  place: { enrolmentId: string; lessonId: string },
): Promise<void> {
  const start = () => ask(home, learningEndpoints.startAttempt, { params: place });
  const first = await start();
  const seen = await ask(home, learningEndpoints.submitAttempt, {
    params: { attemptId: first.attemptId },
    body: {},
  });
  const second = await start();
  const answers = seen.questions.map(({ questionKey, choices }) => ({
    questionKey,
    choiceKeys: choices.filter(({ correct }) => correct).map(({ key }) => key),
  }));
  const done = await ask(home, learningEndpoints.submitAttempt, {
    params: { attemptId: second.attemptId },
    body: { answers },
  });
  expect(done.passed).toBe(true);
}

async function attend(desk: Desk, runId: string, lessonId: string, learner: Learner): Promise<void> {
  const run = await desk.ask(coursesEndpoints.addClassSession, {
    params: { courseRunId: runId },
    body: {
      lessonId,
      heldOn: civilDate(0),
      startTime: '00:00',
      endTime: '23:59',
      hall: '古河福祉の森会館',
      hallAddress: '古河市新久田271-1',
    },
  });
  const day = run.classSessions.find((each) => each.lessonId === lessonId)!;
  const hall = await at(demoAccounts.instructor);
  await ask(hall, sessionsEndpoints.recordAttendance, {
    params: { classSessionId: day.classSessionId, enrolmentId: learner.enrolmentId },
    body: { status: 'present' },
  });
  await hall.dispose();
}

async function at(account: Account): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL: process.env.E2E_ORIGIN ?? 'http://localhost:3000' });
  await signIn(context, account);
  return context;
}
