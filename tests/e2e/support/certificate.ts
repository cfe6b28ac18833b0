import { expect, type Page } from '@playwright/test';

/** The content of a certificate that its holder can read. */
export interface ShownCertificate {
  name: string;
  /** The path in its QR code. */
  path: string;
  number: string;
  code: string;
}

/** The office views the 見本, chooses the person, reads the list and issues. */
export async function issueFromPage(office: Page, runId: string, name: string): Promise<void> {
  await office.goto(`/office/runs/${runId}/certificates`);
  const row = office.getByRole('row').filter({ hasText: name });
  const preview = await row.getByRole('link', { name: '見本を見る' }).getAttribute('href');
  const sample = await office.request.get(preview!);
  expect(sample.headers()['content-type']).toContain('application/pdf');
  await row.getByLabel(`${name}さんを選ぶ`).check();
  await office.getByRole('button', { name: '選んだ方を確かめる' }).click();
  await expect(office.getByText('つぎの1名に、修了証を発行します。')).toBeVisible();
  await expect(office.locator('main')).toContainText(name);
  await office.getByRole('button', { name: '1名に修了証を発行する' }).click();
  // The page of the batch reloads by itself until the job has finished
  await expect(office.getByText('1名に修了証を発行しました').first()).toBeVisible({ timeout: 30_000 });
}

/** Anybody verifies by QR code, and by number and code; a changed code is refused both ways. */
export async function expectVerified(stranger: Page, shown: ShownCertificate): Promise<void> {
  await stranger.goto(shown.path);
  await expect(stranger.getByRole('heading', { name: 'この修了証は有効です' })).toBeVisible();
  await expect(stranger.locator('main')).toContainText(shown.name);
  await expect(stranger.locator('main')).toContainText(shown.number);

  await checkByHand(stranger, shown.number, shown.code.toLowerCase().replace('-', ''));
  await expect(stranger.getByRole('heading', { name: 'この修了証は有効です' })).toBeVisible();

  const last = shown.code.at(-1) === 'A' ? 'B' : 'A';
  await checkByHand(stranger, shown.number, shown.code.slice(0, -1) + last);
  await expect(stranger.getByText('この修了証は確認できません').first()).toBeVisible();
  await stranger.goto(shown.path.slice(0, -1) + (shown.path.endsWith('A') ? 'B' : 'A'));
  await expect(stranger.getByText('この修了証は確認できません').first()).toBeVisible();
}

async function checkByHand(stranger: Page, number: string, code: string): Promise<void> {
  await stranger.goto('/verify');
  await stranger.getByLabel('修了証の番号').fill(number);
  await stranger.getByLabel('確認コード').fill(code);
  await stranger.getByRole('button', { name: 'この修了証を確認する' }).click();
}

/** マイページ says that nothing is missing any more; attendance arrives there shortly after it is written. */
export async function expectReady(learner: Page): Promise<void> {
  await expect(async () => {
    await learner.goto('/my');
    await expect(learner.locator('main')).toContainText('修了の条件がすべてそろいました', { timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
}
