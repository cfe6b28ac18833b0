import { cast } from '../../drawing/cast.ts';
import { drawFigure } from '../../drawing/figure.ts';
import type { Figure } from '../../drawing/figure.ts';
import { office, stick } from '../../drawing/objects.ts';
import { palette } from '../../drawing/palette.ts';
import { backdrop, heart, house, shoppingBag, steam, teaCup, tree } from '../../drawing/props.ts';
import { ellipse, group, path } from '../../drawing/svg.ts';
import {
  blinking,
  drawnThread,
  enter,
  ground,
  keyword,
  label,
  nod,
  rise,
  swing,
  talking,
  words,
} from './stage.ts';
import type { Scene } from './stage.ts';

/** All helpers side by side, connected by one thread. */
export const ring: Scene = ({ time, cue, length }) => {
  const short = length < 10;
  const at = (index: number): number =>
    short ? 0.2 + index * 0.35 : index === 4 ? cue(2, 5) : cue(1, 5) + [0, 0.9, 2.6, 3.8][index]!;
  const crew: { who: Partial<Figure> & Pick<Figure, 'hair' | 'top'>; name: string }[] = [
    { who: cast.tome, name: 'ご近所' },
    { who: cast.tadashi, name: '自治会・行政区' },
    { who: cast.welfare, name: '民生委員' },
    { who: cast.ken, name: 'ボランティア' },
    { who: { ...cast.staff, top: palette.blue }, name: '社協' },
  ];
  const hands = rise(time, short ? 2 : cue(3, 5), 1);
  const row = crew.map(({ who, name }, index) => {
    const x = 150 + index * 245;
    const figure = drawFigure({
      ...who,
      x,
      y: 560,
      scale: 1.02,
      eyes: index % 2 === 0 && hands > 0.5 ? 'happy' : blinking(time, index),
      tilt: swing(time, 4, index * 0.2) * 2,
      left: { elbow: [-58 - hands * 16, -165 - hands * 10], hand: [-44 - hands * 52, -120 - hands * 30] },
      right: { elbow: [58 + hands * 16, -165 - hands * 10], hand: [44 + hands * 52, -120 - hands * 30] },
    });
    return enter(figure + label(name, x, 592, { size: 28, fill: palette.paper }), rise(time, at(index)));
  });
  return [
    ground(palette.mist, palette.paper, 540),
    drawnThread(
      'M-10 430C90 400 240 452 395 420S560 452 640 420S820 452 885 420S1120 452 1290 410',
      rise(time, short ? 1.6 : cue(3, 5), 2.4),
      1380,
      8,
    ),
    row.join(''),
    keyword('地域力', rise(time, short ? 3 : 0.6), 640, 130, 96),
    enter(
      words('「お互いさま」で助け合える地域の絆', 640, 212, 38, { fill: palette.main }),
      rise(time, short ? 3.6 : cue(4, 5)),
    ),
  ].join('');
};

function today(time: number): string {
  return [
    backdrop(320, 350, 280, 220, palette.cream),
    label('きょう', 320, 130, { size: 42, fill: palette.paper }),
    drawFigure({
      ...cast.ken,
      x: 240,
      y: 560,
      scale: 1.1,
      turn: 0.7,
      eyes: blinking(time, 0),
      mouth: 'open',
      left: { elbow: [-62, -160], hand: [-54, -126] },
      holds: shoppingBag(-56, -122),
    }),
    drawFigure({
      ...cast.tome,
      x: 410,
      y: 560,
      scale: 1.02,
      turn: -0.6,
      eyes: 'happy',
      tilt: -nod(time),
      right: { elbow: [58, -160], hand: [52, -128] },
      holds: stick(54, -128, 124),
    }),
  ].join('');
}

function nextDay(time: number): string {
  const dish =
    ellipse(0, 0, 30, 9, { fill: palette.paper }) + path('M-22-2C-20-26 20-26 22-2Z', { fill: palette.sun });
  return [
    backdrop(960, 350, 280, 220, palette.mist),
    label('あした', 960, 130, { size: 42, fill: palette.paper }),
    drawFigure({
      ...cast.ken,
      x: 1060,
      y: 560,
      scale: 1.1,
      turn: -0.7,
      eyes: 'happy',
      tilt: -nod(time, 1),
      left: { elbow: [-66, -150], hand: [-54, -160] },
    }),
    drawFigure({
      ...cast.tome,
      x: 870,
      y: 560,
      scale: 1.02,
      turn: 0.7,
      mouth: 'open',
      eyes: blinking(time, 2),
      right: { elbow: [66, -150], hand: [72, -162] },
      left: { elbow: [-40, -140], hand: [40, -150] },
      holds: group(dish, { x: 72, y: -172, scale: 1.2 }),
    }),
    steam(946, 362, time / 3),
  ].join('');
}

/** Today I help, tomorrow I am helped. */
export const mutual: Scene = ({ time, cue }) => {
  const tomorrow = rise(time, 2.4);
  return [
    ground(palette.paper, palette.paper),
    enter(today(time), rise(time, 0.1)),
    enter(nextDay(time), tomorrow),
    drawnThread('M450 300C540 220 600 380 660 300S780 230 850 300', rise(time, cue(1, 2), 2), 520),
    enter(heart(650, 226 + swing(time, 2.4) * 5, 64), rise(time, cue(1, 2) + 0.8)),
  ].join('');
};

/** Who runs the programme: residents in the middle, 社協 beside them. */
export const programme: Scene = ({ time, cue }) =>
  [
    ground(palette.leaf),
    keyword('地域力強化推進事業', rise(time, 0.5), 640, 112, 66),
    tree(90, 570, 1.1, swing(time, 5)),
    enter(
      drawFigure({ ...cast.tadashi, x: 250, y: 590, scale: 1.02, turn: 0.5, eyes: blinking(time, 1) }) +
        drawFigure({
          ...cast.yumi,
          x: 380,
          y: 596,
          scale: 1.08,
          eyes: blinking(time, 2),
          right: { elbow: [70, -190], hand: [56, -232 + swing(time, 1.6) * 8] },
        }) +
        drawFigure({ ...cast.tome, x: 510, y: 590, scale: 1, eyes: 'happy', turn: -0.3 }) +
        label('主役は住民', 380, 216, { size: 40, fill: palette.paper }),
      rise(time, cue(1, 4)),
    ),
    enter(
      office({ x: 1010, y: 580, scale: 1.25, roof: palette.main, sign: words('社協', 0, -108, 34, {}) }) +
        drawFigure({
          ...cast.staff,
          top: palette.sky,
          x: 800,
          y: 600,
          scale: 1,
          turn: -0.6,
          mouth: talking(time, false),
          eyes: blinking(time, 3),
          left: { elbow: [-70, -170], hand: [-70, -200] },
        }) +
        label('お手伝い', 900, 262, { size: 40, fill: palette.sky }),
      rise(time, cue(2, 4)),
    ),
    drawnThread('M60 640C240 600 380 670 560 630S860 600 1230 640', rise(time, cue(3, 4), 2.4), 1300, 9),
    enter(heart(650, 300 + swing(time, 2.6) * 5, 70), rise(time, cue(3, 4) + 1)),
  ].join('');

/** The three forms at a glance. */
export const three: Scene = ({ time }) => {
  const items: [string, string, string][] = [
    ['居場所づくり', palette.cream, group(teaCup(0, 56, palette.coral, 3.6), {}) + steam(0, -54, time / 3)],
    [
      '見守り',
      palette.mist,
      group(house({ x: 0, y: 56, scale: 0.62, roof: palette.blue }), {}) + heart(74, -58, 40),
    ],
    ['生活支援', palette.leaf, shoppingBag(0, -40, 1.7)],
  ];
  return [
    ground(palette.paper, palette.paper),
    keyword('三つの支え合い', rise(time, 0.3), 640, 120, 64),
    drawnThread('M-10 360C160 300 300 420 640 360S1120 420 1290 350', rise(time, 0.6, 2.6), 1380),
    items
      .map(([name, fill, picture], index) =>
        enter(
          group(ellipse(0, 0, 138, 138, { fill }) + picture, { x: 250 + index * 390, y: 350 }) +
            words(name, 250 + index * 390, 556, 46),
          rise(time, 0.8 + index * 0.9),
        ),
      )
      .join(''),
  ].join('');
};
