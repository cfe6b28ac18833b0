import { expect, test } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { axeViolations, overflowing } from './support/axe.ts';
import { issueFromPage } from './support/certificate.ts';
import { aCompletedRun } from './support/completing.ts';
import { Desk } from './support/desk.ts';
import { guard } from './support/guard.ts';

test('a lost certificate is re-issued under its number: the old paper says so, the new one is valid', async ({
  page,
  browser,
  baseURL,
}) => {
  const desk = await Desk.open();
  const run = await aCompletedRun(desk, '𠮷田 髙子');
  await signIn(page.context(), demoAccounts.office);
  const quiet = guard(page);
  await issueFromPage(page, run.courseRunId, '𠮷田 髙子');
  const first = await desk.certificateOf(run.courseRunId);

  await page.goto(`/office/certificates/${first.certificateId}`);
  await page.getByText('再交付する', { exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: 'お名前' })).toContainText('(同じ)');
  const width = page.viewportSize()!;
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await axeViolations(page)).toEqual([]);
  expect(await overflowing(page)).toEqual([]);
  await page.setViewportSize(width);
  await page.getByLabel('紛失').check();
  await page.getByRole('button', { name: `${first.number}を再交付する` }).click();
  await expect(page.getByText('再交付しました。前の修了証は、無効になりました。')).toBeVisible();
  await expect(page.locator('main')).toContainText('2通目(再交付)');
  quiet.expectQuiet();

  const second = await desk.certificateOf(run.courseRunId);
  expect(second.number).toBe(first.number);
  const stranger = await (await browser.newContext({ baseURL })).newPage();
  await stranger.goto(new URL(first.verifyUrl).pathname);
  await expect(stranger.getByRole('heading', { name: 'この修了証は失効しています' })).toBeVisible();
  await stranger.goto(new URL(second.verifyUrl).pathname);
  await expect(stranger.getByRole('heading', { name: 'この修了証は有効です' })).toBeVisible();
  await expect(stranger.locator('main')).toContainText('2通目');
  await stranger.context().close();

  await page.goto(`/office/runs/${run.courseRunId}/certificates`);
  const pile = await page
    .getByRole('link', { name: '1名の修了証を、まとめて印刷する(PDF)' })
    .getAttribute('href');
  const pdf = await page.request.get(pile!);
  expect(pdf.headers()['content-type']).toBe('application/pdf');
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await desk.close();
});
