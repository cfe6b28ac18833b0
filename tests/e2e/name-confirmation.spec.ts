import { expect, test } from '@playwright/test';
import { demoAccounts, signIn, somebody } from './support/accounts.ts';
import { Desk } from './support/desk.ts';
import { guard } from './support/guard.ts';
import { lookAt } from './support/look-at.ts';
import { aResident } from './support/resident.ts';

test('a learner with a card reports a wrong character, the office reads it, and then she confirms', async ({
  browser,
  page,
}) => {
  const desk = await Desk.open();
  const run = await desk.openRun('introductory');
  const resident = aResident({ name: '渡邉 ハナ', kana: 'わたなべ はな' });
  const learner = await desk.aLearner(run.courseRunId, resident);
  await desk.close();
  await signIn(page.context(), learner.account);
  const quiet = guard(page);

  await page.goto('/my');
  await page.getByRole('link', { name: 'お名前の字を確かめる' }).click();
  const picture = page.getByRole('img', { name: `修了証に印刷するお名前:${resident.name}` });
  await expect(picture).toBeVisible();
  const { width, height } = (await picture.boundingBox())!;
  expect(width).toBeGreaterThan(200);
  expect(height).toBeGreaterThan(40);
  await lookAt(page);

  await page.getByText('字がちがう', { exact: true }).click();
  await page.getByRole('button', { name: '字がちがうことを社協に伝える' }).click();
  await expect(page.getByRole('alert')).toContainText('どこがちがうかを書いてください。');
  await lookAt(page);
  const note = `「しんにょう」の点は、ふたつです ${Date.now()}`;
  await page.getByLabel('どこがちがいますか').fill(note);
  await page.getByRole('button', { name: '字がちがうことを社協に伝える' }).click();
  await expect(page.getByText('社協に伝えました。係からご連絡します。')).toBeVisible();
  await lookAt(page);

  const office = await somebody(browser, demoAccounts.office);
  await office.goto('/office/certificates/names');
  const told = office.getByRole('row').filter({ hasText: note });
  await expect(told).toContainText(resident.name);
  await lookAt(office);
  await told.getByRole('link', { name: resident.name }).click();
  await expect(office.locator('main')).toContainText(note);
  await lookAt(office);

  await page.getByRole('link', { name: 'お名前の字を確かめる' }).click();
  await expect(page.locator('main')).toContainText(`うかがったこと:${note}`);
  await page.getByRole('button', { name: 'この字で印刷してよい' }).click();
  await expect(page.getByText('お名前の確かめが済みました。ありがとうございます。')).toBeVisible();
  await expect(page.getByRole('link', { name: 'お名前の字を確かめる' })).toHaveCount(0);
  quiet.expectQuiet(/status of 4\d\d/);

  await office.goto('/office/certificates/names');
  await expect(office.getByRole('row').filter({ hasText: note })).toHaveCount(0);
  await office.context().close();
});

test('the name is confirmed in a browser without JavaScript', async ({ browser, baseURL }) => {
  const desk = await Desk.open();
  const run = await desk.openRun('introductory');
  const learner = await desk.aLearner(run.courseRunId, aResident());
  await desk.close();
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await signIn(context, learner.account);
  const page = await context.newPage();
  await page.goto('/my/name');
  await page.getByRole('button', { name: 'この字で印刷してよい' }).click();
  await expect(page.getByText('お名前の確かめが済みました。ありがとうございます。')).toBeVisible();
  await context.close();
});
