import { cast } from '../../drawing/cast.ts';
import { drawFigure } from '../../drawing/figure.ts';
import { palette } from '../../drawing/palette.ts';
import { chair, heart, pottedPlant, rubbishBag, table, teaCup } from '../../drawing/props.ts';
import { box, ellipse, group, path } from '../../drawing/svg.ts';
import {
  blinking,
  drawnThread,
  enter,
  keyword,
  nod,
  rise,
  room,
  swing,
  talking,
  thought,
  words,
} from './stage.ts';
import type { Scene } from './stage.ts';

const bulb =
  path('M-10 20V8C-34-10-22-44 0-44S34-10 10 8V20Z', { fill: palette.silver }) +
  path('M-9 30H9M-36-40l-10-8M36-40l10-8', { width: 4 });

function window(x: number, y: number, fill: string): string {
  return (
    box(x, y, 190, 150, { radius: 6, fill }) + path(`M${x + 95} ${y}v150M${x} ${y + 75}h190`, { width: 3 })
  );
}

/** Alone at home, with small problems that nobody outside sees. */
export const alone: Scene = ({ time, cue }) => {
  const sigh = swing(time, 5);
  return [
    room('#EEF0F6', palette.paper),
    window(930, 150, palette.sky),
    path('M640 0V70', { width: 4 }) + path('M590 108Q596 70 640 70T690 108Z', { fill: palette.silver }),
    chair(540, 590),
    table(740, 590, 190),
    teaCup(760, 492, palette.blue, 1.2),
    drawFigure({
      ...cast.hana,
      x: 544,
      y: 590,
      scale: 1.2,
      pose: 'sit',
      turn: 0.3,
      tilt: 6 + sigh * 2,
      lean: 3 + sigh,
      eyes: 'down',
      mouth: 'calm',
      left: { elbow: [-24, -130], hand: [24, -106] },
      right: { elbow: [54, -140], hand: [44, -108] },
    }),
    enter(thought(360, 170, 76, group(bulb, { y: 6, scale: 1.1 }), 1), rise(time, cue(1, 4))),
    enter(thought(180, 330, 76, group(rubbishBag(0, 40, 1.4), {}), 1), rise(time, cue(1, 4) + 2)),
    enter(thought(800, 150, 76, words('……', 0, 14, 60, { fill: palette.ink }), -1), rise(time, cue(2, 4))),
    enter(
      thought(880, 390, 70, words('?', 0, 30, 84, { fill: palette.coral }), -1),
      rise(time, cue(2, 4) + 2.2),
    ),
  ].join('');
};

function pair(time: number, x: number, scale: number, speaker: boolean): string {
  return group(
    [
      chair(-160, 0),
      chair(160, 0, true),
      table(0, 0, 110),
      teaCup(-22, -98, palette.coral),
      teaCup(22, -98, palette.blue),
      drawFigure({
        ...cast.hana,
        x: -158,
        y: 0,
        pose: 'sit',
        turn: 0.9,
        eyes: blinking(time, 1),
        mouth: talking(time * 0.7, speaker),
        tilt: swing(time, 4) * 2,
        left: { elbow: [-20, -140], hand: [26, -112] },
        right: { elbow: [66, -160], hand: [60, -178 + swing(time, 2.2) * 10] },
        behind: 'right',
      }),
      drawFigure({
        ...cast.yumi,
        x: 158,
        y: 0,
        flip: true,
        pose: 'sit',
        turn: 0.9,
        tilt: 4 + nod(time),
        lean: 5 + nod(time) * 0.3,
        eyes: 'happy',
        left: { elbow: [-16, -140], hand: [34, -110] },
        right: { elbow: [54, -140], hand: [46, -108] },
        behind: 'right',
      }),
    ],
    { x, y: 596, scale },
  );
}

/** Two people at tea; one speaks, the other one listens attentively. */
export const listening: Scene = ({ time, cue, length }) => {
  const said = length < 8 ? 0.8 : cue(1, 2);
  return [
    room(palette.cream, palette.paper),
    window(110, 170, palette.sky),
    pottedPlant(1140, 566, 1.5),
    pair(time, 640, 1.25, true),
    drawnThread('M520 236C560 190 590 250 640 216S720 190 770 236', rise(time, said, 1.8), 340),
    keyword('傾聴', rise(time, said), 640, 128, 88),
    enter(words('けいちょう', 640, 42, 26, { fill: palette.coral, spacing: 6 }), rise(time, said + 0.3)),
  ].join('');
};

/** How to listen, step by step. */
export const tips: Scene = ({ time, cue }) => {
  const rows = ['体を向けて、うなずく', '話を最後まで待つ', '気持ちを受け止める'];
  const secret = rise(time, cue(4, 6));
  const list = rows
    .map((row, index) => {
      const y = 190 + index * 112;
      const now = time >= cue(index, 6) && time < cue(index + 1, 6);
      return enter(
        box(690, y - 44, 520, 88, { radius: 20, fill: now ? palette.blush : palette.paper }) +
          ellipse(742, y, 27, 27, { fill: palette.coral, stroke: 'none' }) +
          words(String(index + 1), 742, y + 13, 36, { fill: palette.paper }) +
          words(row, 788, y + 14, 38, { anchor: 'start' }),
        rise(time, cue(index, 6)),
      );
    })
    .join('');
  const promise =
    box(690, 502, 520, 76, { radius: 20, fill: palette.sky }) +
    path('M724 538v-12a16 16 0 0 1 32 0v12', { width: 5 }) +
    box(716, 536, 48, 30, { radius: 5, fill: palette.sun }) +
    words('秘密を守る', 788, 554, 38, { anchor: 'start' });
  return [
    room(palette.cream, palette.paper),
    pair(time, 350, 1.12, time < cue(3, 6) || time > cue(4, 6)),
    enter(heart(350, 190 + swing(time, 2.6) * 4, 60), rise(time, cue(2, 6))),
    words('聴き方のこつ', 950, 110, 46),
    list,
    enter(promise, secret),
  ].join('');
};
