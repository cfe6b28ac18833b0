import { expect, type Page } from '@playwright/test';
import type { Account } from './accounts.ts';
import { completePractical } from './completing.ts';
import type { Desk } from './desk.ts';
import { aResident, unheard } from './resident.ts';

/** A person with a certificate who is not a supporter yet; the name is unique among runs. */
export async function aSupporterToBe(
  desk: Desk,
  called: string,
): Promise<{ name: string; account: Account }> {
  const name = unheard(called);
  const run = await desk.openRun('practical');
  const learner = await desk.aLearner(run.courseRunId, aResident({ name }));
  await completePractical(desk, run, learner);
  await expect.poll(async () => (await desk.completionsOf(run.courseRunId))[0]?.complete).toBe(true);
  await desk.issue([learner.enrolmentId]);
  return { name, account: learner.account };
}

/** Fills in the whole form, from マイページ to the last page. `look` is called on each page. */
export async function registerAsSupporter(
  page: Page,
  look: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const next = () => page.getByRole('button', { name: 'つぎへ' }).click();
  await page.goto('/my');
  await page.getByRole('link', { name: '活動登録をする' }).click();
  await next();
  await expect(page.getByRole('alert')).toContainText('してみたい活動を、ひとつ以上選んでください');
  await page.getByLabel('居場所・サロンの手伝い').check();
  await look(page);
  await next();
  await page.getByLabel('月曜日 午前').check();
  await look(page);
  await next();
  await page.getByLabel('市内どこでも').check();
  await look(page);
  await next();
  await page.getByLabel('手紙').check();
  await look(page);
  await next();
  await look(page);
  await page.getByLabel('上の誓約を読みました').check();
  await next();
  await expect(page.locator('main')).toContainText('月(午前)');
  await look(page);
  await page.getByRole('button', { name: 'この内容で申請する' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('活動登録の申請を受け付けました');
  await look(page);
}
