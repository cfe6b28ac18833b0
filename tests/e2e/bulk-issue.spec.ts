import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { axeViolations, overflowing } from './support/axe.ts';
import { completePractical } from './support/completing.ts';
import { Desk } from './support/desk.ts';
import { guard } from './support/guard.ts';
import { aResident } from './support/resident.ts';

const rare = '渡邉\u{e0105} 勇';
const people = [
  ['青木 花', 'あおき はな'],
  ['井上 次郎', 'いのうえ じろう'],
  [rare, 'わたなべ いさむ'],
] as const;

/** A run in which everybody has completed everything, except for one person who has not begun. */
async function aRunThatEnds(desk: Desk): Promise<string> {
  const run = await desk.openRun('practical');
  for (const [name, kana] of people)
    await completePractical(desk, run, await desk.aLearner(run.courseRunId, aResident({ name, kana })));
  await desk.aLearner(run.courseRunId, aResident({ name: '上野 未子', kana: 'うえの みこ' }));
  await expect
    .poll(async () => (await desk.completionsOf(run.courseRunId)).filter(({ complete }) => complete).length)
    .toBe(people.length);
  return run.courseRunId;
}

async function lookAt(page: Page): Promise<void> {
  const before = page.viewportSize()!;
  for (const width of [390, 820, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await axeViolations(page)).toEqual([]);
    expect(await overflowing(page)).toEqual([]);
  }
  await page.setViewportSize(before);
}

test('the office issues to everybody at once: reasons, list, brush, progress, and the print file', async ({
  page,
}) => {
  const desk = await Desk.open();
  const runId = await aRunThatEnds(desk);
  await signIn(page.context(), demoAccounts.office);
  const quiet = guard(page);

  await page.goto(`/office/runs/${runId}/certificates`);
  await expect(page.getByRole('row').filter({ hasText: '上野 未子' })).toContainText('あと');
  await expect(page.getByRole('row').filter({ hasText: '勇' }).first()).toContainText('印刷できません');
  await lookAt(page);
  await page.getByRole('button', { name: '全員を選ぶ' }).click();
  await page.getByRole('button', { name: '選んだ方を確かめる' }).click();

  await expect(page.getByText('つぎの2名に、修了証を発行します。')).toBeVisible();
  await expect(page.getByRole('group', { name: 'お名前の字を印刷できない方' })).toBeVisible();
  await lookAt(page);
  await page.getByLabel(`${rare}さん:お名前は筆で書きます`).check();
  await page.getByRole('button', { name: 'この内容で修了証を発行する' }).click();

  await expect(page).toHaveURL(/\/certificates\/batches\//);
  await expect(page.getByRole('heading', { name: '修了証の発行の結果' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('3名に修了証を発行しました')).toBeVisible();
  const rows = page.getByRole('row').filter({ hasText: /第\d+号/ });
  await expect(rows).toHaveCount(3);
  await expect(rows.first()).toContainText('青木 花');
  await expect(rows.last()).toContainText('お名前は筆で書きます');
  await lookAt(page);
  const pile = await page
    .getByRole('link', { name: '3名の修了証を、まとめて印刷する(PDF)' })
    .getAttribute('href');
  const pdf = await page.request.get(pile!);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  const byPost = page.getByRole('region', { name: '郵送する方' });
  await expect(byPost).toContainText('1名のあて名に、手で書くところがあります');
  await expect(byPost).toContainText(`お名前(「邉\u{e0105}」を印刷できません)`);
  const envelopes = await byPost.getByRole('link', { name: /封筒/ }).getAttribute('href');
  const file = await page.request.get(envelopes!);
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.goto(`/office/runs/${runId}/certificates`);
  await expect(page.getByRole('region', { name: '郵送する方' })).toContainText(rare);
  await expect(page.getByRole('heading', { name: 'これまでの一括発行' })).toBeVisible();
  await page.getByRole('link', { name: /の発行を見る/ }).click();
  await expect(page.getByText('3名に修了証を発行しました')).toBeVisible();
  quiet.expectQuiet();
  await desk.close();
});

test('a second press reports that it was already done, without JavaScript too', async ({
  browser,
  baseURL,
}) => {
  const desk = await Desk.open();
  const runId = await aRunThatEnds(desk);
  const first = (await desk.completionsOf(runId)).find(({ name }) => name === '青木 花')!;

  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), javaScriptEnabled: false });
  await signIn(context, demoAccounts.office);
  const page = await context.newPage();
  await page.goto(`/office/runs/${runId}/certificates`);
  await page.getByLabel('青木 花さんを選ぶ').check();
  await page.getByRole('button', { name: '選んだ方を確かめる' }).click();
  // Meanwhile a colleague has issued it
  await desk.issue([first.enrolmentId]);
  await page.getByRole('button', { name: '1名に修了証を発行する' }).click();
  // The page reloads by itself
  await expect(page.getByRole('heading', { name: '修了証の発行の結果' })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('1名には発行していません')).toBeVisible();
  await expect(page.locator('main')).toContainText('すでに発行されています。何もしなくて大丈夫です。');
  await context.close();
  await desk.close();
});
