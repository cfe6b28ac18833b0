import { cast } from '../../drawing/cast.ts';
import { drawFigure } from '../../drawing/figure.ts';

import { deskPhone, receiver, whiteboard } from '../../drawing/objects.ts';
import { palette } from '../../drawing/palette.ts';
import { counter, pottedPlant, thread } from '../../drawing/props.ts';
import { box, ellipse, group, path } from '../../drawing/svg.ts';
import { blinking, enter, nod, rise, room, swing, talking, words } from './stage.ts';
import type { Scene } from './stage.ts';

/** The two courses, in a hall. */
export const training: Scene = ({ time, cue, length, speaking }) => {
  const long = length > 10;
  const first = rise(time, long ? cue(1, 4) : 0.5);
  const second = rise(time, long ? cue(2, 4) : 1.2);
  const board =
    enter(
      words('入門編', -304, -70, 36, { fill: palette.main, anchor: 'start' }) +
        words('地域サポーター養成講座', -304, -14, 49, { anchor: 'start' }),
      first,
    ) +
    enter(
      words('実践編', -304, 58, 36, { fill: palette.main, anchor: 'start' }) +
        words('傾聴ボランティア養成講座', -304, 114, 49, { anchor: 'start' }),
      second,
    );
  const seats: [number, string, string][] = [
    [180, palette.blue, palette.silver],
    [400, palette.coral, palette.brown],
    [620, palette.leaf, palette.silver],
    [840, palette.sun, palette.ink],
  ];
  return [
    room(palette.cream, palette.paper),
    whiteboard(460, 566, 680, 300, board),
    drawFigure({
      ...cast.staff,
      x: 1010,
      y: 600,
      scale: 1.25,
      turn: -0.7,
      eyes: blinking(time, 1),
      mouth: talking(time, speaking),
      left: { elbow: [-80, -180], hand: [-96, -206 + swing(time, 2.4) * 8] },
    }),
    pottedPlant(1190, 566, 1.5),
    seats
      .map(([x, cloth, hair], index) =>
        group(
          path('M-70 100C-70 30-40 8 0 8S70 30 70 100Z', { fill: cloth }) +
            ellipse(0, -34, 46, 47, { fill: hair }),
          { x, y: 626 + Math.max(0, nod(time, index * 0.7)) * 0.8 },
        ),
      )
      .join(''),
  ].join('');
};

/** The number to call. */
export const phone: Scene = ({ time, cue, length, speaking }) => {
  const number = rise(time, length > 9 ? cue(1, 2) : 0.4);
  return [
    room(palette.mist, palette.paper),
    drawFigure({
      ...cast.staff,
      top: palette.blue,
      x: 330,
      y: 690,
      scale: 1.42,
      pose: 'bust',
      turn: 0.5,
      eyes: blinking(time, 1),
      mouth: talking(time, speaking),
      tilt: 3 + nod(time) * 0.6,
      left: { elbow: [-84, -170], hand: [-42, -240] },
      right: { elbow: [62, -150], hand: [44, -126] },
      holdsUnder: receiver(-40, -252, 4),
    }),
    counter(400, 650, 720, palette.paper),
    deskPhone(160, 538, 1.5, true),
    pottedPlant(640, 538, 1.1),
    enter(words('古河市社会福祉協議会(社協)', 900, 190, 36), rise(time, 0.4)),
    enter(
      box(572, 232, 656, 132, { radius: 24, fill: palette.main }) +
        words('0280-48-0808', 900, 322, 70, { fill: palette.paper }),
      number,
    ),
    enter(words('お申し込み・ご相談', 900, 428, 40), rise(time, 0.8)),
    thread('M70 614C250 640 420 590 560 612S680 630 740 606'),
  ].join('');
};
