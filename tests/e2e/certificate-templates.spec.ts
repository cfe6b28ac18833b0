import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { guard } from './support/guard.ts';
import { lookAt } from './support/look-at.ts';

const list = '/office/certificate-templates';

/** A copy of the standard template, so that certificates of other journeys are not affected. */
async function copyStandard(page: Page, name: string): Promise<void> {
  await page.goto(list);
  await page.getByRole('row').filter({ hasText: '標準' }).first().getByRole('link').click();
  await page.getByLabel('新しい様式の名前').fill(name);
  await page.getByRole('button', { name: '写して作る' }).click();
  await expect(page.getByText('新しい様式を作りました')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

test('a template is copied, edited beside its preview, adopted and assigned to a course', async ({
  page,
}) => {
  test.slow();
  await signIn(page.context(), demoAccounts.office);
  const quiet = guard(page);
  const name = `試しの様式 ${Date.now()}`;

  await page.goto('/office/settings');
  await page.getByRole('link', { name: '修了証の様式を見る・直す' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('修了証の様式');
  await lookAt(page);
  await copyStandard(page, name);
  await lookAt(page);

  const preview = page.getByRole('img', { name: 'この内容で作った修了証の見本' });
  const before = await preview.getAttribute('src');
  await page.getByLabel('表題').fill('感謝状');
  await expect(preview).toHaveAttribute('src', /^blob:/);
  const titled = await preview.getAttribute('src');
  expect(titled).not.toBe(before);
  await page.getByRole('textbox', { name: '本文' }).fill('あなたは{{courseTitle}}を修め\nました');
  await expect(preview).not.toHaveAttribute('src', titled!);
  const worded = await preview.getAttribute('src');

  await page.getByLabel('表題').fill('修了証'.repeat(5));
  await expect(page.getByText('見本は、直す前のものです。')).toBeVisible();
  await expect(preview).toHaveAttribute('src', worded!);
  await page.getByLabel('表題').fill('感謝状');
  await expect(page.getByText('見本は、直す前のものです。')).toHaveCount(0);

  await page.getByRole('textbox', { name: '本文' }).fill('{{nickname}}さん、おめでとうございます');
  const beside = page.getByRole('region', { name: '見本' });
  await expect(beside).toContainText('は、差し込みの言葉ではありません。');
  await page.getByRole('button', { name: '下書きを保存する' }).click();
  await expect(page.getByRole('alert')).toContainText('は、差し込みの言葉ではありません。');
  await lookAt(page);
  quiet.expectQuiet(/status of 4\d\d/);

  await page.getByRole('textbox', { name: '本文' }).fill('あなたは{{courseTitle}}を修めました');
  await page.getByRole('button', { name: '下書きを保存する' }).click();
  await expect(page.getByText('下書きを保存しました')).toBeVisible();
  await expect(page.getByLabel('表題')).toHaveValue('感謝状');
  await page.getByRole('button', { name: 'この様式を使う' }).click();
  await expect(page.getByText('この様式を使うようにしました')).toBeVisible();
  await expect(page.getByText('下書きは、いま使っている第1版と同じです。')).toBeVisible();

  await page.goto(list);
  const course = page.getByRole('form').first();
  await course.getByLabel('日本語の修了証', { exact: true }).selectOption(name);
  await course.getByRole('button', { name: 'この組み合わせで使う' }).click();
  await expect(page.getByText('講座の様式を変えました')).toBeVisible();
  await expect(course.locator('option:checked').first()).toHaveText(name);
  await lookAt(page);
  await course.getByLabel('日本語の修了証', { exact: true }).selectOption('標準の様式を使う');
  await course.getByRole('button', { name: 'この組み合わせで使う' }).click();
  await expect(course.locator('option:checked').first()).toHaveText('標準の様式を使う');
  quiet.expectQuiet();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a button updates the preview, an error keeps the input, and the draft is saved', async ({ page }) => {
    await signIn(page.context(), demoAccounts.office);
    await copyStandard(page, `JSなしの様式 ${Date.now()}`);
    const preview = page.getByRole('img', { name: 'この内容で作った修了証の見本' });
    const before = await preview.getAttribute('src');
    await page.getByLabel('表題').fill('感謝状');
    await page.getByRole('button', { name: '見本を作りなおす' }).click();
    await expect(page.getByLabel('表題')).toHaveValue('感謝状');
    expect(await preview.getAttribute('src')).not.toBe(before);
    const drawn = await page.request.get((await preview.getAttribute('src'))!);
    expect(drawn.headers()['content-type']).toContain('image/svg+xml');

    await page.getByRole('textbox', { name: '本文' }).fill('{{nickname}}さん');
    for (const press of ['見本を作りなおす', '下書きを保存する']) {
      await page.getByRole('button', { name: press }).click();
      await expect(page.getByRole('alert')).toContainText('差し込みの言葉ではありません。');
    }
    await expect(page.getByText('見本は、直す前のものです。')).toBeVisible();
    await expect(page.getByLabel('表題')).toHaveValue('感謝状');
    await page.getByRole('textbox', { name: '本文' }).fill('おめでとうございます');
    await page.getByRole('button', { name: '下書きを保存する' }).click();
    await expect(page.getByText('下書きを保存しました')).toBeVisible();
    await expect(page.getByRole('textbox', { name: '本文' })).toHaveValue('おめでとうございます');
  });
});
