import { expect, type Page } from '@playwright/test';
import type { Resident } from './resident.ts';

/** Submits the page of the form and waits for the heading of the next one. */
async function goOn(page: Page, heading: string): Promise<void> {
  await page.getByRole('button', { name: 'つぎへ進む' }).click();
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
}

/** Opens the form of a run and answers it page by page, up to the check page. */
export async function fillApplication(page: Page, runId: string, resident: Resident): Promise<void> {
  await page.goto(`/apply/${runId}`);
  await page.getByRole('button', { name: '申込を始める' }).click();
  await page.getByLabel('受講する本人').check();
  await goOn(page, '受講する方のお名前');
  await page.getByLabel('お名前').fill(resident.name);
  await page.getByLabel('ふりがな').fill(resident.kana);
  await goOn(page, '受講する方の生年月日');
  await page.getByLabel('元号').selectOption(resident.era);
  const [year, month, day] = resident.born;
  await page.getByLabel('年', { exact: true }).fill(year);
  await page.getByLabel('月', { exact: true }).fill(month);
  await page.getByLabel('日', { exact: true }).fill(day);
  await goOn(page, '受講する方の連絡先');
  await page.getByLabel('電話番号').fill(resident.phone);
  await page.getByLabel('ご住所').fill(resident.address);
  if (resident.email) {
    await page.getByRole('textbox', { name: 'メールアドレス' }).fill(resident.email);
    await page.getByLabel('メールで受け取る').check();
  }
  await goOn(page, 'ご希望はありますか');
  await page.getByLabel('前の方の席').check();
  await goOn(page, '入力した内容の確認');
}

/** Gives consent and submits. @returns the 受付番号 */
export async function sendApplication(page: Page): Promise<string> {
  await page.getByLabel('個人情報の取り扱いに同意します').check();
  await page.getByRole('button', { name: 'この内容で申し込む' }).click();
  await expect(page.getByRole('heading', { name: '申込を受け付けました' })).toBeVisible();
  const number = /R\d+-\d{6}/.exec(await page.locator('main').innerText())?.[0];
  expect(number, 'the 受付番号 on the page').toBeDefined();
  return number!;
}
