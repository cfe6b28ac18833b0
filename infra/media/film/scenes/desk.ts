import { cast } from '../../drawing/cast.ts';
import { drawFigure } from '../../drawing/figure.ts';
import type { Figure } from '../../drawing/figure.ts';
import { office, tieCard } from '../../drawing/objects.ts';
import { palette } from '../../drawing/palette.ts';
import { backdrop, counter, heart, nobori, teaCup } from '../../drawing/props.ts';
import { box, ellipse, group, path } from '../../drawing/svg.ts';
import {
  blinking,
  drawnThread,
  enter,
  ground,
  keyword,
  label,
  nod,
  rise,
  room,
  swing,
  talking,
  verticalWords,
  words,
} from './stage.ts';
import type { Scene } from './stage.ts';

/** The salon becomes an advice desk, marked by the flag. */
export const desk: Scene = ({ time, cue, length }) => {
  const long = length > 10;
  const flag = rise(time, long ? cue(3, 4) - 0.4 : 0.2, 1);
  return [
    room(palette.cream, palette.paper),
    enter(
      nobori(190, 640, {
        wave: swing(time, 3.2),
        scale: 2.3,
        cloth: palette.coral,
        face: verticalWords('福祉相談窓口', 31, -196, 21, palette.paper),
      }),
      flag,
      60,
    ),
    drawFigure({
      ...cast.tadashi,
      x: 600,
      y: 684,
      scale: 1.3,
      pose: 'bust',
      turn: 0.7,
      tilt: nod(time),
      eyes: 'happy',
      right: { elbow: [56, -150], hand: [40, -128] },
    }),
    drawFigure({
      ...cast.hana,
      x: 960,
      y: 684,
      scale: 1.26,
      pose: 'bust',
      turn: -0.7,
      eyes: blinking(time, 1),
      mouth: talking(time * 0.7, true),
      left: { elbow: [-66, -150], hand: [-56, -166 + swing(time, 2) * 8] },
    }),
    counter(790, 650, 800, palette.paper),
    teaCup(740, 538, palette.blue, 1.2) + teaCup(840, 538, palette.coral, 1.2),
    keyword('地域の福祉相談窓口', rise(time, long ? cue(1, 4) + 1.8 : 1.2), 790, 120, 64),
    enter(
      label('いつものサロンが窓口に', 790, 224, { size: 34, fill: palette.paper }),
      rise(time, long ? cue(2, 4) : 3),
    ),
  ].join('');
};

/** The writing on the card; `lines` is its progress, 0 … 1. */
function cardFace(lines: number): string {
  return (
    words('つながりカード', 0, -30, 18, { fill: palette.paper }) +
    [0, 18, 36]
      .map((y, index) =>
        path(
          `M-54 ${y}h${Math.round(Math.max(0.01, Math.min(1, lines * 3 - index)) * (index === 2 ? 62 : 108))}`,
          { width: 4, stroke: lines * 3 > index ? palette.main : palette.paper },
        ),
      )
      .join('')
  );
}

function secrecy(): string {
  return (
    group(
      path('M-20-4v-18a20 20 0 0 1 40 0v18', { width: 6 }) +
        box(-32, -6, 64, 46, { radius: 8, fill: palette.sun }) +
        ellipse(0, 14, 6, 6, { fill: palette.line }),
      { x: 590, y: 160 },
    ) + words('秘密を守る', 640, 176, 44, { anchor: 'start' })
  );
}

/** The card is passed on with consent. */
export const tieCardScene: Scene = ({ time, cue }) => {
  const go = rise(time, cue(1, 3) + 1.6, 2.6);
  const face = cardFace(rise(time, cue(0, 3) + 2, 2.6));
  return [
    ground(palette.mist, palette.paper),
    office({ x: 1100, y: 580, scale: 1.2, roof: palette.main }),
    drawFigure({
      ...cast.staff,
      top: palette.blue,
      x: 900,
      y: 604,
      scale: 1.12,
      turn: -0.8,
      eyes: go > 0.9 ? 'happy' : blinking(time, 3),
      tilt: go > 0.9 ? nod(time) : 0,
      left: { elbow: [-62, -160], hand: [-44 - go * 32, -120 - go * 46] },
    }),
    enter(
      label('社協', 1090, 300, { size: 36, fill: palette.sky }) +
        label('地域包括支援センター', 1050, 226, { size: 30, fill: palette.leaf }),
      rise(time, cue(1, 3) + 1.4),
    ),
    drawFigure({
      ...cast.hana,
      x: 130,
      y: 600,
      scale: 1.1,
      turn: 0.7,
      eyes: time > cue(1, 3) ? 'happy' : blinking(time, 1),
      tilt: time > cue(1, 3) ? nod(time - cue(1, 3)) : 0,
    }),
    drawFigure({
      ...cast.tadashi,
      x: 330,
      y: 604,
      scale: 1.18,
      turn: go > 0.2 ? 0.8 : -0.5,
      eyes: blinking(time, 2),
      right: { elbow: [70, -150], hand: [80, -180] },
    }),
    drawnThread('M440 400C560 340 640 440 760 390S880 360 910 400', rise(time, cue(1, 3) + 1.2, 2), 560),
    tieCard({
      x: 560 + go * 196,
      y: 330 + go * 62 - Math.sin(go * Math.PI) * 60,
      scale: 1.9 - go * 1.05,
      rotate: -4 + go * 8,
      face,
    }),
    enter(label('ご本人の了解', 330, 130, { size: 38, fill: palette.blush }), rise(time, cue(1, 3))),
    enter(secrecy(), rise(time, cue(2, 3))),
  ].join('');
};

/** One person receives three different problems. */
export const whole: Scene = ({ time, cue, length }) => {
  const long = length > 10;
  const names = ['お金', '体', '家族'];
  const gather = rise(time, long ? cue(1, 3) + 1.4 : 1, 1.8);
  const lift = rise(time, long ? cue(2, 3) : 3.2, 1);
  const balls = names
    .map((name, index) => {
      const shown = rise(time, long ? cue(0, 3) + index * 1.25 : 0.1 + index * 0.2);
      const x = 420 + index * 220 + (1 - index) * 105 * gather;
      const y = 250 + gather * (index === 1 ? 60 : 130);
      return enter(
        group(
          ellipse(0, 0, 74, 74, { fill: [palette.sun, palette.leaf, palette.sky][index] ?? palette.sky }) +
            words(name, 0, 15, 42),
          { x, y: y + swing(time, 3, index * 0.3) * 4, scale: 1 - gather * 0.1 },
        ),
        shown,
      );
    })
    .join('');
  const arms = gather * 40;
  const carer = (who: Partial<Figure> & Pick<Figure, 'hair' | 'top'>, x: number, side: -1 | 1): string =>
    drawFigure({
      ...who,
      x,
      y: 612,
      scale: 1.2,
      turn: -side * 0.7,
      eyes: lift > 0.5 ? 'happy' : blinking(time, side + 2),
      left: { elbow: [-66, -150], hand: side > 0 ? [-84, -150 - arms] : [-44, -122] },
      right: { elbow: [66, -150], hand: side < 0 ? [84, -150 - arms] : [44, -122] },
    });
  return [
    ground(palette.mist, palette.paper),
    backdrop(640, 400, 300 * Math.max(0.01, gather), 190 * Math.max(0.01, gather), palette.blush),
    carer({ ...cast.staff, top: palette.blue }, 250, -1),
    carer({ ...cast.welfare, hair: 'side', top: palette.green }, 1030, 1),
    enter(
      label('社協', 250, 166, { size: 36, fill: palette.sky }) +
        label('地域包括支援センター', 1030, 166, { size: 30, fill: palette.leaf }),
      rise(time, long ? cue(1, 3) : 0.6),
    ),
    balls,
    drawnThread('M370 480C460 620 820 620 910 480', gather, 760, 10),
    keyword('丸ごと', rise(time, long ? cue(1, 3) + 2 : 1.8), 640, 128, 84),
    enter(heart(640, 520 + swing(time, 2.4) * 4, 56), lift),
  ].join('');
};

function duties(time: number): [name: string, fill: string, portrait: string][] {
  return [
    [
      '気づく',
      palette.cream,
      drawFigure({
        ...cast.shigeru,
        x: 0,
        y: 250,
        scale: 1.1,
        pose: 'bust',
        turn: -0.7,
        mouth: 'calm',
        left: { elbow: [-56, -170], hand: [-8, -184] },
      }),
    ],
    [
      '聴く',
      palette.mist,
      drawFigure({
        ...cast.yumi,
        x: 0,
        y: 250,
        scale: 1.1,
        pose: 'bust',
        eyes: 'happy',
        tilt: 4 + nod(time),
        left: { elbow: [-66, -180], hand: [-48, -240] },
      }),
    ],
    [
      'つなぐ',
      palette.leaf,
      drawFigure({
        ...cast.ken,
        x: 0,
        y: 250,
        scale: 1.1,
        pose: 'bust',
        turn: 0.7,
        mouth: 'open',
        right: { elbow: [70, -160], hand: [70, -196] },
      }),
    ],
  ];
}

/** 気づく, 聴く, つなぐ. */
export const chain: Scene = ({ time, cue }) => {
  const start = cue(1, 2);
  const items = duties(time);
  const round = 'M-150 0A150 150 0 0 0 150 0V-400H-150Z';
  return [
    ground(palette.paper, palette.paper),
    `<clipPath id="bowl">${path(round)}</clipPath>`,
    drawnThread('M-10 330C160 260 300 400 640 330S1120 400 1290 320', rise(time, 0.3, start + 2.5), 1380, 9),
    items
      .map(([name, fill, figure], index) =>
        enter(
          group(ellipse(0, 0, 150, 150, { fill }) + `<g clip-path="url(#bowl)">${figure}</g>`, {
            x: 240 + index * 400,
            y: 320,
          }) + words(name, 240 + index * 400, 556, 60),
          rise(time, index === 0 ? 0.2 : index === 1 ? 0.6 : 1),
        ),
      )
      .map((item, index) =>
        time > start + index * 1.05 && time < start + 1.05 + index * 1.05
          ? item + ellipse(240 + index * 400, 320, 150, 150, { stroke: palette.coral, width: 12 })
          : item,
      )
      .join(''),
  ].join('');
};
