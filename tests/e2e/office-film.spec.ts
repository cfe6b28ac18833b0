import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { uploadsEndpoints } from '@kizuna/shared/contracts/uploads.endpoints';
import { demoAccounts, signIn } from './support/accounts.ts';
import { axeViolations } from './support/axe.ts';

test.describe.configure({ timeout: 240_000 });

const fixture = fileURLToPath(new URL('./fixtures/short-film.mp4', import.meta.url));
/** Large enough to be interrupted half-way on a slow connection; the padding is an MP4 box that players skip. */
const filmBytes = 2_000_000;

/** A real film of twelve seconds, unique to this test. */
function shortFilm(): string {
  const film = readFileSync(fixture);
  const box = Buffer.alloc(filmBytes - film.length);
  box.writeUInt32BE(box.length, 0);
  box.write('free', 4, 'latin1');
  const path = test.info().outputPath('short-film.mp4');
  writeFileSync(path, Buffer.concat([film, box]));
  return path;
}

/** A slow upload connection, so that a small file takes some seconds. */
async function slowUpload(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const rates = { latency: 5, downloadThroughput: -1, uploadThroughput: filmBytes / 8 };
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...rates });
}

/** Registers a film on the office's page and ends on the page that uploads its file. */
async function register(page: Page, title: string): Promise<void> {
  await page.goto('/office/videos');
  await page.getByRole('link', { name: '新しい動画を登録する' }).click();
  await page.getByLabel('題名').fill(title);
  await page.getByLabel('説明').fill('試験のための短い動画です。');
  await page.getByRole('button', { name: '登録して、ファイルを送る画面へ進む' }).click();
  await expect(page.getByText('登録しました。')).toBeVisible();
}

/** Waits until this percentage has been sent. */
async function sentPast(page: Page, percent: number): Promise<void> {
  const bar = page.getByRole('progressbar');
  const sent = () => bar.evaluate((each: HTMLProgressElement) => each.value);
  await expect.poll(sent, { timeout: 30_000 }).toBeGreaterThan(percent);
}

/** Half of what the browser sends first definitely arrives; then the connection is cut. */
async function cutInTheMiddle(page: Page, film: string, cut: () => Promise<void>): Promise<void> {
  const half = readFileSync(film).subarray(0, filmBytes / 2);
  let before = true;
  await page.route(`**${uploadsEndpoints.createUpload.path}/*`, async (route) => {
    if (route.request().method() !== 'PATCH' || !before) return route.fallback();
    before = false;
    const { 'content-length': _, ...headers } = await route.request().allHeaders();
    const arrived = await page.request.fetch(route.request().url(), { method: 'PATCH', headers, data: half });
    expect(arrived.headers()['upload-offset']).toBe(String(half.length));
    await route.abort('connectionreset');
    await cut();
  });
}

/** Uploads the short film; the connection is cut half-way and restored. */
async function sendThroughCut(page: Page): Promise<void> {
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  const film = shortFilm();
  await cutInTheMiddle(page, film, () => page.context().setOffline(true));
  await page.getByLabel('動画のファイルを選ぶ').setInputFiles(film);
  await page.getByRole('button', { name: '送りはじめる' }).click();
  await expect(page.getByText('通信が切れています').first()).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.context().setOffline(false);
  await expect(page.getByText('を送りおわりました')).toBeVisible({ timeout: 60_000 });
  expect(offsets, 'bytes that had arrived are not sent again').toEqual([0, filmBytes / 2]);
}

/** Writes two captions with the keyboard alone, deletes one and undoes it, leaves the page, and saves. */
async function writeCaptions(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'ここに字幕を入れる' }).click();
  await page.keyboard.type('お互いさまの気持ちで。');
  await page.keyboard.press('Escape');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('o');
  await page.keyboard.press('n');
  await page.keyboard.type('支え合いの輪を広げましょう。');
  await expect(page.getByText('字幕2つ。直すところ0')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await expect(page.getByText('字幕1つ。')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('字幕2つ。')).toBeVisible();
  await page.waitForTimeout(600); // the edit is stored shortly after the last keystroke
  page.on('dialog', (dialog) => void dialog.accept()); // the page warns before it is left
  await page.reload();
  await expect(page.getByText('保存していない直しを、この端末から戻しました')).toBeVisible();
  await expect(page.getByText('字幕2つ。')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '字幕を保存する' }).click();
  await expect(page.getByText('すべて保存してあります')).toBeVisible();
}

/** Any browser opens the address and the film plays. */
async function watch(anybody: Page, address: string, title: string): Promise<void> {
  await anybody.goto(address);
  await expect(anybody.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(anybody.getByText('支え合いの輪を広げましょう。').first()).toBeAttached();
  const film = anybody.locator('video');
  await film.evaluate((element: HTMLVideoElement) => {
    element.muted = true;
    return element.play();
  });
  const position = () => film.evaluate((element: HTMLVideoElement) => element.currentTime);
  await expect.poll(position, { timeout: 30_000 }).toBeGreaterThan(2);
}

test('the office uploads a film over an interrupted connection, captions it and publishes it; everybody can watch', async ({
  page,
  browser,
}) => {
  await signIn(page.context(), demoAccounts.office);
  const title = `試験の動画 ${Date.now()}`;
  await register(page, title);
  await sendThroughCut(page);

  await page.getByRole('link', { name: '準備の様子を見る' }).click();
  const preview = page.getByRole('link', { name: 'みなさんが見る画面で確かめる' });
  const madeReady = 'a worker makes it ready, and the page tells so by itself';
  await expect(preview, madeReady).toBeVisible({ timeout: 150_000 });
  await page.getByRole('link', { name: '日本語の字幕を作ってください。' }).click();
  await writeCaptions(page);

  await page.getByRole('link', { name: 'にもどる' }).click();
  await preview.click();
  await page.getByRole('button', { name: '公開する', exact: true }).click();
  await expect(page.getByText('公開しました。')).toBeVisible();
  const address = (await page.getByRole('link', { name: '公開の画面を開く' }).getAttribute('href'))!;
  const anybody = await (await browser.newContext()).newPage();
  await watch(anybody, address, title);
  await anybody.context().close();
});

test('an upload resumes after the page was closed, when the same file is chosen again', async ({ page }) => {
  await signIn(page.context(), demoAccounts.office);
  await register(page, `試験の動画 ${Date.now()}`);
  await slowUpload(page);
  const file = shortFilm();
  await page.getByLabel('動画のファイルを選ぶ').setInputFiles(file);
  await page.getByRole('button', { name: '送りはじめる' }).click();
  await sentPast(page, 40);
  const address = page.url().replace(/\?.*$/, '');
  page.on('dialog', (dialog) => void dialog.accept()); // the page warns before it is left
  await page.goto('about:blank');

  await page.goto(address);
  await expect(page.getByText('送りかけのファイルがあります')).toBeVisible();
  await page.getByLabel('動画のファイルを選ぶ').setInputFiles(file);
  await expect(page.getByText('送りかけのファイルと同じです。')).toBeVisible();
  const [patch] = await Promise.all([
    page.waitForRequest((request) => request.method() === 'PATCH'),
    page.getByRole('button', { name: 'つづきを送る' }).click(),
  ]);
  expect(Number(patch.headers()['upload-offset'])).toBeGreaterThan(0);
  await expect(page.getByText('を送りおわりました')).toBeVisible({ timeout: 60_000 });
});

test('a file that is not a film is refused before it is sent', async ({ page }) => {
  await signIn(page.context(), demoAccounts.office);
  await register(page, `試験の動画 ${Date.now()}`);
  await page
    .getByLabel('動画のファイルを選ぶ')
    .setInputFiles({ name: 'letter.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') });
  await expect(page.getByText('動画のファイルではないようです。')).toBeVisible();
  await expect(page.getByRole('button', { name: '送りはじめる' })).toBeDisabled();
});
