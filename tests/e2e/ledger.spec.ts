import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { guard } from './support/guard.ts';
import { lookAt } from './support/look-at.ts';

test('certificates of the paper ledger are transcribed, corrected, searched and counted in the yearly report', async ({
  page,
}) => {
  await signIn(page.context(), demoAccounts.office);
  const quiet = guard(page);
  const stage = `昔の講座 ${Date.now()}`;

  await page.goto('/office/certificates/paper');
  await lookAt(page);
  await page.getByLabel('年度', { exact: false }).first().fill('平成27年度');
  await page.getByLabel('講座の名前').fill(stage);
  await page.getByLabel('番号').fill('3');
  await page.getByLabel('お名前').fill('昔野 花子');
  await page.getByLabel('修了日').fill('平成28年2月');
  // the person is looked up in the form of the line, and nothing typed is lost
  await page.getByLabel('登録からさがす').fill('たかはし せつこ');
  await page.getByRole('button', { name: 'この方をさがす' }).click();
  await page.getByRole('radio', { name: /髙橋 節子/ }).check();
  await lookAt(page);
  await expect(page.getByLabel('お名前')).toHaveValue('昔野 花子');
  await page.getByRole('button', { name: 'この内容で台帳に書き写す' }).click();
  await expect(page.getByText('台帳に書き写しました。')).toBeVisible();
  await expect(page.getByRole('link', { name: '昔野 花子' })).toHaveAttribute('href', /\/office\/people\//);
  await expect(page.locator('main')).toContainText('平成28年2月(日は不明)');

  await page.getByText('書き直す', { exact: true }).click();
  await anotherSearchUntiesNobody(page);
  await page.getByLabel('お名前').fill('昔野 華子');
  await page.getByLabel('直す理由').fill('写しまちがい');
  await page.getByRole('button', { name: 'この内容で書き直す' }).click();
  await expect(page.getByRole('heading', { name: 'これまでの記録' })).toBeVisible();
  await expect(page.getByRole('link', { name: '昔野 華子' })).toHaveAttribute('href', /\/office\/people\//);

  await page.goto('/office/certificates/paper/list');
  const rows = [
    ['年度', '講座', '番号', '氏名'],
    ['H27', stage, '4', '昔野 二郎'],
    ['H27', stage, '3', '昔野 三郎'],
  ];
  const paste = (lines: string[][]) =>
    page.getByLabel('一覧を貼り付ける').fill(lines.map((cells) => cells.join('\t')).join('\n'));
  await paste(rows);
  await page.getByRole('button', { name: '1行ずつ確かめる' }).click();
  await expect(page.getByRole('row').filter({ hasText: '昔野 三郎' })).toContainText('すでに台帳にあります');
  await lookAt(page);
  await paste(rows.slice(0, 2));
  await page.getByRole('button', { name: '1行ずつ確かめる' }).click();
  await page.getByRole('button', { name: '1行を台帳に書き写す' }).click();
  await expect(page.getByText('1行を、台帳に書き写しました。')).toBeVisible();

  await page.goto('/office/certificates/report');
  await lookAt(page);
  await expect(page.getByText('台帳は、書かれたときのままです。')).toBeVisible();
  const counted = page.getByRole('row').filter({ hasText: stage });
  await counted.getByRole('link', { name: '2', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: '紙の台帳から転記' })).toHaveCount(2);
  await lookAt(page);
  const sheet = await page.getByRole('link', { name: '台帳のページを印刷する(PDF)' }).getAttribute('href');
  const pdf = await page.request.get(sheet!);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  quiet.expectQuiet();
});

async function anotherSearchUntiesNobody(page: Page): Promise<void> {
  await page.getByLabel('登録からさがす').fill('どこにもいない方');
  await page.getByRole('button', { name: 'この方をさがす' }).click();
  await expect(page.getByText('「どこにもいない方」にあてはまる登録はありません。')).toBeVisible();
  await expect(page.getByRole('radio', { name: /髙橋 節子/ })).toBeChecked();
  await lookAt(page);
}

test('the ledger is exported for old programs, after listing what the file cannot represent', async ({
  page,
}) => {
  await signIn(page.context(), demoAccounts.office);
  const quiet = guard(page);
  await page.goto('/office/certificates');
  await page.getByRole('link', { name: '古いソフト用のCSV(Shift_JIS)' }).click();
  await expect(page.getByRole('link', { name: /行をShift_JISのCSVで書き出す/ })).toBeVisible();
  await lookAt(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: /Shift_JISのCSVで書き出す/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/^修了者台帳_Shift_JIS_\d{8}\.csv$/);
  quiet.expectQuiet();
});
