import { cast } from '../../drawing/cast.ts';
import { drawFigure } from '../../drawing/figure.ts';
import { palette } from '../../drawing/palette.ts';
import { backdrop, heart, house, tree } from '../../drawing/props.ts';
import { box, ellipse } from '../../drawing/svg.ts';
import {
  blinking,
  cloud,
  drawnThread,
  enter,
  ground,
  height,
  nod,
  rise,
  swing,
  width,
  words,
} from './stage.ts';
import type { Scene } from './stage.ts';

/** The title above a street whose houses are connected by the thread. */
export const opening: Scene = ({ time, length }) => {
  const pace = Math.min(1, length / 6.5);
  const at = (seconds: number): number => rise(time, seconds * pace, 0.9);
  const wave = 226 + swing(time, 1.6) * 12;
  return [
    ground(palette.mist, palette.paper, 600),
    cloud(150, 130, time),
    cloud(1090, 170, -time, 0.8),
    house({ x: 160, y: 610, scale: 1.05, roof: palette.blue }),
    tree(330, 606, 1, swing(time, 5)),
    house({ x: 1120, y: 610, scale: 1.05, roof: palette.green }),
    tree(948, 606, 1.1, swing(time, 5, 0.4)),
    drawFigure({
      ...cast.hana,
      x: 500,
      y: 640,
      scale: 0.78,
      turn: 0.7,
      eyes: 'happy',
      right: { elbow: [74, -190], hand: [60, -wave] },
    }),
    drawFigure({
      ...cast.yumi,
      x: 640,
      y: 646,
      scale: 0.84,
      tilt: swing(time, 3) * 2,
      eyes: blinking(time, 2),
    }),
    drawFigure({
      ...cast.shigeru,
      x: 782,
      y: 640,
      scale: 0.8,
      turn: -0.7,
      eyes: blinking(time, 1),
      left: { elbow: [-74, -190], hand: [-58, -wave - 6] },
    }),
    drawnThread(
      'M-10 676C200 640 300 700 500 668S820 700 980 664S1200 690 1290 660',
      rise(time, 0.6 * pace, 3.4 * pace),
      1340,
    ),
    enter(
      words('きずな', 866, 108, 26, { fill: palette.coral, spacing: 4 }) +
        words('ご近所の絆', 640, 216, 116, { spacing: 6 }),
      at(0.6),
    ),
    enter(words('お互いさまで支え合うまち', 640, 304, 52, { fill: palette.main }), at(1.8)),
    enter(words('「きずな講座」のために作った学びの動画です', 640, 362, 28, { weight: 400 }), at(2.8)),
  ].join('');
};

const cardPictures = [
  (time: number): string => house({ x: 1010, y: 560, scale: 1.3, roof: palette.blue, lit: time < 1.6 }),
  (time: number): string =>
    drawFigure({ ...cast.tome, x: 930, y: 600, scale: 1.05, eyes: 'happy', turn: 0.4 }) +
    drawFigure({ ...cast.ken, x: 1080, y: 600, scale: 1.15, turn: -0.5, tilt: -nod(time) }),
  (time: number): string =>
    drawFigure({
      ...cast.shigeru,
      x: 1010,
      y: 600,
      scale: 1.25,
      turn: -0.6,
      eyes: blinking(time, 0),
      left: { elbow: [-60, -170], hand: [-10, -182] },
    }),
  (time: number): string =>
    drawFigure({ ...cast.tadashi, x: 900, y: 600, scale: 1, turn: 0.5 }) +
    drawFigure({ ...cast.hana, x: 1020, y: 600, scale: 1, eyes: 'happy' }) +
    drawFigure({ ...cast.yumi, x: 1140, y: 600, scale: 1.05, turn: -0.5, tilt: -nod(time) }),
  (time: number): string =>
    drawFigure({
      ...cast.yumi,
      x: 1010,
      y: 600,
      scale: 1.25,
      turn: -0.5,
      tilt: -nod(time, 0.8),
      eyes: 'happy',
      left: { elbow: [-66, -180], hand: [-52, -236] },
    }),
  (time: number): string =>
    drawFigure({
      ...cast.tadashi,
      x: 1010,
      y: 600,
      scale: 1.25,
      turn: -0.5,
      eyes: blinking(time, 1),
      left: { elbow: [-70, -150], hand: [-78, -170] },
    }),
  (time: number): string =>
    drawFigure({
      ...cast.staff,
      top: palette.sky,
      x: 1010,
      y: 600,
      scale: 1.25,
      turn: -0.4,
      eyes: blinking(time, 1),
      left: { elbow: [-80, -150], hand: [-64, -186] },
      right: { elbow: [80, -150], hand: [64, -186] },
    }),
  (time: number): string =>
    drawFigure({
      ...cast.ken,
      x: 1010,
      y: 600,
      scale: 1.25,
      pose: 'walk',
      step: swing(time, 1.4),
      turn: 0.8,
    }),
];

/** A chapter card: number, title in large type, one character. */
export const chapterCard: Scene = ({ time, card }) => {
  const number = card?.number ?? 1;
  const title = card?.title ?? '';
  const size = Math.min(76, Math.floor(680 / Math.max(1, Array.from(title).length)));
  return [
    box(0, 0, width, height, { fill: palette.cream, stroke: 'none' }),
    backdrop(1030, 410, 230, 230, palette.paper),
    cardPictures[(number - 1) % cardPictures.length]?.(time) ?? '',
    enter(
      ellipse(150, 236, 46, 46, { fill: palette.coral, stroke: 'none' }) +
        words(String(number), 150, 256, 56, { fill: palette.paper }),
      rise(time, 0.25),
    ),
    enter(words(title, 100, 388, size, { anchor: 'start' }), rise(time, 0.45)),
    drawnThread('M100 440C240 410 330 468 470 438S640 420 740 440', rise(time, 0.7, 1.4), 700),
  ].join('');
};

/** Credits and contact; the film ends on this picture, not on a black frame. */
export const credits: Scene = ({ time, length }) => {
  const pace = Math.min(1, length / 8);
  const at = (seconds: number): number => rise(time, seconds * pace, 0.8);
  return [
    box(0, 0, width, height, { fill: palette.paper, stroke: 'none' }),
    drawnThread('M-10 560C180 510 330 620 560 560S900 500 1290 566', rise(time, 0.3, 3 * pace), 1420),
    heart(640, 92 + swing(time, 3) * 3, 52),
    enter(words('困ったときは、お互いさま', 640, 204, 68), at(0.3)),
    enter(words('お問い合わせ 古河市社会福祉協議会', 640, 292, 36, { weight: 400 }), at(1)),
    enter(words('0280-48-0808', 640, 384, 80, { fill: palette.main, spacing: 2 }), at(1.3)),
    enter(
      words('この動画は「きずな講座」の教材です。市の公式の動画ではありません。', 640, 462, 26, {
        weight: 400,
      }) +
        words('音声 HTS voice tohoku-f01 © 2015 Intelligent Communication Network', 640, 630, 21, {
          weight: 400,
        }) +
        words('(Ito-Nose) Laboratory, Tohoku University ・ CC BY 4.0(話す速さを変えて使用)', 640, 660, 21, {
          weight: 400,
        }),
      at(1.8),
    ),
  ].join('');
};
