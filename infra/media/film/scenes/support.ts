import { cast } from '../../drawing/cast.ts';
import { drawFigure } from '../../drawing/figure.ts';
import type { Figure } from '../../drawing/figure.ts';
import { stick } from '../../drawing/objects.ts';
import { palette } from '../../drawing/palette.ts';
import {
  backdrop,
  counter,
  house,
  nobori,
  pottedPlant,
  rubbishBag,
  shoppingBag,
  steam,
  teaCup,
  tree,
} from '../../drawing/props.ts';
import { box, ellipse, group, path } from '../../drawing/svg.ts';
import { blinking, drawnThread, enter, ground, keyword, label, rise, room, swing, talking } from './stage.ts';
import type { Scene } from './stage.ts';

/** A salon: tea, laughter, a little exercise. */
export const salon: Scene = ({ time, cue, length }) => {
  const up = length > 10 ? rise(time, cue(2, 4) + 2.2, 0.6) * (1 - rise(time, cue(3, 4), 0.8)) : 0;
  const arm = swing(time, 1.3) * 14 * up;
  const guests: [Partial<Figure> & Pick<Figure, 'hair' | 'top'>, number, number][] = [
    [cast.tadashi, 330, 0.6],
    [cast.tome, 540, 0.2],
    [cast.shigeru, 750, -0.2],
    [cast.hana, 960, -0.6],
  ];
  return [
    room(palette.cream, palette.paper),
    nobori(84, 600, { wave: swing(time, 3.4), scale: 1.75 }),
    pottedPlant(1180, 566, 1.6),
    guests
      .map(([who, x, turn], index) =>
        drawFigure({
          ...who,
          x,
          y: 662,
          scale: 1.18,
          pose: 'bust',
          turn,
          tilt: swing(time, 3.6, index * 0.27) * 4,
          eyes: index % 2 === 1 ? 'happy' : blinking(time, index),
          mouth: talking(time * 0.6 + index * 0.4, index === Math.floor(time / 2.2) % 4),
          left: { elbow: [-58 - up * 10, -165 - up * 70], hand: [-44 - up * 8, -120 - up * 170 - arm] },
          right: { elbow: [58 + up * 10, -165 - up * 70], hand: [44 + up * 8, -120 - up * 170 - arm] },
        }),
      )
      .join(''),
    counter(645, 640, 900, palette.paper),
    teaCup(430, 528, palette.blue, 1.2) +
      teaCup(640, 528, palette.coral, 1.2) +
      teaCup(850, 528, palette.green, 1.2),
    steam(430, 486, time / 3) + steam(850, 486, time / 3 + 0.4),
    keyword('居場所づくり', rise(time, 0.3), 660, 108, 66),
    enter(
      label('サロン', 1080, 108, { size: 40, fill: palette.blush }),
      rise(time, length > 10 ? cue(1, 4) + 1.5 : 1),
    ),
  ].join('');
};

/** Quietly keeping an eye on each other: by day and by night. */
export const watching: Scene = ({ time, cue, length }) => {
  const long = length > 10;
  const walk = rise(time, 0.2, long ? 5 : 2.6);
  const night = long ? rise(time, cue(2, 4) + 2.2, 1.4) * (1 - rise(time, cue(3, 4), 1)) : 0;
  const x = 1240 - walk * 330;
  const wave = rise(time, long ? 5 : 2.2, 0.6);
  return [
    ground(palette.mist),
    ellipse(1130, 150, 52, 52, { fill: palette.sun, stroke: 'none' }),
    box(0, 0, 1280, 720, { fill: '#AEBBEA', stroke: 'none', opacity: night * 0.999 + 0.0001 }),
    house({
      x: 420,
      y: 580,
      scale: 2,
      roof: palette.coral,
      lit: !long || time > cue(2, 4) + 3.4 || time < cue(2, 4) + 2.2,
    }),
    wave > 0.1
      ? group(
          drawFigure({
            ...cast.hana,
            x: 0,
            y: 0,
            scale: 0.66,
            pose: 'bust',
            turn: 0.7,
            eyes: 'happy',
            right: { elbow: [56, -200], hand: [46, -250 - swing(time, 1.4) * 8] },
          }),
          { x: 350, y: 566, opacity: wave * (1 - night) },
        ) +
        path('M290 498H426V540H290Z', { fill: palette.paper, stroke: 'none' }) +
        path('M286 496H430', {})
      : '',
    pottedPlant(310, 584, 0.9),
    drawFigure({
      ...cast.shigeru,
      x,
      y: 614,
      scale: 1.22,
      pose: walk < 1 ? 'walk' : 'stand',
      step: swing(time, 1.3),
      turn: -0.9,
      eyes: blinking(time, 1),
      mouth: wave > 0.5 ? 'open' : 'smile',
      left: {
        elbow: [-64 - wave * 12, -165 - wave * 30],
        hand: [-44 - wave * 14, -120 - wave * (112 + swing(time, 1.3) * 10)],
      },
    }),
    drawnThread(
      'M420 452C540 330 640 470 740 380S820 330 860 350',
      rise(time, long ? cue(3, 4) : 2.4, 1.8),
      560,
    ),
    keyword('見守り', rise(time, 0.3), 790, 118, 72),
  ].join('');
};

function shopping(time: number, step: number): string {
  return (
    drawFigure({
      ...cast.yumi,
      x: -66,
      y: 164,
      scale: 0.9,
      pose: 'walk',
      step,
      turn: 0.7,
      eyes: blinking(time, 1),
      left: { elbow: [-62, -160], hand: [-54, -126] },
      holds: shoppingBag(-56, -122, 0.9),
    }) +
    drawFigure({
      ...cast.hana,
      x: 72,
      y: 164,
      scale: 0.84,
      pose: 'walk',
      step: -step,
      turn: -0.5,
      eyes: 'happy',
    })
  );
}

function rubbish(time: number): string {
  return (
    rubbishBag(-100, 164, 1) +
    rubbishBag(-62, 168, 0.8) +
    drawFigure({
      ...cast.ken,
      x: 50,
      y: 164,
      scale: 0.95,
      turn: -0.8,
      lean: -4 + swing(time, 2.4) * 2,
      left: { elbow: [-66, -150], hand: [-60, -120] },
      holds: group(rubbishBag(0, 0, 0.8), { x: -62, y: -66 }),
    })
  );
}

function outing(time: number, step: number): string {
  return (
    tree(-120, 160, 0.9, swing(time, 5)) +
    drawFigure({
      ...cast.tome,
      x: -22,
      y: 164,
      scale: 0.84,
      pose: 'walk',
      step,
      turn: 0.6,
      eyes: 'happy',
      left: { elbow: [-58, -160], hand: [-52, -128] },
      holds: stick(-54, -128, 124),
    }) +
    drawFigure({
      ...cast.tadashi,
      x: 96,
      y: 164,
      scale: 0.9,
      pose: 'walk',
      step: -step,
      turn: -0.6,
      left: { elbow: [-62, -160], hand: [-66, -150] },
    })
  );
}

/** Shopping, rubbish, outings. */
export const helping: Scene = ({ time, cue, length }) => {
  const long = length > 10;
  const at = (index: number): number => (long ? cue(index + 1, 6) : 0.4 + index * 1.1);
  const panel = (index: number, name: string, fill: string, inner: string): string =>
    enter(
      group(backdrop(0, 0, 190, 200, fill) + inner + label(name, 0, 206, { size: 36, fill: palette.paper }), {
        x: 225 + index * 415,
        y: 374,
      }),
      rise(time, at(index)),
    );
  const step = swing(time, 1.4) * 0.7;
  return [
    ground(palette.paper, palette.paper),
    keyword('生活支援', rise(time, 0.2), 640, 108, 66),
    panel(0, '買い物', palette.cream, shopping(time, step)),
    panel(1, 'ごみ出し', palette.mist, rubbish(time)),
    panel(2, '外出', palette.leaf, outing(time, step)),
  ].join('');
};
