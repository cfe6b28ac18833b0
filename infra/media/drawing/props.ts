import { palette } from './palette.ts';
import { box, ellipse, group, path } from './svg.ts';
import type { Placement } from './svg.ts';

/** The soft patch of colour under every drawing. */
export function backdrop(cx: number, cy: number, rx: number, ry: number, fill: string): string {
  return ellipse(cx, cy, rx, ry, { fill, stroke: 'none' });
}

/** The coral thread of 絆, a line that connects the people in a drawing. */
export function thread(d: string, width = 5, dash?: string): string {
  return path(d, { stroke: palette.coral, width, ...(dash ? { dash } : {}) });
}

/** A small heart, centred; `size` is its width. */
export function heart(x: number, y: number, size: number, fill: string = palette.coral): string {
  const unit = size / 20;
  return group(
    path('M0 8C-14-2-10-11-4-10C-1-10 0-7 0-6C0-7 1-10 4-10C10-11 14-2 0 8Z', { fill, stroke: 'none' }),
    {
      x,
      y,
      scale: unit,
    },
  );
}

/** A tea cup without a handle (湯のみ), standing on (x, y). */
export function teaCup(x: number, y: number, fill: string, scale = 1): string {
  return group(
    path('M-11-24L-9-3Q0 3 9-3L11-24Z', { fill }) + ellipse(0, -24, 11, 4, { fill: palette.leaf, width: 3 }),
    { x, y, scale },
  );
}

/** Steam over a cup; `phase` 0…1 moves it. */
export function steam(x: number, y: number, phase = 0): string {
  const sway = Math.round(Math.sin(phase * Math.PI * 2) * 4);
  return path(
    `M${x - 5} ${y}q${-5 - sway}-8 0-15t${sway}-13M${x + 6} ${y - 2}q${5 + sway}-7 0-13t${-sway}-11`,
    {
      stroke: palette.silver,
      width: 3,
    },
  );
}

/** A nobori flag (のぼり旗) on its pole, foot on (x, y), 230 units high; `wave` −1…1 bends the cloth. */
export function nobori(
  x: number,
  y: number,
  {
    wave = 0,
    scale = 1,
    cloth = palette.coral,
    face = '',
  }: { wave?: number; scale?: number; cloth?: string; face?: string } = {},
): string {
  const w = Math.round(wave * 8);
  return group(
    [
      path('M0 0V-232', { width: 6 }),
      path(`M0-226H60Q${62 + w}-170 ${60 + w}-130T${60 + w}-52H0Z`, { fill: cloth }),
      path('M-3-228H62', { width: 5 }),
      face,
    ],
    { x, y, scale },
  );
}

/** A house with one door and one window; its ground line is y, its width 200. */
export function house(
  place: Placement & { wall?: string; roof?: string; lit?: boolean; shutter?: boolean },
): string {
  const wall = place.wall ?? palette.paper;
  const pane = place.lit === false ? palette.silver : palette.sun;
  return group(
    [
      box(-82, -118, 164, 118, { radius: 2, fill: wall }),
      path('M-104-112L-62-176H62L104-112Z', { fill: place.roof ?? palette.blue }),
      path('M-80-132H80M-70-152H70', { width: 2.5, opacity: 0.35 }),
      box(28, -78, 38, 78, { radius: 3, fill: place.shutter ? palette.silver : palette.sand }),
      ellipse(58, -38, 2.5, 2.5, { fill: palette.line, stroke: 'none' }),
      box(-64, -90, 66, 48, { radius: 3, fill: pane }),
      path('M-31-90V-42M-64-66H2', { width: 3 }),
    ],
    place,
  );
}

/** A round tree; `sway` in degrees. */
export function tree(x: number, y: number, scale = 1, sway = 0, leaf: string = palette.green): string {
  return group(
    path('M0 0V-78M0-46l16-18', { width: 6, stroke: palette.brown }) +
      group(
        path('M-42-104C-50-150-18-166 0-164C24-166 50-146 42-102C40-74 22-66 0-66C-22-66-40-76-42-104Z', {
          fill: leaf,
        }) + path('M-18-118q6-16 20-18M8-96q10-2 14-12', { width: 3 }),
        { rotate: sway },
      ),
    { x, y, scale },
  );
}

/** A low hedge from x to x + width. */
export function hedge(x: number, y: number, width: number): string {
  const count = Math.max(2, Math.round(width / 46));
  const each = width / count;
  const bumps = Array.from({ length: count }, () => `q${Math.round(each / 2)}-34 ${Math.round(each)} 0`).join(
    '',
  );
  return (
    path(`M${x} ${y}v-38${bumps}v38Z`, { fill: palette.leaf }) +
    path(`M${x + 24} ${y - 24}l8 8M${x + width - 40} ${y - 26}l-8 9`, { width: 3 })
  );
}

/** A plain chair seen from the side; it faces right. Seat at 84 units. */
export function chair(x: number, y: number, flip = false): string {
  return group(path('M-30-76H38M-26-76V0M34-76V0M-28-76L-38-168', { width: 7, stroke: palette.brown }), {
    x,
    y,
    ...(flip ? { flip } : {}),
  });
}

/** A table top with two legs, top edge at y − 96. */
export function table(x: number, y: number, width: number, fill: string = palette.cream): string {
  return (
    path(`M${x - width / 2 + 26} ${y - 84}V${y}M${x + width / 2 - 26} ${y - 84}V${y}`, {
      width: 7,
      stroke: palette.brown,
    }) + box(x - width / 2, y - 98, width, 18, { radius: 9, fill })
  );
}

/** A wide desk front that hides legs; top edge at y − 112. */
export function counter(x: number, y: number, width: number, front: string = palette.cream): string {
  return (
    box(x - width / 2 + 12, y - 100, width - 24, 100, { radius: 4, fill: front }) +
    box(x - width / 2, y - 114, width, 18, { radius: 9, fill: palette.sand })
  );
}

/** A shopping bag with a leek; it hangs from (x, y). */
export function shoppingBag(x: number, y: number, scale = 1, fill: string = palette.sun): string {
  return group(
    [
      path('M14 14L30-34', { width: 12 }),
      path('M14 14L22-10', { width: 5, stroke: palette.paper }),
      path('M22-10L30-34', { width: 6, stroke: palette.green }),
      path('M-15 18C-15-8 15-8 15 18'),
      path('M-26 16H26L21 66Q0 72-21 66Z', { fill }),
    ],
    { x, y, scale },
  );
}

/** A tied rubbish bag standing on (x, y). */
export function rubbishBag(x: number, y: number, scale = 1): string {
  return group(
    path('M-10-50C-36-40-36-2-22 0H22C36-2 36-40 10-50Z', { fill: palette.mist }) +
      path('M-10-50l-8-12 10 4 8-6 8 6 10-4-8 12Z', { fill: palette.mist }) +
      path('M-12-34q-6 10-4 20M8-32q6 8 6 14', { width: 3 }),
    { x, y, scale },
  );
}

/** A potted plant on (x, y). */
export function pottedPlant(x: number, y: number, scale = 1): string {
  return group(
    path('M0-28C-6-52-28-54-32-74C-10-74-2-58 0-40C4-64 14-80 34-80C32-58 16-50 0-28Z', {
      fill: palette.green,
    }) + path('M-20-32H20L15 0H-15Z', { fill: palette.coral }),
    { x, y, scale },
  );
}
