import { expect, test } from '@playwright/test';
import { enrolmentEndpoints } from '@kizuna/shared/contracts/enrolment.endpoints';
import { signIn } from './support/accounts.ts';
import { fillApplication, sendApplication } from './support/apply.ts';
import { Desk } from './support/desk.ts';
import { lessonsOf, openLesson } from './support/lessons.ts';
import { answerAll, learnFromResult } from './support/quiz.ts';
import { aResident } from './support/resident.ts';

test.use({ javaScriptEnabled: false });

let desk: Desk;
test.beforeAll(async () => {
  desk = await Desk.open();
});
test.afterAll(() => desk.close());

test('a resident applies in a browser without JavaScript', async ({ page }) => {
  const run = await desk.openRun('introductory');
  const resident = aResident();
  await fillApplication(page, run.courseRunId, resident);
  await expect(page.locator('main')).toContainText(resident.name);
  await expect(page.locator('main')).toContainText('前の方の席');
  const number = await sendApplication(page);
  const { items } = await desk.ask(enrolmentEndpoints.listApplications, {
    query: { courseRunId: run.courseRunId },
  });
  expect(items).toMatchObject([{ receptionNumber: number, name: resident.name }]);
});

test('an error is shown beside its field and no input is lost', async ({ page }) => {
  const run = await desk.openRun('introductory');
  await page.goto(`/apply/${run.courseRunId}`);
  await page.getByRole('button', { name: '申込を始める' }).click();
  await page.getByLabel('受講する本人').check();
  await page.getByRole('button', { name: 'つぎへ進む' }).click();
  await page.getByLabel('お名前').fill('古河 花子');
  await page.getByLabel('ふりがな').fill('KOGA');
  await page.getByRole('button', { name: 'つぎへ進む' }).click();
  const summary = page.getByRole('alert');
  await expect(summary).toContainText('入力内容をご確認ください');
  await summary.getByRole('link', { name: 'ふりがなは、ひらがなかカタカナで入力してください。' }).click();
  await expect(page).toHaveURL(/#f-kana$/);
  await expect(page.getByLabel('お名前')).toHaveValue('古河 花子');
  await expect(page.getByLabel('ふりがな')).toHaveValue('KOGA');
});

test('a learner takes the whole quiz in a browser without JavaScript', async ({ page, context }) => {
  const run = await desk.openRun('introductory');
  const learner = await desk.aLearner(run.courseRunId, aResident());
  await signIn(context, learner.account);
  const [quiz] = await lessonsOf(page, learner.enrolmentId, 'quiz');
  await openLesson(page, learner.enrolmentId, quiz!.lesson.title);
  const lesson = page.url();
  await page.getByRole('button', { name: 'テストを始める' }).click();
  await answerAll(page);
  await expect(page.getByRole('heading', { name: '問題ごとの解説' })).toBeVisible();
  const known = await learnFromResult(page);
  await page.goto(lesson);
  await page.getByRole('button', { name: 'もう一度受ける' }).click();
  await answerAll(page, known);
  await expect(page.getByText('合格です。おめでとうございます')).toBeVisible();
});
