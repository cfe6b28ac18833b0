import { expect, test } from '@playwright/test';
import { pathOf } from '@kizuna/shared/contracts/endpoint-input';
import type { WatchReportBody } from '@kizuna/shared/contracts/learning';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { ask } from './support/ask.ts';
import { Desk } from './support/desk.ts';
import { jumpTo, openFilm, play, playPast, position, stop } from './support/film.ts';

test.describe.configure({ timeout: 150_000 });

let desk: Desk;
test.beforeAll(async () => {
  desk = await Desk.open();
});
test.afterAll(() => desk.close());

test('after a reload the film continues where it was left', async ({ page }) => {
  const { address, watch } = await openFilm(page, desk);
  await play(page);
  await playPast(page, 7);
  await stop(page);
  const left = await position(page);
  await expect.poll(async () => (await watch()).resumeMs).toBeGreaterThan(4_000);
  await page.goto('/my');
  await page.goto(address);
  await expect(page.getByText(/前回のつづき/)).toBeVisible();
  await play(page, 'つづきから再生する');
  await expect.poll(() => position(page)).toBeGreaterThan(left - 3);
  await playPast(page, left + 1);
});

test('the report of a tab closed without a network is sent from any page, for its own person only', async ({
  page,
}) => {
  const { params, learner, watch } = await openFilm(page, desk);
  await play(page);
  await playPast(page, 3);
  await expect.poll(async () => (await watch()).creditedRanges.length).toBe(1);
  const before = (await watch()).remainingMs;
  const reports = '**/watch-reports';
  await page.context().route(reports, (route) => route.abort('internetdisconnected'));
  await expect(page.getByText('見た記録を、まだ送れていません')).toBeVisible({ timeout: 30_000 });
  await playPast(page, 10);
  const stranger = 'kizuna-report:22222222-2222-4222-8222-222222222222';
  const kept = await page.evaluate((place) => {
    const own = Object.keys(localStorage).filter((key) => key.startsWith('kizuna-report:'));
    const report = localStorage.getItem(own[0]!)!;
    const other = JSON.parse(report) as { personId: string };
    localStorage.setItem(
      place,
      JSON.stringify({ ...other, personId: '11111111-1111-4111-8111-111111111111' }),
    );
    return report;
  }, stranger);
  expect(kept, 'no name, no title, no text').not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  expect(kept).not.toContain(learner.resident.name);
  const { context } = { context: page.context() };
  const other = await context.newPage();
  await page.close();
  await context.unroute(reports);
  const sent: WatchReportBody[] = [];
  other.on('request', (request) => {
    if (request.url().endsWith('/watch-reports')) sent.push(request.postDataJSON() as WatchReportBody);
  });
  await other.goto('/my');
  await expect(other.getByText('前に送れなかった、動画を見た記録を送りました。')).toBeVisible();
  const view = (await ask(other.request, learningEndpoints.getLesson, { params })).watch!;
  expect(view.remainingMs).toBeLessThan(before - 3_000);
  expect(view.resumeMs).toBeGreaterThan(8_000);
  expect(sent.length).toBe(1);
  expect(sent[0]!.failedReports).toBeGreaterThan(0);
  const left = await other.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith('kizuna-report:')),
  );
  expect(left, "another person's report stays").toEqual([stranger]);
});

test('a repeated report, and an older one after it, change nothing', async ({ page }) => {
  const sent: WatchReportBody[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/watch-reports')) sent.push(request.postDataJSON() as WatchReportBody);
  });
  const { params, watch } = await openFilm(page, desk);
  await play(page);
  await playPast(page, 7);
  await stop(page);
  await page.goto('/my');
  const before = await watch();
  expect(sent.length).toBeGreaterThan(1);
  const reports = pathOf(learningEndpoints.reportWatching, params);
  for (const data of [...sent, ...sent.toReversed()])
    expect((await page.request.post(reports, { data })).ok()).toBe(true);
  expect(await watch()).toEqual(before);
});

test('two tabs earn no more than one, and lose nothing', async ({ page, context }) => {
  const { address, watch } = await openFilm(page, desk);
  const second = await context.newPage();
  await second.goto(address);
  await play(page);
  await play(second);
  await jumpTo(second, 100);
  await playPast(page, 6);
  await playPast(second, 104);
  await Promise.all([stop(page), stop(second)]);
  await expect.poll(async () => (await watch()).creditedRanges.length).toBe(2);
  const [first, other] = (await watch()).creditedRanges;
  expect(first![1]).toBeGreaterThan(5_000);
  expect(other![1]).toBeGreaterThan(103_000);
});

test('replayed parts are reported as such', async ({ page }) => {
  const sent: WatchReportBody[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/watch-reports')) sent.push(request.postDataJSON() as WatchReportBody);
  });
  await openFilm(page, desk);
  await play(page);
  await playPast(page, 8);
  await jumpTo(page, 0);
  await playPast(page, 3);
  await stop(page);
  // reports sent during the five seconds may contain less; the one on stopping contains everything
  await expect.poll(() => sent.at(-1)?.replayedRanges[0]?.[1]).toBeGreaterThan(2_500);
  expect(sent.at(-1)!.replayedRanges).toHaveLength(1);
  expect(sent.at(-1)!.replayedRanges[0]![0]).toBeLessThan(2_000);
  expect(sent.at(-1)!.playedRanges).toHaveLength(1);
});

test('the digest has a record of its own', async ({ page }) => {
  const { lesson } = await openFilm(page, desk);
  const versions = page.getByRole('region', { name: '動画の長さをえらぶ' });
  await versions.getByRole('link', { name: /この動画を見る/ }).click();
  await expect(page).toHaveURL(/version=digest/);
  await expect(page.getByText(/ダイジェスト版は、見おわっても済みにはなりません/)).toBeVisible();
  await play(page);
  await playPast(page, 6);
  await stop(page);
  await expect.poll(async () => (await lesson()).digest?.watch.percent).toBeGreaterThan(5);
  expect((await lesson()).watch?.percent).toBe(0);
});
