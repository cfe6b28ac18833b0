import { expect, test, type Page } from '@playwright/test';
import type { WatchView } from '@kizuna/shared/contracts/learning';
import { signIn } from './support/accounts.ts';
import { Desk, type Learner } from './support/desk.ts';
import { lessonsOf } from './support/lessons.ts';
import { aResident } from './support/resident.ts';

test.describe.configure({ timeout: 150_000 });

let desk: Desk;
test.beforeAll(async () => {
  desk = await Desk.open();
});
test.afterAll(() => desk.close());

interface Film {
  learner: Learner;
  address: string;
  watch: () => Promise<WatchView>;
}

/** A learner of her own who has the film lesson in front of her. */
async function openFilm(page: Page): Promise<Film> {
  const run = await desk.openRun('introductory');
  const learner = await desk.aLearner(run.courseRunId, aResident());
  await signIn(page.context(), learner.account);
  const [video] = await lessonsOf(page, learner.enrolmentId, 'video');
  const place = `${learner.enrolmentId}/lessons/${video!.lesson.lessonId}`;
  await page.goto(`/my/courses/${place}`);
  const watch = async () => {
    const answer = await page.request.get(`/api/me/enrolments/${place}`);
    return ((await answer.json()) as { watch: WatchView }).watch;
  };
  return { learner, address: `/my/courses/${place}`, watch };
}

async function play(page: Page, name = '再生する'): Promise<void> {
  await expect(page.locator('.vjs-control-bar')).toBeAttached();
  await page.locator('video').evaluate((film: HTMLVideoElement) => (film.muted = true));
  const controls = page.getByRole('group', { name: '動画の操作' });
  await controls.getByRole('button', { name, exact: true }).click();
}

function position(page: Page): Promise<number> {
  return page.locator('video').evaluate((film: HTMLVideoElement) => film.currentTime);
}

async function playPast(page: Page, seconds: number): Promise<void> {
  await expect.poll(() => position(page), { timeout: 60_000 }).toBeGreaterThan(seconds);
}

async function stop(page: Page): Promise<void> {
  const controls = page.getByRole('group', { name: '動画の操作' });
  await controls.getByRole('button', { name: '止める' }).click();
}

test('a film plays with captions, and what was seen is counted while it runs', async ({ page }) => {
  const { watch } = await openFilm(page);
  await expect(page.getByText('まだ見ていません。')).toBeVisible();
  await play(page);
  await playPast(page, 8);
  const cue = page.locator('.vjs-text-track-cue').first();
  await expect(cue).toBeVisible();
  const said = (await cue.innerText()).replaceAll(/\s/g, '');
  expect(said).toMatch(/[ぁ-ん]/);
  await expect.poll(async () => (await watch()).percent).toBeGreaterThanOrEqual(1);
  const before = (await watch()).remainingMs;
  await expect.poll(async () => (await watch()).remainingMs, { timeout: 30_000 }).toBeLessThan(before);
  await stop(page);
  await page.getByRole('button', { name: '表示しない' }).click();
  await expect(page.locator('.vjs-text-track-cue')).toHaveCount(0);
});

test('a jump over a part does not count it, and a button leads back to what is missing', async ({ page }) => {
  const { watch } = await openFilm(page);
  await play(page);
  await playPast(page, 5);
  await page.locator('video').evaluate((film: HTMLVideoElement) => (film.currentTime = 200));
  await playPast(page, 204);
  await stop(page);
  await expect.poll(async () => (await watch()).creditedRanges.length).toBe(2);
  const { creditedRanges, missingRanges, done } = await watch();
  expect(creditedRanges[0]![1]).toBeLessThan(60_000);
  expect(creditedRanges[1]![0]).toBeGreaterThan(190_000);
  expect(done).toBe(false);
  await page.getByRole('button', { name: '見ていないところから見る' }).click();
  await expect
    .poll(async () => Math.abs((await position(page)) * 1000 - missingRanges[0]![0]))
    .toBeLessThan(15_000);
});

test('a reload goes on where the film was left', async ({ page }) => {
  const { address, watch } = await openFilm(page);
  await play(page);
  await playPast(page, 7);
  await stop(page);
  const left = await position(page);
  await expect.poll(async () => (await watch()).resumeMs).toBeGreaterThan(4_000);
  await page.goto('/my');
  await page.goto(address);
  await expect(page.getByText(/前回のつづき/)).toBeVisible();
  await play(page, 'つづきから再生する');
  expect(await position(page)).toBeGreaterThan(left - 3);
  await playPast(page, left + 1);
});

test('what cannot be reported is said so, kept, and counted when the network is back', async ({ page }) => {
  const { watch } = await openFilm(page);
  // the whole film is in the browser before the network goes
  await page.locator('video').evaluate((film: HTMLVideoElement) => (film.preload = 'auto'));
  await play(page);
  await playPast(page, 3);
  await expect.poll(async () => (await watch()).creditedRanges.length).toBe(1);
  const before = (await watch()).remainingMs;
  const reports = '**/watch-reports';
  await page.route(reports, (route) => route.abort('internetdisconnected'));
  await expect(page.getByText('見た記録を、まだ送れていません')).toBeVisible({ timeout: 30_000 });
  await playPast(page, 10);
  await page.unroute(reports);
  await expect(page.getByText('見た記録を、まだ送れていません')).toBeHidden({ timeout: 30_000 });
  await stop(page);
  await expect.poll(async () => (await watch()).remainingMs).toBeLessThan(before - 3_000);
});
