import { expect, test } from '@playwright/test';
import { mediaPath } from '@kizuna/shared/contracts/paths-without-endpoint';
import { Desk } from './support/desk.ts';
import {
  controlsOf,
  jumpTo,
  mediaOf,
  openFilm,
  play,
  playPast,
  position,
  stop,
  waitForLadders,
} from './support/film.ts';

test.describe.configure({ timeout: 150_000 });

let desk: Desk;
test.beforeAll(async () => {
  test.setTimeout(450_000);
  desk = await Desk.open();
  await waitForLadders(desk);
});
test.afterAll(() => desk.close());

test('the film plays as HLS with captions, and what was watched is counted while it plays', async ({
  page,
}) => {
  const media = mediaOf(page);
  const { watch } = await openFilm(page, desk);
  await expect(page.getByText('まだ見ていません。').first()).toBeVisible();
  expect(media.filter((name) => !/\.(webp|jpg|vtt)$/.test(name))).toEqual([]);
  await play(page);
  await playPast(page, 8);
  expect(media).toContain('master.m3u8');
  expect(media.filter((name) => name.endsWith('.ts')).length).toBeGreaterThan(1);
  expect(media).not.toContain('film.mp4');
  const source = await page.locator('video').evaluate((film: HTMLVideoElement) => film.currentSrc);
  expect(source, 'media source extensions').toMatch(/^blob:/);
  const cue = page.locator('.vjs-text-track-cue').first();
  await expect(cue).toBeVisible();
  expect((await cue.innerText()).replaceAll(/\s/g, '')).toMatch(/[ぁ-ん]/);
  await expect.poll(async () => (await watch()).percent).toBeGreaterThanOrEqual(1);
  const before = (await watch()).remainingMs;
  await expect.poll(async () => (await watch()).remainingMs, { timeout: 30_000 }).toBeLessThan(before);
  await stop(page);
  await controlsOf(page).getByRole('button', { name: '表示しない' }).click();
  await expect(page.locator('.vjs-text-track-cue')).toHaveCount(0);
});

test('a part that was skipped does not count, and a button leads back to it', async ({ page }) => {
  const { watch } = await openFilm(page, desk);
  await play(page);
  await playPast(page, 5);
  await jumpTo(page, 200);
  await playPast(page, 204);
  await stop(page);
  await expect.poll(async () => (await watch()).creditedRanges.length).toBe(2);
  const { creditedRanges, missingRanges, done } = await watch();
  expect(creditedRanges[0]![1]).toBeLessThan(60_000);
  expect(creditedRanges[1]![0]).toBeGreaterThan(190_000);
  expect(done).toBe(false);
  await page.getByText('見たところと、まだのところ').click();
  await expect(page.getByRole('row').filter({ hasText: 'まだです' })).toHaveCount(missingRanges.length);
  await page.getByRole('button', { name: '見ていないところから見る' }).click();
  await expect
    .poll(async () => Math.abs((await position(page)) * 1000 - missingRanges[0]![0]))
    .toBeLessThan(15_000);
});

test('without a network the film stops and says so, and continues when the network is back', async ({
  page,
  context,
}) => {
  const { watch } = await openFilm(page, desk);
  await play(page);
  await playPast(page, 3);
  await context.setOffline(true);
  await jumpTo(page, 300); // nothing at this position is loaded yet
  await expect(page.getByText('通信が切れています')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('見た記録を、まだ送れていません')).toBeVisible({ timeout: 30_000 });
  await context.setOffline(false);
  await playPast(page, 303);
  await expect(page.getByText('通信が切れています')).toBeHidden();
  await expect(page.getByText('見た記録を、まだ送れていません')).toBeHidden({ timeout: 30_000 });
  await stop(page);
  await expect.poll(async () => (await watch()).creditedRanges.length).toBe(2);
  const credited = (await watch()).creditedRanges;
  expect(credited[0]![1], 'what was played before the network was lost').toBeGreaterThan(2_500);
  expect(credited[1]![0]).toBeGreaterThan(294_000);
});

test('expired addresses are renewed, at the same position and without loss', async ({ page }) => {
  const { watch } = await openFilm(page, desk);
  await play(page);
  await playPast(page, 4);
  const first = await page.locator('video').evaluate((film: HTMLVideoElement) => film.currentSrc);
  let refused = 0;
  await page.route(`**${mediaPath}/**/*.ts`, async (route) => {
    refused += 1;
    await route.fulfill({ status: 403 });
  });
  await page.route('**/__data.json*', async (route) => {
    await page.unroute(`**${mediaPath}/**/*.ts`);
    await route.continue();
  });
  await jumpTo(page, 250);
  await playPast(page, 253);
  expect(refused).toBeGreaterThan(0);
  const second = await page.locator('video').evaluate((film: HTMLVideoElement) => film.currentSrc);
  expect(second, 'another source').not.toBe(first);
  await stop(page);
  await expect.poll(async () => (await watch()).creditedRanges.length).toBe(2);
  expect((await watch()).creditedRanges[0]![1]).toBeGreaterThan(3_500);
});

test('if HLS is unavailable, the MP4 plays; if nothing is available, a message says what to do', async ({
  page,
}) => {
  const { address } = await openFilm(page, desk);
  const media = mediaOf(page);
  await page.route('**/*.m3u8', (route) => route.fulfill({ status: 404 }));
  await play(page);
  await playPast(page, 2);
  expect(media).toContain('film.mp4');
  await page.route('**/film.mp4', (route) => route.fulfill({ status: 404 }));
  await page.goto(address);
  await page.locator('video').evaluate((film: HTMLVideoElement) => (film.muted = true));
  await controlsOf(page)
    .getByRole('button', { name: /再生する/ })
    .click();
  const notice = page.getByRole('alert').filter({ hasText: '動画を再生できません' });
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await expect(notice.getByRole('link', { name: /0280/ })).toBeVisible();
});

test('a browser that can play none of our films shows what to do', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLMediaElement.prototype.canPlayType = () => '';
  });
  await openFilm(page, desk);
  const notice = page.getByRole('alert').filter({ hasText: 'この端末のブラウザーでは' });
  await expect(notice).toContainText('社協の窓口で見る');
  await expect(notice.getByRole('link', { name: /0280/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: '動画の文章' })).toBeVisible();
});

test('Safari keeps its own player and controls', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' });
    const element = document.createElement('video');
    const mp4 = (type: string) => element.canPlayType.call(element, type);
    const known = new Map(
      ['video/mp4; codecs="avc1.64001f, mp4a.40.2"', 'video/mp4'].map((type) => [type, mp4(type)]),
    );
    HTMLMediaElement.prototype.canPlayType = (type) =>
      type.includes('mpegurl') ? 'maybe' : (known.get(type) ?? '');
  });
  const scripts: string[] = [];
  page.on('response', async (answer) => {
    if (answer.url().endsWith('.js')) scripts.push(await answer.text().catch(() => ''));
  });
  const { watch } = await openFilm(page, desk);
  const film = page.locator('video');
  await expect.poll(() => film.evaluate((element: HTMLVideoElement) => element.src)).toMatch(/master\.m3u8$/);
  expect(await film.evaluate((element: HTMLVideoElement) => element.controls && element.playsInline)).toBe(
    true,
  );
  await expect(page.locator('.vjs-control-bar')).toHaveCount(0);
  expect(scripts.some((text) => text.includes('vjs-control-bar'))).toBe(false);
  await play(page); // by the browser's own HLS, or by the MP4 as fallback
  await playPast(page, 7); // one percent of the film is 4.2 seconds
  await stop(page);
  await expect.poll(async () => (await watch()).percent).toBeGreaterThanOrEqual(1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the MP4 plays, the transcript can be read, and a message says what is missing', async ({ page }) => {
    const media = mediaOf(page);
    await page.goto('/videos/kizuna-digest');
    await expect(page.getByText('速さや字幕をえらぶボタンが動きません')).toBeVisible();
    await expect(page.getByRole('heading', { name: '動画の文章' })).toBeVisible();
    const film = page.locator('video');
    await film.scrollIntoViewIfNeeded();
    const box = (await film.boundingBox())!;
    // the browser's own button, which a script cannot press
    await page.mouse.click(box.x + 25, box.y + box.height - 48);
    await expect.poll(() => media).toContain('film.mp4');
  });
});
