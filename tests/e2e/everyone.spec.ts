import { expect, test } from '@playwright/test';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { demoAccounts, signIn, type Account } from './support/accounts.ts';
import { ask } from './support/ask.ts';
import { Desk } from './support/desk.ts';
import { lessonsOf } from './support/lessons.ts';
import { Looks } from './support/looks.ts';
import { aResident } from './support/resident.ts';

// hundreds of checks: recording each would take longer than the checks
test.use({ trace: 'off' });

test.describe.configure({ mode: 'parallel', timeout: 300_000 });

const everybodysPages = [
  '/',
  '/courses',
  '/courses/introductory',
  '/courses/practical',
  '/courses/introductory/flyer',
  '/videos',
  '/materials',
  '/verify',
  '/v/AAAAA-00000',
  '/help',
  '/accessibility',
  '/privacy',
  '/sign-in',
  '/sign-out',
  '/forgot',
  '/password-reset/code',
  '/password-reset/new',
  '/password-reset/new?token=unknown',
  '/card/123-456-7897',
  '/no-such-page',
];

test('public pages are accessible at every width', async ({ page }) => {
  const looks = new Looks(page);
  await looks.walk(everybodysPages, /^\/(?!my|office|instructor)/);
  looks.expectNothing();
  expect(looks.count).toBeGreaterThanOrEqual(everybodysPages.length);
});

test('pages of a learner in a course are accessible at every width', async ({ page, context }) => {
  const desk = await Desk.open();
  const run = await desk.openRun('introductory');
  const learner = await desk.aLearner(run.courseRunId, aResident());
  await desk.close();
  await signIn(context, learner.account);
  const lessons = `/my/courses/${learner.enrolmentId}/lessons`;
  const each = await Promise.all(
    (['video', 'material', 'quiz', 'training_day'] as const).map((kind) =>
      lessonsOf(page, learner.enrolmentId, kind),
    ),
  );
  const looks = new Looks(page);
  for (const [first] of each) {
    await page.goto(`${lessons}/${first!.lesson.lessonId}`);
    await looks.look(`lesson: ${first!.lesson.kind}`);
  }
  const quiz = each[2]![0]!.lesson.lessonId;
  const { attemptId } = await ask(page.request, learningEndpoints.startAttempt, {
    params: { enrolmentId: learner.enrolmentId, lessonId: quiz },
  });
  await looks.walk(
    [
      '/my',
      '/my/certificates',
      '/my/profile',
      `/my/attempts/${attemptId}`,
      `/my/attempts/${attemptId}/review`,
    ],
    /^\/my/,
  );
  await ask(page.request, learningEndpoints.submitAttempt, { params: { attemptId }, body: {} });
  await looks.walk([`/my/attempts/${attemptId}/result`], /^\/my/);
  looks.expectNothing();
});

const rooms: { who: string; account: Account; from: string[]; within: RegExp; atLeast: number }[] = [
  {
    who: 'a graduate',
    account: demoAccounts.graduate,
    from: ['/my', '/my/certificates'],
    within: /^\/my/,
    atLeast: 5,
  },
  {
    who: 'an instructor',
    account: demoAccounts.instructor,
    from: ['/instructor'],
    within: /^\/instructor/,
    atLeast: 4,
  },
  {
    who: 'the office, on applications, runs and certificates',
    account: demoAccounts.office,
    from: ['/office', '/office/applications', '/office/runs', '/office/certificates', '/office/settings'],
    within: /^\/office(\/(applications|runs|certificates|settings|sessions)|$)/,
    atLeast: 12,
  },
  {
    who: 'the office, on people and messages',
    account: demoAccounts.office,
    from: ['/office/people', '/office/notifications'],
    within: /^\/office\/(people|notifications)/,
    atLeast: 6,
  },
  {
    who: 'an administrator',
    account: demoAccounts.admin,
    from: ['/office/staff'],
    within: /^\/office\/staff/,
    atLeast: 3,
  },
];

for (const { who, account, from, within, atLeast } of rooms) {
  test(`pages of ${who} are accessible at every width`, async ({ page, context }) => {
    await signIn(context, account);
    const looks = new Looks(page);
    await looks.walk(from, within);
    looks.expectNothing();
    expect(looks.count).toBeGreaterThanOrEqual(atLeast);
  });
}
