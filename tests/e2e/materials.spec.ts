import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { Desk } from './support/desk.ts';
import { Looks } from './support/looks.ts';
import { aResident } from './support/resident.ts';

test.describe.configure({ mode: 'parallel', timeout: 240_000 });

const sample = path.resolve(import.meta.dirname, '../../apps/api/assets/documents/neighbours.pdf');

/** The office creates a document and uploads its file. @returns the address of its page */
async function send(page: Page, title: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.goto('/office/materials');
  await page.getByRole('link', { name: '新しい教材をつくる' }).click();
  await page.getByLabel('題名').fill(title);
  await page.getByRole('button', { name: 'つくって、PDFを送る画面へ進む' }).click();
  await expect(page.getByText('教材をつくりました。')).toBeVisible();
  await page.getByLabel('PDFを選ぶ').setInputFiles(file);
  await page.getByRole('button', { name: 'このPDFを送る' }).click();
  return new URL(page.url()).pathname;
}

test('the office uploads a PDF, the worker processes it, everybody can read it', async ({
  page,
  context,
}) => {
  await signIn(context, demoAccounts.office);
  const title = `大丈夫?ご近所力の見本 ${Date.now()}`;
  const file = { name: '見本.pdf', mimeType: 'application/pdf', buffer: readFileSync(sample) };
  const address = await send(page, title, file);
  await expect(page.getByText('4ページの画像と文章ができました。')).toBeVisible({ timeout: 90_000 });
  const looks = new Looks(page);
  await looks.look('a document of the office');
  await page.goto(`${address}/text`);
  await page.getByLabel('1ページ目の文章').fill('ご近所の支え合いミニ手帳の表紙です。');
  await page.getByRole('button', { name: '文章を保存する' }).first().click();
  await expect(page.getByText('文章を保存しました。')).toBeVisible();
  await page.getByRole('button', { name: '公開する', exact: true }).click();
  await expect(page.getByText('公開しました。')).toBeVisible();

  await page.goto('/materials');
  await page.getByRole('searchbox', { name: '言葉でさがす' }).fill('ご近所力の見本');
  await page.getByRole('button', { name: 'さがす', exact: true }).click();
  await page.getByRole('link', { name: title }).click();
  const picture = page.getByRole('img', { name: /1ページ目の画像です/ });
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth))
    .toBeGreaterThan(700);
  await looks.look('a document of everybody');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('2ページ目(全4ページ)').first()).toBeVisible();
  await page.getByRole('link', { name: '大きくする' }).click();
  await expect(page.getByText('いまの大きさ 150%')).toBeVisible();
  await looks.look('a document in large');
  await page.getByRole('link', { name: '文字だけ' }).click();
  await expect(page.getByText('ご近所の支え合いミニ手帳の表紙です。')).toBeVisible();
  await looks.look('the words of a document');
  looks.expectNothing();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /PDFを保存する\(PDF .*4ページ\)/ }).click();
  expect((await download).suggestedFilename()).toBe('見本.pdf');
});

test('a PDF with active content is refused with what to do', async ({ page, context }) => {
  await signIn(context, demoAccounts.office);
  const body =
    '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /OpenAction << /S /JavaScript /JS (x) >> >>\nendobj\n%%EOF\n';
  await send(page, `動くしかけのある教材 ${Date.now()}`, {
    name: 'しかけ.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(body),
  });
  await expect(page.getByText('このPDFは使えませんでした。')).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('開いたときに動くしかけ')).toBeVisible();
  const looks = new Looks(page);
  await looks.look('a document that was refused');
  looks.expectNothing();
});

test('a learner returns to the page last read, also without JavaScript', async ({ browser }) => {
  const desk = await Desk.open();
  const run = await desk.openRun('introductory');
  const learner = await desk.aLearner(run.courseRunId, aResident());
  await desk.close();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await signIn(context, learner.account);
  const page = await context.newPage();
  const course = `/my/courses/${learner.enrolmentId}`;
  await page.goto(course);
  await page.getByRole('link', { name: /集合研修の日のご案内/ }).click();
  await expect(page.getByRole('img', { name: /1ページ目の画像です/ })).toBeVisible();
  await page.getByRole('link', { name: 'ぜんぶ並べる' }).click();
  await page.getByRole('button', { name: /ここまで読んだ/ }).click();
  await expect(page.getByText('1ページ目を覚えました。')).toBeVisible();
  await context.close();
});
