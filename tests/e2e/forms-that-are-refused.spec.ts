import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { Desk } from './support/desk.ts';
import { Looks } from './support/looks.ts';

// hundreds of checks: recording each would take longer than the checks
test.use({ trace: 'off' });

test.describe.configure({ mode: 'parallel', timeout: 180_000 });

/** Submits the form as it is: it must return with a focused error summary and with errors at the fields. */
async function sendEmpty(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  const summary = page.getByRole('alert').filter({ hasText: /./ }).first();
  await expect(summary).toBeVisible();
  await expect(summary).toBeFocused();
  const link = summary.getByRole('link').first();
  const target = page.locator((await link.getAttribute('href'))!);
  await link.click();
  await expect(target).toBeFocused();
}

const forms: [path: string, button: string][] = [
  ['/sign-in', 'カードでサインインする'],
  ['/sign-in', 'メールアドレスでサインインする'],
  ['/verify', 'この修了証を確認する'],
  ['/verify/credential', 'この証明を確かめる'],
  ['/forgot', 'メールを送る'],
  ['/password-reset/code', 'このパスワードにする'],
];

test('public forms show accessible errors', async ({ page }) => {
  const looks = new Looks(page);
  for (const [path, button] of forms) {
    await page.goto(path);
    await sendEmpty(page, button);
    await looks.look(`${path} refused`);
  }
  looks.expectNothing();
});

test('each page of the application form shows accessible errors', async ({ page }) => {
  const desk = await Desk.open();
  const run = await desk.openRun('introductory');
  await desk.close();
  const looks = new Looks(page);
  const next = () => page.getByRole('button', { name: 'つぎへ進む' }).click();
  await page.goto(`/apply/${run.courseRunId}`);
  await looks.look('apply: start');
  await page.getByRole('button', { name: '申込を始める' }).click();
  await expect(page.getByRole('heading', { name: 'どなたが申し込みますか' })).toBeVisible();
  await sendEmpty(page, 'つぎへ進む');
  await looks.look('apply: who, refused');
  await page.getByLabel('ご家族が代わりに').check();
  await page.getByLabel('代わりに申し込む方のお名前').fill('古河 太郎');
  await next();
  await expect(page.getByRole('heading', { name: '受講する方のお名前' })).toBeVisible();
  await sendEmpty(page, 'つぎへ進む');
  await looks.look('apply: name, refused');
  await page.getByLabel('お名前').fill('古河 花子');
  await page.getByLabel('ふりがな').fill('こが はなこ');
  await next();
  await expect(page.getByRole('heading', { name: '受講する方の生年月日' })).toBeVisible();
  await sendEmpty(page, 'つぎへ進む');
  await looks.look('apply: birth date, refused');
  await page.getByLabel('元号').selectOption('heisei');
  for (const [part, value] of Object.entries({ 年: '28', 月: '4', 日: '1' }))
    await page.getByLabel(part, { exact: true }).fill(value);
  await next();
  await page.getByLabel('保護者の方のお名前').fill('古河 太郎');
  await looks.look('apply: guardian');
  await next();
  await expect(page.getByRole('heading', { name: '受講する方の連絡先' })).toBeVisible();
  await sendEmpty(page, 'つぎへ進む');
  await looks.look('apply: contact, refused');
  await page.getByLabel('電話番号').fill('0280-48-0808');
  await page.getByLabel('ご住所').fill('古河市新久田271-1');
  await next();
  await expect(page.getByRole('heading', { name: 'ご希望はありますか' })).toBeVisible();
  await looks.look('apply: wishes');
  await next();
  await expect(page.getByRole('heading', { name: '入力した内容の確認' })).toBeVisible();
  await sendEmpty(page, 'この内容で申し込む');
  await looks.look('apply: check, refused');
  looks.expectNothing();
});

const officeForms: [path: string, button: string][] = [
  ['/office/runs/new', 'この内容で開講回をつくる'],
  ['/office/applications/new', 'この申込を受け付ける'],
];

test('forms of the office show accessible errors', async ({ page, context }) => {
  await signIn(context, demoAccounts.office);
  const looks = new Looks(page);
  for (const [path, button] of officeForms) {
    await page.goto(path);
    await sendEmpty(page, button);
    await looks.look(`${path} refused`);
  }
  looks.expectNothing();
});
