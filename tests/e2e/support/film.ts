import { expect, type Locator, type Page } from '@playwright/test';
import type { LearningLessonView, WatchView } from '@kizuna/shared/contracts/learning';
import { learningEndpoints } from '@kizuna/shared/contracts/learning.endpoints';
import { mediaPath } from '@kizuna/shared/contracts/paths-without-endpoint';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { signIn } from './accounts.ts';
import { ask } from './ask.ts';
import type { Desk, Learner } from './desk.ts';
import { lessonsOf } from './lessons.ts';
import { aResident } from './resident.ts';

/** A new learner with her film lesson. */
export interface FilmLesson {
  learner: Learner;
  /** The lesson's page, and what names it for the API. */
  address: string;
  params: { enrolmentId: string; lessonId: string };
  lesson: () => Promise<LearningLessonView>;
  /** The server's record of the long film. */
  watch: () => Promise<WatchView>;
}

/** The worker of a new product encodes its films in the background; two busy cores need minutes for it. */
const ladderMs = 420_000;

/** Waits until the demo's films can be played in several qualities. */
export async function waitForLadders(desk: Desk): Promise<void> {
  for (const slug of ['kizuna-digest', 'kizuna-long']) {
    const ladder = async () => (await desk.ask(videoEndpoints.getPublicVideo, { params: { slug } })).hlsUrl;
    await expect.poll(ladder, { timeout: ladderMs, intervals: [1_000] }).not.toBeNull();
  }
}

/** Creates a learner, signs her in and opens her film lesson. */
export async function openFilm(
  page: Page,
  desk: Desk,
  waitUntil: 'load' | 'commit' = 'load',
): Promise<FilmLesson> {
  const run = await desk.openRun('introductory');
  const learner = await desk.aLearner(run.courseRunId, aResident());
  await signIn(page.context(), learner.account);
  const [video] = await lessonsOf(page, learner.enrolmentId, 'video');
  const place = `${learner.enrolmentId}/lessons/${video!.lesson.lessonId}`;
  const params = { enrolmentId: learner.enrolmentId, lessonId: video!.lesson.lessonId };
  await page.goto(`/my/courses/${place}`, { waitUntil });
  const lesson = () => ask(page.request, learningEndpoints.getLesson, { params });
  const watch = async () => (await lesson()).watch!;
  return { learner, address: `/my/courses/${place}`, params, lesson, watch };
}

/** The buttons below the film. */
export function controlsOf(page: Page): Locator {
  return page.getByRole('group', { name: '動画の操作' });
}

/** Presses the button and waits until the film moves. */
export async function play(page: Page, name = '再生する'): Promise<void> {
  await page.locator('video').evaluate((film: HTMLVideoElement) => (film.muted = true));
  await controlsOf(page).getByRole('button', { name, exact: true }).click({ timeout: 20_000 });
  await expect(controlsOf(page).getByRole('button', { name: '止める' })).toBeVisible();
}

/** Stops the film. */
export async function stop(page: Page): Promise<void> {
  await controlsOf(page).getByRole('button', { name: '止める' }).click();
}

/** The film's position in seconds. */
export function position(page: Page): Promise<number> {
  return page.locator('video').evaluate((film: HTMLVideoElement) => film.currentTime);
}

/** Waits until the film has passed this second. */
export async function playPast(page: Page, seconds: number): Promise<void> {
  await expect.poll(() => position(page), { timeout: 60_000 }).toBeGreaterThan(seconds);
}

/** Seeks in the film with the slider below it. */
export async function jumpTo(page: Page, seconds: number): Promise<void> {
  const bar = page.getByRole('slider', { name: '再生する位置' });
  await bar.evaluate((input: HTMLInputElement, to) => {
    input.value = String(to);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, seconds);
  // the element follows a moment later; before that, its position is the old one
  await expect.poll(async () => Math.abs((await position(page)) - seconds)).toBeLessThan(5);
}

/** The names of the media files requested from now on. */
export function mediaOf(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith(`${mediaPath}/`)) names.push(pathname.slice(pathname.lastIndexOf('/') + 1));
  });
  return names;
}
