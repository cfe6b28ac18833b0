import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';
import { inkGroup } from '../drawing/svg.ts';
import { height, width } from './scenes/stage.ts';
import type { Moment } from './scenes/stage.ts';
import { scenes } from './scenes/all.ts';
import type { TimedShot, Timeline } from './timeline.ts';

/** Frames per second; enough for slow movement. */
export const frameRate = 12.5;

/** Interval of the key frames. They are most of the size of a drawn film; the worker uses its own interval when it encodes. */
const keyFrameSeconds = 12;

const fadeSeconds = 0.6;
const fonts = join(import.meta.dirname, '../../node_modules/@expo-google-fonts/biz-udpgothic');

function momentOf(shot: TimedShot, at: number): Moment {
  const length = shot.end - shot.start;
  return {
    time: at - shot.start,
    length,
    cue: (index, of) => {
      const cue = shot.cues.length >= of ? shot.cues[index] : undefined;
      return cue ? cue.start - shot.start : (length * (index + 0.2)) / of;
    },
    speaking: shot.cues.some((cue) => at >= cue.start && at < cue.end),
    ...(shot.card ? { card: shot.card } : {}),
  };
}

function drawShot(shot: TimedShot, at: number): string {
  const scene = scenes[shot.scene];
  if (!scene) throw new Error(`The script names an unknown scene: ${shot.scene}`);
  return inkGroup(scene(momentOf(shot, at)));
}

/** Draws the film at the time `at`, in seconds; during a cross-fade this includes the previous shot. */
export function drawFrame(timeline: Timeline, at: number): string {
  const index = Math.max(
    0,
    timeline.shots.findLastIndex((shot) => shot.start <= at),
  );
  const shot = timeline.shots[index];
  if (!shot) throw new Error('The film has no shots');
  const before = timeline.shots[index - 1];
  const fade = Math.min(1, (at - shot.start) / fadeSeconds);
  const picture = drawShot(shot, at);
  const svg =
    before && fade < 1
      ? `${drawShot(before, before.end - 0.001)}<g opacity="${fade.toFixed(3)}">${picture}</g>`
      : picture;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${svg}</svg>`;
}

function fontFace(weight: 400 | 700, file: string): string {
  const data = readFileSync(join(fonts, file)).toString('base64');
  return `@font-face{font-family:film;font-weight:${weight};src:url(data:font/ttf;base64,${data})}`;
}

/** Opens a page with the size of the film and the typeface of the product. */
export async function openStage(executablePath: string): Promise<{ page: Page; close: () => Promise<void> }> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--force-color-profile=srgb'],
  });
  const page = await browser.newPage({ viewport: { width, height } });
  const faces =
    fontFace(400, '400Regular/BIZUDPGothic_400Regular.ttf') +
    fontFace(700, '700Bold/BIZUDPGothic_700Bold.ttf');
  await page.setContent(
    `<style>${faces}*{margin:0}svg{display:block;font-family:film}</style><div id="stage"></div>`,
  );
  await page.evaluate(() =>
    Promise.all([document.fonts.load('400 20px film', 'あ'), document.fonts.load('700 20px film', 'あ')]),
  );
  return { page, close: () => browser.close() };
}

/** Takes a screenshot of one picture. */
export async function photograph(page: Page, svg: string): Promise<Buffer> {
  await page.evaluate((markup) => {
    const stage = document.getElementById('stage');
    if (stage) stage.innerHTML = markup;
  }, svg);
  return page.screenshot({ type: 'png', animations: 'allow', caret: 'initial', scale: 'css' });
}

/**
 * Renders every frame into a silent H.264 file.
 * @param report called with the progress, 0 … 1
 */
export async function renderPictures(
  timeline: Timeline,
  page: Page,
  target: string,
  report: (share: number) => void,
): Promise<void> {
  const frames = Math.ceil(timeline.length * frameRate);
  const encoder = spawn(
    'ffmpeg',
    [
      ...words(`-v error -y -f image2pipe -c:v png -framerate ${frameRate} -i - -c:v libx264 -preset slower`),
      ...words('-tune animation -crf 32 -profile:v high -level 4.0 -pix_fmt yuv420p'),
      ...words(`-g ${frameRate * keyFrameSeconds}`),
      ...words('-colorspace bt709 -color_primaries bt709 -color_trc bt709 -vf scale=out_color_matrix=bt709'),
      target,
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = new Promise<void>((resolve, reject) => {
    encoder.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`))));
  });
  let lastSvg = '';
  let lastPicture: Buffer = Buffer.alloc(0);
  for (let frame = 0; frame < frames; frame += 1) {
    const svg = drawFrame(timeline, frame / frameRate);
    if (svg !== lastSvg) {
      lastPicture = await photograph(page, svg);
      lastSvg = svg;
    }
    if (!encoder.stdin.write(lastPicture))
      await new Promise((resolve) => encoder.stdin.once('drain', resolve));
    if (frame % 250 === 0) report(frame / frames);
  }
  encoder.stdin.end();
  await ended;
}

/** Splits command-line options; none of them contains a space. */
function words(options: string): string[] {
  return options.split(' ');
}
