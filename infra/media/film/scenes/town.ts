import { cast } from '../../drawing/cast.ts';
import { drawFigure } from '../../drawing/figure.ts';
import { letterBox } from '../../drawing/objects.ts';
import { palette } from '../../drawing/palette.ts';
import { heart, hedge, house, rubbishBag, tree } from '../../drawing/props.ts';
import { box, ellipse, group, path } from '../../drawing/svg.ts';
import {
  blinking,
  cloud,
  drawnThread,
  enter,
  ground,
  height,
  keyword,
  label,
  rise,
  swing,
  talking,
  thought,
  width,
  words,
} from './stage.ts';
import type { Scene } from './stage.ts';

/** Morning: one neighbour takes out the rubbish, another says hello. */
export const morning: Scene = ({ time, cue, speaking }) => {
  const met = cue(1, 4);
  const walk = rise(time, 0, met);
  const greet = rise(time, met - 0.2, 0.6);
  const warm = rise(time, cue(2, 4) + 0.4, 1.2);
  const talk = speaking && time > met && time < cue(2, 4);
  return [
    ground(),
    ellipse(1090, 150, 62 + swing(time, 6) * 3, 62 + swing(time, 6) * 3, {
      fill: palette.sun,
      stroke: 'none',
    }),
    cloud(300, 130, time),
    cloud(760, 100, time, 0.7),
    house({ x: 130, y: 570, scale: 1.35, roof: palette.coral }),
    tree(330, 566, 1.1, swing(time, 5) * 1.5),
    house({ x: 1110, y: 570, scale: 1.35, roof: palette.blue }),
    hedge(880, 574, 130),
    rubbishBag(600, 590, 1.1),
    rubbishBag(652, 596, 0.9),
    drawFigure({
      ...cast.hana,
      x: 800,
      y: 600,
      scale: 1.12,
      turn: -0.8 * greet,
      eyes: greet > 0.5 ? 'happy' : blinking(time, 1),
      mouth: talking(time, talk),
      lean: -6 * greet,
      left: { elbow: [-58, -165], hand: [-40, -128] },
    }),
    drawFigure({
      ...cast.yumi,
      x: 190 + walk * 260,
      y: 606,
      scale: 1.2,
      pose: walk < 1 ? 'walk' : 'stand',
      step: swing(time, 1.1),
      turn: 0.8,
      lean: 5 * greet,
      mouth: talking(time + 0.2, talk),
      eyes: blinking(time, 2),
      right: { elbow: [54, -160], hand: [50, -124] },
      holds: group(rubbishBag(0, 0, 0.9), { x: 52, y: -62 }),
    }),
    enter(heart(628, 250 + swing(time, 2.4) * 5, 64), warm),
    drawnThread('M492 330C540 270 590 330 628 300S720 300 762 340', warm, 330),
  ].join('');
};

function people(count: number, marked: number, progress: number): string {
  return Array.from({ length: count }, (_, index) => {
    const fill = index >= count - marked ? palette.coral : palette.sky;
    const shown = rise(progress, index * 0.08, 0.3);
    return group(
      enter(ellipse(0, -58, 20, 20, { fill }) + path('M-26 8C-26-38 26-38 26 8Z', { fill }), shown),
      { x: 352 + index * 64, y: 240 },
    );
  }).join('');
}

/** Houses drift apart, and the thread between them gets thin. */
export const distant: Scene = ({ time, length, cue }) => {
  const drift = rise(time, cue(1, 4), length - cue(1, 4));
  const worn = rise(time, cue(1, 4), 4);
  const shown = rise(time, cue(3, 4) - 0.6, 0.01);
  const spread = drift * 70;
  return [
    ground(palette.mist, palette.paper),
    house({ x: 210 - spread, y: 576, scale: 1.25, roof: palette.blue, lit: shown < 1 }),
    house({ x: 640, y: 580, scale: 1.35, roof: palette.green }),
    house({ x: 1070 + spread, y: 576, scale: 1.25, roof: palette.coral, lit: drift < 0.6 }),
    tree(425, 572, 1 - drift * 0.1, swing(time, 5)),
    tree(856, 572, 1.1 - drift * 0.1, swing(time, 5, 0.5)),
    path(`M${210 - spread} 640C360 600 480 680 640 640S920 600 ${1070 + spread} 640`, {
      stroke: palette.coral,
      width: 8 - worn * 4,
      dash: worn < 0.05 ? '3000' : `${Math.round(60 - worn * 48)} ${Math.round(worn * 44)}`,
      opacity: 1 - worn * 0.35,
    }),
    enter(words('65歳以上の方は 10人に およそ3人', 640, 132, 50), rise(time, 0.4)),
    people(10, 3, time - 0.6),
  ].join('');
};

/** From 他人事 to 我が事: walking past an overflowing letter box, or stopping. */
export const letterbox: Scene = ({ time, cue }) => {
  const pass = cue(1, 4);
  const stop = cue(2, 4);
  const care = rise(time, stop + 0.6, 0.8);
  const back = rise(time, stop - 0.4, 1.4);
  const x = 1330 - rise(time, 0.4, stop - 0.4) * 1010 + back * 330;
  const moving = (time < stop - 0.1 || back < 1) && time > 0.3;
  return [
    ground(),
    cloud(980, 120, time),
    house({ x: 420, y: 572, scale: 1.7, roof: palette.green, lit: time > cue(3, 4) + 1.5 }),
    tree(120, 570, 1.4, swing(time, 5)),
    group(letterBox(0, 0, true), { x: 770, y: 590, scale: 1.5 }),
    hedge(850, 586, 180),
    drawFigure({
      ...cast.shigeru,
      x,
      y: 612,
      scale: 1.22,
      pose: moving ? 'walk' : 'stand',
      step: swing(time, 1.2),
      turn: time < pass ? -0.7 : back > 0 ? -0.4 + back * 0.9 : -0.9,
      eyes: blinking(time, 1),
      mouth: care > 0.3 ? 'worry' : 'calm',
      tilt: care * 5,
      ...(care > 0 ? { left: { elbow: [-56, -170] as const, hand: [-8, -184] as const } } : {}),
    }),
    enter(
      thought(x + 150, 160, 72, words('?', 0, 30, 84, { fill: palette.coral }), -1),
      care * (1 - rise(time, cue(3, 4), 0.5)),
    ),
    enter(thought(x + 150, 160, 72, heart(0, 4, 74), -1), rise(time, cue(3, 4) + 0.2, 0.7)),
    enter(
      label('他人事', 1080, 470, { size: 48, fill: palette.silver }),
      rise(time, pass + 0.6) * (1 - rise(time, stop, 0.6)),
    ),
    enter(
      label('我が事', 1080, 470, { size: 52, fill: palette.coral, ink: palette.line }),
      rise(time, stop + 1),
    ),
  ].join('');
};

/** The first step is a greeting at the gate. */
export const greeting: Scene = ({ time, cue, length, speaking }) => {
  const ask = cue(1, 2);
  const walk = rise(time, 0, Math.min(2.6, length * 0.4));
  const tie = rise(time, Math.min(ask, length * 0.5), 1.8);
  return [
    ground(palette.leaf),
    ellipse(180, 140, 56, 56, { fill: palette.sun, stroke: 'none' }),
    cloud(820, 110, time),
    house({ x: 930, y: 574, scale: 1.75, roof: palette.coral }),
    tree(1210, 574, 1.3, swing(time, 5)),
    tree(70, 576, 1.1, swing(time, 4.4)),
    drawFigure({
      ...cast.hana,
      x: 760,
      y: 610,
      scale: 1.2,
      turn: -0.8,
      eyes: tie > 0.4 ? 'happy' : blinking(time, 1),
      mouth: tie > 0.6 ? 'open' : 'smile',
      left: { elbow: [-76, -190], hand: [-58, -226 - swing(time, 1.4) * 10 * tie] },
    }),
    drawFigure({
      ...cast.ken,
      x: 150 + walk * 240,
      y: 616,
      scale: 1.28,
      pose: walk < 1 ? 'walk' : 'stand',
      step: swing(time, 1.1),
      turn: 0.8,
      eyes: blinking(time, 2),
      mouth: talking(time, speaking),
      lean: tie * 4,
      right: { elbow: [76, -180], hand: [58, -226 + swing(time, 1.2) * 12] },
    }),
    drawnThread('M470 372C520 330 560 400 600 356S660 330 700 362', tie, 280),
    enter(heart(590, 280 + swing(time, 2.4) * 5, 54), tie),
  ].join('');
};

function stars(time: number): string {
  return [
    [180, 90],
    [420, 150],
    [700, 80],
    [900, 170],
    [300, 220],
  ]
    .map(([x = 0, y = 0], index) =>
      ellipse(x, y, 4 + swing(time, 3, index * 0.2), 4 + swing(time, 3, index * 0.2), {
        fill: palette.paper,
        stroke: 'none',
      }),
    )
    .join('');
}

function together(time: number): string {
  return [
    drawFigure({
      ...cast.hana,
      x: 530,
      y: 606,
      scale: 0.92,
      turn: 0.5,
      eyes: 'happy',
      tilt: swing(time, 4) * 2,
    }),
    drawFigure({
      ...cast.ken,
      x: 640,
      y: 610,
      scale: 1.02,
      eyes: blinking(time, 2),
      right: { elbow: [70, -190], hand: [56, -232 + swing(time, 1.4) * 10] },
    }),
    drawFigure({
      ...cast.tome,
      x: 752,
      y: 606,
      scale: 0.92,
      turn: -0.5,
      eyes: 'happy',
      tilt: -swing(time, 4) * 2,
    }),
  ].join('');
}

/** Evening: the lights go on house by house, and the thread connects them. */
export const evening: Scene = ({ time, cue, length }) => {
  const tie = rise(time, cue(0, 4), length - cue(0, 4) - 1);
  const lit = (index: number): boolean => tie > 0.12 + index * 0.2;
  const spots = [130, 390, 890, 1150];
  const roofs = [palette.blue, palette.coral, palette.green, palette.blue];
  return [
    box(0, 0, width, height, { fill: '#E3E8FB', stroke: 'none' }),
    path('M0 566C320 550 900 580 1280 562V720H0Z', { fill: '#CBD4F3', stroke: 'none' }),
    ellipse(1100, 120, 46, 46, { fill: palette.sun, stroke: 'none' }),
    stars(time),
    spots
      .map((x, index) =>
        house({
          x,
          y: 576 + (index % 2) * 6,
          scale: 1.15,
          roof: roofs[index] ?? palette.blue,
          lit: lit(index),
        }),
      )
      .join(''),
    tree(262, 574, 1, swing(time, 5)),
    tree(1020, 574, 1.1, swing(time, 5, 0.3)),
    together(time),
    drawnThread(
      'M-10 650C130 600 240 690 390 640S560 690 640 650S820 690 890 640S1080 600 1290 656',
      tie,
      1480,
      9,
    ),
    keyword('お互いさま', rise(time, cue(2, 4)), 640, 250, 88),
  ].join('');
};
