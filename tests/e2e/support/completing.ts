import { randomUUID } from 'node:crypto';
import { expect, request, type APIRequestContext } from '@playwright/test';
import type { AttemptView } from '@kizuna/shared/contracts/assessment';
import type { CompletionList } from '@kizuna/shared/contracts/completion';
import type { CourseRunAdminView } from '@kizuna/shared/contracts/courses';
import type { LearningCourseView } from '@kizuna/shared/contracts/learning';
import { demoAccounts, signIn, type Account } from './accounts.ts';
import { civilDate } from './office-pages.ts';
import type { Desk, Learner } from './desk.ts';
import { aResident } from './resident.ts';

/** A run of 実践編 that a learner has completed, also as the office sees it. */
export async function aCompletedRun(desk: Desk, name: string): Promise<CourseRunAdminView> {
  const run = await desk.openRun('practical');
  await completePractical(desk, run, await desk.aLearner(run.courseRunId, aResident({ name })));
  const completions = `/api/office/course-runs/${run.courseRunId}/completions`;
  await expect.poll(async () => (await desk.get<CompletionList>(completions)).items[0]?.complete).toBe(true);
  return run;
}

/** Does everything that 実践編 requires of a learner, through the API: for tests about what comes afterwards. */
export async function completePractical(
  desk: Desk,
  run: CourseRunAdminView,
  learner: Learner,
): Promise<void> {
  const home = await at(learner.account);
  const enrolment = `/api/me/enrolments/${learner.enrolmentId}`;
  const course = (await (await home.get(enrolment)).json()) as LearningCourseView;
  for (const { lesson } of course.lessons) {
    const place = `${enrolment}/lessons/${lesson.lessonId}`;
    if (lesson.kind === 'material') await send(home, `${place}/reading`);
    if (lesson.kind === 'quiz') await answerRightly(home, place);
    if (lesson.kind === 'training_day') await attend(desk, run.courseRunId, lesson.lessonId, learner);
  }
  await home.dispose();
}

async function answerRightly(home: APIRequestContext, place: string): Promise<void> {
  const first = await send<AttemptView>(home, `${place}/attempts`);
  const seen = await send<AttemptView>(home, `/api/me/attempts/${first.attemptId}/submission`);
  const second = await send<AttemptView>(home, `${place}/attempts`);
  const answers = seen.questions.map(({ questionKey, choices }) => ({
    questionKey,
    choiceKeys: choices.filter(({ correct }) => correct).map(({ key }) => key),
  }));
  const done = await send<AttemptView>(home, `/api/me/attempts/${second.attemptId}/submission`, { answers });
  expect(done.passed).toBe(true);
}

async function attend(desk: Desk, runId: string, lessonId: string, learner: Learner): Promise<void> {
  const run = await desk.post<CourseRunAdminView>(`/api/office/course-runs/${runId}/class-sessions`, {
    lessonId,
    heldOn: civilDate(0),
    startTime: '00:00',
    endTime: '23:59',
    hall: '古河福祉の森会館',
    hallAddress: '古河市新久田271-1',
  });
  const day = run.classSessions.find((each) => each.lessonId === lessonId)!;
  const hall = await at(demoAccounts.instructor);
  const marked = await hall.put(
    `/api/class-sessions/${day.classSessionId}/attendance/${learner.enrolmentId}`,
    { data: { status: 'present' }, headers: { 'idempotency-key': randomUUID() } },
  );
  expect(marked.ok(), await marked.text()).toBe(true);
  await hall.dispose();
}

async function at(account: Account): Promise<APIRequestContext> {
  const context = await request.newContext({ baseURL: process.env.E2E_ORIGIN ?? 'http://localhost:3000' });
  await signIn(context, account);
  return context;
}

async function send<T>(home: APIRequestContext, path: string, data: unknown = {}): Promise<T> {
  const answer = await home.post(path, { data });
  expect(answer.ok(), `POST ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}
