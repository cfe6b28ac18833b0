import { expect, test } from '@playwright/test';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
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
import { tabTo } from './support/keyboard.ts';
import { Looks } from './support/looks.ts';

test.describe.configure({ timeout: 150_000, mode: 'default' });

let desk: Desk;
let captions: { videoId: string; language: string };
test.beforeAll(async () => {
  test.setTimeout(450_000);
  desk = await Desk.open();
  await waitForLadders(desk);
  const { items } = await desk.ask(videoEndpoints.listVideos);
  const film = items.find(({ version }) => version === 'long')!;
  captions = { videoId: film.videoId, language: 'en' };
  const cues = [
    { fromMs: 0, toMs: 6_000, text: 'Good neighbours' },
    { fromMs: 6_000, toMs: 12_000, text: 'help each other.\nNeighbours talk.' },
  ];
  await desk.ask(videoEndpoints.saveCaptions, { params: captions, body: { revision: 0, cues } });
});
test.afterAll(async () => {
  await desk.ask(videoEndpoints.deleteCaptions, { params: captions });
  await desk.close();
});

test('captions in another language change the transcript too, and are remembered', async ({ page }) => {
  const { address, watch } = await openFilm(page, desk);
  await controlsOf(page).getByRole('button', { name: 'English' }).click();
  const text = page.getByRole('region', { name: '動画の文章' });
  await expect(text).toContainText('Good neighbours');
  await expect(page).toHaveURL(/language=en/);
  await play(page);
  const cue = page.locator('.vjs-text-track-cue').first();
  await expect(cue).toContainText('neighbours', { ignoreCase: true });
  await playPast(page, 2);
  await stop(page);
  await expect.poll(async () => (await watch()).resumeMs).toBeGreaterThan(0);
  await page.goto(address);
  await expect(text).toContainText('Good neighbours');
  await expect(controlsOf(page).getByRole('button', { name: 'English' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await controlsOf(page).getByRole('button', { name: '1.5倍' }).click();
  await page.reload();
  await play(page, 'つづきから再生する');
  expect(await page.locator('video').evaluate((film: HTMLVideoElement) => film.playbackRate)).toBe(1.5);
});

test('the transcript can be searched; the matches are counted and lead into the film', async ({ page }) => {
  await openFilm(page, desk);
  const search = page.getByRole('searchbox', { name: '文章からさがす' });
  await search.fill('ゴ近所');
  const text = page.getByRole('region', { name: '動画の文章' });
  const status = text.getByRole('status');
  await expect(status).toHaveText(/^\d+か所のうち1番目です$/);
  const count = Number(/^\d+/.exec(await status.innerText())![0]);
  await expect(text.locator('mark')).toHaveCount(count);
  await expect(text.locator('mark').first()).toHaveText(/ご近所/);
  await text.getByRole('button', { name: 'つぎの場所' }).click();
  await expect(status).toHaveText(`${count}か所のうち2番目です`);
  await search.press('Enter');
  await expect(status).toHaveText(`${count}か所のうち${count > 2 ? 3 : 1}番目です`);
  await text.getByRole('button', { name: '前の場所' }).click();
  await expect(status).toHaveText(`${count}か所のうち2番目です`);
  await expect(text.locator('mark.chosen')).toBeInViewport();
  await page.locator('video').evaluate((film: HTMLVideoElement) => (film.muted = true));
  await text.locator('mark.chosen').click();
  await playPast(page, 5);
  await expect(text.locator('[aria-current]:not(nav a)')).toBeVisible();
  await search.fill('ない言葉');
  await expect(status).toHaveText('「ない言葉」は見つかりませんでした');
});

test('the data saver loads the small picture only, now and next time', async ({ page }) => {
  const { address } = await openFilm(page, desk);
  await controlsOf(page).getByRole('button', { name: '少なくする' }).click();
  await page.goto(address);
  const media = mediaOf(page);
  await play(page);
  await playPast(page, 8);
  await page.getByRole('slider', { name: '再生する位置' }).focus();
  expect(media).toContain('360p.m3u8');
  const pieces = media.filter((name) => /\.(ts|m3u8|mp4|jpg)$/.test(name) || name === 'thumbnails.vtt');
  expect(pieces.filter((name) => !name.startsWith('360p'))).toEqual([]);
  await controlsOf(page).getByRole('button', { name: 'ふつう' }).last().click();
  await expect.poll(() => media).toContain('master.m3u8');
  await playPast(page, 10);
});

test('a film is watched with the keyboard alone', async ({ page }) => {
  await openFilm(page, desk);
  await page.locator('video').evaluate((film: HTMLVideoElement) => (film.muted = true));
  const begin = controlsOf(page).getByRole('button', { name: '再生する', exact: true });
  await tabTo(page, begin);
  await page.keyboard.press('Enter');
  await playPast(page, 1);
  await page.keyboard.press('ArrowRight');
  await playPast(page, 10);
  await page.keyboard.press('k');
  await expect(begin).toBeVisible();
  await page.keyboard.press('c');
  await expect(controlsOf(page).getByRole('button', { name: '表示しない' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('>');
  await expect(controlsOf(page).getByRole('button', { name: '1.25倍' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await page.keyboard.press('Home');
  await expect.poll(() => position(page)).toBeLessThan(1);
  const bar = page.getByRole('slider', { name: '再生する位置' });
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  await expect(bar).toHaveAttribute('aria-valuetext', /6分58秒のうち5秒/);
  await expect(page.locator('.seek .picture')).toBeVisible();
  await expect.poll(() => position(page)).toBeGreaterThan(4);
});

test('the film is accessible in every state', async ({ page }) => {
  const looks = new Looks(page);
  await openFilm(page, desk);
  await looks.look('film not begun');
  await play(page);
  await jumpTo(page, 100);
  await playPast(page, 103);
  await controlsOf(page).getByRole('button', { name: '止める' }).click();
  await page.getByText('見たところと、まだのところ').click();
  await page.getByText('キーボードでの操作').click();
  await page.getByRole('searchbox', { name: '文章からさがす' }).fill('近所');
  await looks.look('film partly seen, searched');
  await page.getByRole('slider', { name: '再生する位置' }).focus();
  await page.keyboard.press('ArrowRight');
  await looks.look('thumbnail');
  await page.route('**/watch-reports', (route) => route.abort('internetdisconnected'));
  await play(page);
  await expect(page.getByText('見た記録を、まだ送れていません')).toBeVisible({ timeout: 30_000 });
  await looks.look('record waits');
  looks.findings.splice(
    0,
    looks.findings.length,
    ...looks.findings.filter((line) => !line.includes('ERR_INTERNET')),
  );
  looks.expectNothing();
});
