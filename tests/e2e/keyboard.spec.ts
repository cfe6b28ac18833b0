import { expect, test } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { Desk } from './support/desk.ts';
import { tabTo, typeInto } from './support/keyboard.ts';
import { lessonsOf } from './support/lessons.ts';
import { aResident } from './support/resident.ts';

let desk: Desk;
test.beforeAll(async () => {
  desk = await Desk.open();
});
test.afterAll(() => desk.close());

test('a resident applies with the keyboard alone', async ({ page }) => {
  const run = await desk.openRun('introductory');
  const resident = aResident();
  const next = page.getByRole('button', { name: 'つぎへ進む' });
  const press = async (key: string) => page.keyboard.press(key);

  await page.goto(`/apply/${run.courseRunId}`);
  await tabTo(page, page.getByRole('button', { name: '申込を始める' }));
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'どなたが申し込みますか' })).toBeVisible();
  await tabTo(page, page.getByLabel('受講する本人'));
  await press('Space');
  await tabTo(page, next);
  await press('Enter');
  await expect(page.getByRole('heading', { name: '受講する方のお名前' })).toBeVisible();
  await typeInto(page, page.getByLabel('お名前'), resident.name);
  await typeInto(page, page.getByLabel('ふりがな'), resident.kana);
  await press('Enter');
  await expect(page.getByRole('heading', { name: '受講する方の生年月日' })).toBeVisible();
  await tabTo(page, page.getByLabel('元号'));
  const [year, month, day] = resident.born;
  await typeInto(page, page.getByLabel('年', { exact: true }), year);
  await typeInto(page, page.getByLabel('月', { exact: true }), month);
  await typeInto(page, page.getByLabel('日', { exact: true }), day);
  await press('Enter');
  await expect(page.getByRole('heading', { name: '受講する方の連絡先' })).toBeVisible();
  await typeInto(page, page.getByLabel('電話番号'), resident.phone);
  await typeInto(page, page.getByLabel('ご住所'), resident.address);
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'ご希望はありますか' })).toBeVisible();
  await tabTo(page, page.getByLabel('手話通訳'));
  await press('Space');
  await tabTo(page, next);
  await press('Enter');
  await expect(page.getByRole('heading', { name: '入力した内容の確認' })).toBeVisible();
  await tabTo(page, page.getByLabel('個人情報の取り扱いに同意します'));
  await press('Space');
  await tabTo(page, page.getByRole('button', { name: 'この内容で申し込む' }));
  await press('Enter');
  await expect(page.getByRole('heading', { name: '申込を受け付けました' })).toBeVisible();
});

test('the first Tab leads to the main part of the page', async ({ page }) => {
  await page.goto('/courses');
  const skip = page.getByRole('link', { name: '本文へ進む' });
  await tabTo(page, skip, 1);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('a learner signs in by card with the keyboard alone', async ({ page }) => {
  const run = await desk.openRun('introductory');
  const { account, resident } = await desk.aLearner(run.courseRunId, aResident());
  await page.goto('/sign-in');
  await typeInto(page, page.getByLabel('カード番号'), account.cardNumber!);
  await typeInto(page, page.getByLabel('暗証番号'), account.secret!);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`${resident.name} さん`);
});

test('a member of the office signs in by mail address with the keyboard alone', async ({ page }) => {
  await page.goto('/sign-in');
  await typeInto(page, page.getByRole('textbox', { name: 'メールアドレス' }), demoAccounts.office.email!);
  await typeInto(page, page.getByLabel('パスワード', { exact: true }), demoAccounts.office.password!);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '今日のしごと' })).toBeVisible();
});

test('a quiz question is answered, saved and left with the keyboard alone', async ({ page, context }) => {
  const run = await desk.openRun('introductory');
  const learner = await desk.aLearner(run.courseRunId, aResident());
  await signIn(context, learner.account);
  const [quiz] = await lessonsOf(page, learner.enrolmentId, 'quiz');
  await page.goto(`/my/courses/${learner.enrolmentId}/lessons/${quiz!.lesson.lessonId}`);
  await tabTo(page, page.getByRole('button', { name: 'テストを始める' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('main').getByText(/問中1問目/)).toBeVisible();
  const choices = page.locator('main input[name="choiceKeys"]');
  const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.ok());
  await tabTo(page, choices.first());
  await page.keyboard.press('Space');
  await saved;
  await expect(page.getByText('保存しました')).toBeVisible();
  await expect(choices.first()).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: '答えを保存して、つぎへ' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('main').getByText(/問中2問目/)).toBeVisible();
  await page.reload();
  await tabTo(page, page.getByRole('button', { name: '前の問題へ' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('main').getByText(/問中1問目/)).toBeVisible();
  await expect(choices.first()).toBeChecked();
});
