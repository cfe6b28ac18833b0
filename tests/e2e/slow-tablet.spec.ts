import { expect, test, type Page } from '@playwright/test';
import { demoAccounts, signIn } from './support/accounts.ts';
import { Desk } from './support/desk.ts';
import { controlsOf, openFilm, playPast } from './support/film.ts';

/** Holds back the page's scripts, as a slow connection does. @returns releases them */
async function holdScripts(page: Page): Promise<() => void> {
  let arrive = () => {};
  const late = new Promise<void>((resolve) => (arrive = resolve));
  await page.route('**/_app/immutable/**/*.js', async (route) => {
    await late;
    await route.continue();
  });
  return arrive;
}

test('input typed before the scripts load is kept', async ({ page, context }) => {
  await signIn(context, demoAccounts.office);
  const arrive = await holdScripts(page);
  await page.goto('/office/runs/new', { waitUntil: 'commit' });
  await page.getByLabel('開講回の名前').fill('早い指の回');
  await page.getByLabel('始まりの時刻').fill('07:30');
  await page.getByLabel('持ち物').fill('筆記用具');
  const course = page.locator('select[name=courseId]');
  await course.selectOption({ index: 1 });
  const chosen = await course.inputValue();
  await page.getByRole('checkbox').first().check();
  await page.locator('[name=status][value=published]').check();
  arrive();
  await expect(page.locator('#svelte-announcer')).toBeAttached();
  await expect(page.getByLabel('開講回の名前')).toHaveValue('早い指の回');
  await expect(page.getByLabel('始まりの時刻')).toHaveValue('07:30');
  await expect(page.getByLabel('持ち物')).toHaveValue('筆記用具');
  await expect(course).toHaveValue(chosen);
  await expect(page.getByRole('checkbox').first()).toBeChecked();
  await expect(page.locator('[name=status][value=published]')).toBeChecked();
});

test('what was opened before the scripts load stays open, and what was closed stays closed', async ({
  page,
  context,
}) => {
  await signIn(context, demoAccounts.graduate);
  const arrive = await holdScripts(page);
  await page.goto('/my/certificates', { waitUntil: 'commit' });
  await page.getByText('デジタルの証明(ほかのサービスで使う方へ)').first().click();
  await expect(page.getByRole('link', { name: '画像(PNG)' })).toBeVisible();
  arrive();
  await expect(page.locator('#svelte-announcer')).toBeAttached();
  await expect(page.getByRole('link', { name: '画像(PNG)' })).toBeVisible();
  await page.getByText('デジタルの証明(ほかのサービスで使う方へ)').first().click();
  await expect(page.getByRole('link', { name: '画像(PNG)' })).toBeHidden();
});

test('a film started before the scripts load keeps playing, and counts', async ({ page }) => {
  const desk = await Desk.open();
  const arrive = await holdScripts(page);
  const { watch } = await openFilm(page, desk, 'commit');
  const film = page.locator('video');
  await film.scrollIntoViewIfNeeded();
  await film.evaluate((element: HTMLVideoElement) => (element.muted = true));
  const box = (await film.boundingBox())!;
  await page.mouse.click(box.x + 25, box.y + box.height - 48);
  await playPast(page, 1);
  const before = await film.evaluate((element: HTMLVideoElement) => element.currentSrc);
  arrive();
  await expect(controlsOf(page).getByRole('button', { name: '止める' })).toBeVisible({ timeout: 20_000 });
  await playPast(page, 5);
  expect(await film.evaluate((element: HTMLVideoElement) => element.currentSrc)).toBe(before);
  await expect
    .poll(async () => (await watch()).creditedRanges[0]?.[1], { timeout: 20_000 })
    .toBeGreaterThan(3_000);
  await desk.close();
});
