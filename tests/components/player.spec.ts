import type { Page } from '@playwright/test';
import { player as m } from '../../apps/web/src/lib/i18n/messages/ja/player.ts';
import { axeViolations, overflowing } from '../e2e/support/axe.ts';
import { tabTo } from '../e2e/support/keyboard.ts';
import { expect, test } from './support/mount.ts';

const track = (language: string, label: string) => ({ language, label, url: `/${language}.vtt` });
const captions = [track('ja', '日本語'), track('en', 'English')];
const film = {
  videoId: 'v1',
  slug: 'film',
  title: '地域を支える',
  summary: '',
  version: 'long',
  durationMs: 12_000,
  posterUrl: '/poster.webp',
  credit: '',
  hlsUrl: null,
  hlsSmallUrl: null,
  thumbnailsUrl: null,
  captions,
  chaptersUrl: null,
  language: 'ja',
  transcript: [{ fromMs: 0, toMs: 4_000, text: 'こんにちは' }],
  chapters: [],
  otherVersion: null,
};
const vtt = 'WEBVTT\n\n00:00.000 --> 00:12.000\nこんにちは\n';

const controls = (page: Page) => page.getByRole('group', { name: m.controls });
const button = (page: Page, name: string | RegExp) =>
  controls(page).getByRole('button', { name, exact: true });
const choices = (page: Page, name: string) =>
  controls(page).getByRole('group', { name, exact: true }).getByRole('button');
const seconds = (page: Page) =>
  page.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
const isPaused = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.paused);
const rate = (page: Page) => page.locator('video').evaluate((video: HTMLVideoElement) => video.playbackRate);

/** The pressed buttons of a group. */
function pressed(page: Page, name: string): Promise<string[]> {
  return controls(page)
    .getByRole('group', { name, exact: true })
    .getByRole('button', { pressed: true })
    .allInnerTexts();
}

/** Plays for a moment and stops: the film is loaded and every key can act on it. */
async function begun(page: Page): Promise<void> {
  await page.locator('video').evaluate((video: HTMLVideoElement) => (video.muted = true));
  await button(page, m.play).click();
  await expect.poll(() => seconds(page)).toBeGreaterThan(0.05);
  await button(page, m.pause).click();
  await expect.poll(() => isPaused(page)).toBe(true);
}

test.beforeEach(async ({ page }) => {
  await page.route('**/*.vtt', (route) => route.fulfill({ contentType: 'text/vtt', body: vtt }));
  await page.route('**/poster.webp', (route) => route.fulfill({ contentType: 'image/webp', body: '' }));
});

for (const key of ['k', 'K', ' '])
  test(`the key 「${key}」 plays and stops, and the button says which of the two comes next`, async ({
    page,
    stage,
  }) => {
    await stage.show('FilmScene', { about: film });
    await begun(page);
    // on the film itself no button takes the key for its own
    if (key === ' ') await page.locator('.video-js').first().focus();
    else await button(page, m.back10).focus();
    await page.keyboard.press(key);
    await expect.poll(() => isPaused(page)).toBe(false);
    await expect(button(page, m.pause)).toBeVisible();
    await page.keyboard.press(key);
    await expect.poll(() => isPaused(page)).toBe(true);
    await expect(button(page, m.play)).toBeVisible();
  });

for (const key of ['Enter', 'Space'])
  test(`${key} on the button plays and stops, once for every press`, async ({ page, stage }) => {
    await stage.show('FilmScene', { about: film });
    await page.locator('video').evaluate((video: HTMLVideoElement) => (video.muted = true));
    await tabTo(page, button(page, m.play));
    await page.keyboard.press(key);
    await expect.poll(() => isPaused(page)).toBe(false);
    await expect(button(page, m.pause)).toBeFocused();
    await page.keyboard.press(key);
    await expect.poll(() => isPaused(page)).toBe(true);
    await expect(button(page, m.play)).toBeFocused();
  });

test('ten seconds to and fro, by button and by key, never beyond the ends', async ({ page, stage }) => {
  await stage.show('FilmScene', { about: film });
  await begun(page);
  const slider = page.getByRole('slider', { name: m.seek });
  await page.keyboard.press('Home');
  await expect.poll(() => seconds(page)).toBe(0);
  await button(page, m.forward10).click();
  await expect.poll(() => seconds(page)).toBeCloseTo(10, 0);
  await expect(slider).toHaveAttribute('aria-valuetext', '12秒のうち10秒');
  // the space bar belongs to the button that has the focus, not to the film
  await button(page, m.back10).press(' ');
  await expect.poll(() => seconds(page)).toBe(0);
  expect(await isPaused(page)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => seconds(page)).toBeCloseTo(10, 0);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => seconds(page)).toBe(0);
  await page.keyboard.press('End');
  await expect.poll(() => seconds(page)).toBeGreaterThan(11.5);
  await button(page, m.forward10).click();
  await expect(slider).toHaveAttribute('aria-valuetext', '12秒のうち12秒');
  expect(await isPaused(page), 'a paused film stays paused').toBe(true);
});

test('the speeds: one is pressed, by button or key, and the next visit has it', async ({ page, stage }) => {
  await stage.show('FilmScene', { about: film });
  await begun(page);
  await expect(choices(page, m.speed)).toHaveCount(m.speeds.length);
  for (const { rate: wanted, label, figure } of m.speeds) {
    await choices(page, m.speed).filter({ hasText: figure }).click();
    expect(await pressed(page, m.speed)).toEqual([expect.stringContaining(label)]);
    await expect.poll(() => rate(page)).toBe(wanted);
  }
  await page.keyboard.press('>');
  expect(await rate(page), 'there is nothing faster').toBe(1.5);
  await page.keyboard.press('<');
  await expect.poll(() => rate(page)).toBe(1.25);
  await stage.show('FilmScene', { about: film });
  expect(await pressed(page, m.speed)).toEqual([expect.stringContaining('1.25')]);
});

test('captions: shown, changed, switched off and on again', async ({ page, stage }) => {
  await stage.show('FilmScene', { about: film });
  await begun(page);
  const cue = page.locator('.vjs-text-track-cue');
  await expect(cue).toHaveText(/こんにちは/);
  expect(await pressed(page, m.captions)).toEqual(['日本語']);
  await button(page, m.captionsOff).click();
  await expect(cue).toHaveCount(0);
  expect(await pressed(page, m.captions)).toEqual([m.captionsOff]);
  await page.keyboard.press('c');
  expect(await pressed(page, m.captions)).toEqual(['日本語']);
  await expect(cue).toHaveCount(1);
  await button(page, 'English').click();
  expect(await pressed(page, m.captions)).toEqual(['English']);
  // the text beside the film follows
  await expect(page.locator('html')).toHaveAttribute('data-went-to', /language=en/);
});

test('many languages are a list', async ({ page, stage }) => {
  const many = [...captions, track('zh', '中文'), track('vi', 'Tiếng Việt')];
  await stage.show('FilmScene', { about: { ...film, captions: many } });
  const list = controls(page).getByRole('combobox', { name: m.captionsChoose });
  await expect(list).toHaveValue('ja');
  await begun(page);
  await list.selectOption({ label: m.captionsOff });
  await expect(page.locator('.vjs-text-track-cue')).toHaveCount(0);
});

test('without captions the film plays, and offers no choice of captions', async ({ page, stage }) => {
  await stage.show('FilmScene', { about: { ...film, captions: [], transcript: [] } });
  await begun(page);
  await expect(controls(page).getByRole('group', { name: m.captions, exact: true })).toHaveCount(0);
  await page.keyboard.press('c');
  await expect(page.locator('.vjs-text-track-cue')).toHaveCount(0);
  expect(await axeViolations(page)).toEqual([]);
});

test('with captions in another language only, these are offered and C shows them', async ({
  page,
  stage,
}) => {
  await stage.show('FilmScene', { about: { ...film, captions: captions.slice(1) } });
  await begun(page);
  expect(await pressed(page, m.captions)).toEqual([m.captionsOff]);
  await page.keyboard.press('c');
  expect(await pressed(page, m.captions)).toEqual(['English']);
  await page.keyboard.press('c');
  expect(await pressed(page, m.captions)).toEqual([m.captionsOff]);
});

test('M, up and down change the sound; keys of other programs do nothing', async ({ page, stage }) => {
  await stage.show('FilmScene', { about: film });
  await begun(page);
  const sound = () =>
    page.locator('video').evaluate(({ muted, volume }: HTMLVideoElement) => [muted, Math.round(volume * 10)]);
  await page.keyboard.press('m');
  expect(await sound()).toEqual([false, 10]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await sound()).toEqual([false, 8]);
  await page.keyboard.press('ArrowUp');
  expect(await sound()).toEqual([false, 9]);
  await page.keyboard.press('m');
  expect(await sound()).toEqual([true, 9]);
  await page.keyboard.press('Control+m');
  await page.keyboard.press('Alt+ArrowDown');
  expect(await sound()).toEqual([true, 9]);
});

test('keys typed outside the film do nothing to it', async ({ page, stage }) => {
  await stage.show('FilmScene', { about: film });
  await begun(page);
  await page.getByRole('searchbox', { name: m.transcriptSearch }).fill('');
  await page.keyboard.type('kmc ');
  expect(await isPaused(page)).toBe(true);
  expect(await pressed(page, m.captions)).toEqual(['日本語']);
});

test('the data saver is offered where there is a small picture, with its reason', async ({ page, stage }) => {
  await stage.show('FilmScene', { about: film });
  await expect(controls(page).getByRole('group', { name: m.saver })).toHaveCount(0);
  await stage.show('FilmScene', { about: { ...film, hlsSmallUrl: '/small.m3u8' } });
  await expect(controls(page).getByRole('group', { name: m.saver })).toHaveAccessibleDescription(m.saverLead);
  await button(page, m.saverOn).click();
  expect(await pressed(page, m.saver)).toEqual([m.saverOn]);
});

test('every control of the film and below it has a Japanese name', async ({ page, stage }) => {
  await stage.show('FilmScene', { about: film });
  await begun(page);
  await expect(page.locator('video')).toHaveAccessibleName('動画「地域を支える」');
  const names = await page
    .locator('.film, .seek, .controls')
    .locator('button:visible, [role=button]:visible, [role=slider]:visible, input:visible, summary:visible')
    .evaluateAll((elements) =>
      elements.map(
        (element) => element.getAttribute('aria-label') ?? (element as HTMLElement).innerText.trim(),
      ),
    );
  expect(names.length).toBeGreaterThan(12);
  expect(names.filter((name) => !/[ぁ-ん一-龠]/.test(name))).toEqual(['English']);
});

test('a film that cannot be loaded says so, and offers two ways on', async ({ page, stage }) => {
  await stage.show('FilmScene', { about: { ...film, filmUrl: '/missing.mp4' } });
  await button(page, m.play).click();
  const notice = page.getByRole('alert');
  await expect(notice).toContainText(m.broken, { timeout: 10_000 });
  await expect(notice.getByRole('link', { name: m.reload })).toHaveAttribute('href', '/');
  await expect(notice.getByRole('link', { name: /0280-48-0808/ })).toHaveAttribute('href', 'tel:0280480808');
  await expect(notice).toBeInViewport();
  await expect(page.getByRole('heading', { name: m.transcript })).toBeVisible();
  // it had asked for new addresses before it gave up
  await expect(page.locator('html')).toHaveAttribute('data-asked', '2');
  expect(await axeViolations(page)).toEqual([]);
  stage.guard.take(/404/);
});

test('a browser that can play nothing says what to do, and its keys do nothing', async ({ page, stage }) => {
  await page.addInitScript(() => {
    HTMLMediaElement.prototype.canPlayType = () => '';
  });
  await stage.show('FilmScene', { about: film });
  const notice = page.getByRole('alert');
  await expect(notice).toContainText(m.unsupported);
  for (const way of m.unsupportedWays) await expect(notice).toContainText(way);
  await button(page, m.play).press('k');
  await expect(button(page, m.play)).toBeVisible();
});

for (const width of [1280, 390, 320])
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 } });

    test('every control is large enough for a finger and shows the focus', async ({ page, stage }) => {
      await stage.show('FilmScene', { about: { ...film, hlsSmallUrl: '/small.m3u8' } });
      const all = controls(page).locator('button, summary');
      const slider = page.getByRole('slider', { name: m.seek });
      expect((await slider.boundingBox())!.height).toBeGreaterThanOrEqual(44);
      const boxes = await Promise.all((await all.all()).map((each) => each.boundingBox()));
      for (const box of boxes) expect(Math.min(box!.width, box!.height)).toBeGreaterThanOrEqual(44);
      await slider.focus();
      for (const each of await all.all()) await tabTo(page, each, 1);
    });

    test('the largest text fits, and axe finds nothing', async ({ page, stage }) => {
      await stage.show('FilmScene', { about: { ...film, hlsSmallUrl: '/small.m3u8' } }, 'xlarge');
      await controls(page).getByText(m.keys).click();
      expect(await overflowing(page)).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
    });
  });
