import { palette } from './palette.ts';
import { box, ellipse, group, path } from './svg.ts';
import type { Placement } from './svg.ts';

/** A desk telephone with its receiver on or off the hook, standing on (x, y). */
export function deskPhone(x: number, y: number, scale = 1, offHook = false): string {
  const keys = [0, 1, 2]
    .flatMap((row) => [0, 1, 2].map((column) => `M${-10 + column * 10} ${-26 + row * 8}h1`))
    .join('');
  return group(
    [
      path('M-32 0L-22-38H22L32 0Z', { fill: palette.blue }),
      path(keys, { width: 4, stroke: palette.paper }),
      offHook ? '' : path('M-36-42C-36-58 36-58 36-42L22-40Q20-46 0-46T-22-40Z', { fill: palette.main }),
    ],
    { x, y, scale },
  );
}

/** A telephone receiver held to an ear; the middle of the grip is (x, y). */
export function receiver(x: number, y: number, rotate = 0): string {
  return group(path('M-9-26C-20-14-20 14-9 26L3 22Q6 16 0 12Q-6 0 0-12Q6-16 3-22Z', { fill: palette.main }), {
    x,
    y,
    rotate,
  });
}

/** A certificate with a seal and a coral rosette, centred on (x, y). Lines represent the text. */
export function certificate(place: Placement): string {
  return group(
    [
      box(-88, -62, 176, 124, { radius: 6, fill: palette.paper }),
      box(-77, -51, 154, 102, { radius: 3, stroke: palette.sun, width: 3 }),
      path('M-34-30H34', { width: 8, stroke: palette.main }),
      path('M-54-8H54M-54 8H54M-54 24H2', { width: 4, stroke: palette.silver }),
      path('M34 40L28 76L44 66L60 76L54 40Z', { fill: palette.blush }),
      ellipse(44, 34, 19, 19, { fill: palette.coral }),
      path('M36 34l6 6 11-12', { stroke: palette.paper, width: 5 }),
    ],
    place,
  );
}

/** A tablet on its stand with a film on the screen; foot on (x, y). */
export function tablet(x: number, y: number, scale = 1): string {
  return group(
    [
      path('M-30 0L0-22L30 0Z', { fill: palette.silver }),
      box(-78, -118, 156, 106, { radius: 10, fill: palette.ink }),
      box(-68, -108, 136, 86, { radius: 4, fill: palette.sky }),
      ellipse(0, -66, 23, 23, { fill: palette.main, stroke: 'none' }),
      path('M-7-77V-55L12-66Z', { fill: palette.paper, stroke: palette.paper, width: 3 }),
      path('M-58-31H58', { width: 4, stroke: palette.paper }),
      path('M-58-31H-14', { width: 4, stroke: palette.coral }),
    ],
    { x, y, scale },
  );
}

/** The つながりカード: a card with a face, lines and a thread; centred. The film may draw text on it with `face`. */
export function tieCard(place: Placement & { face?: string }): string {
  return group(
    [
      box(-78, -52, 156, 104, { radius: 10, fill: palette.paper }),
      path('M-78-24V-42Q-78-52-68-52H68Q78-52 78-42V-24Z', { fill: palette.coral }),
      place.face ?? path('M-52 0H52M-52 18H52M-52 36H10', { width: 4, stroke: palette.silver }),
    ],
    place,
  );
}

/** A whiteboard on two legs; the foot is on (x, y). `face` is the drawing on it. */
export function whiteboard(x: number, y: number, width: number, height: number, face: string): string {
  return group(
    path(`M${-width / 2 + 30} -40V0M${width / 2 - 30} -40V0`, { width: 6 }) +
      box(-width / 2, -40 - height, width, height, { radius: 6, fill: palette.paper }) +
      group(face, { y: -40 - height / 2 }),
    { x, y },
  );
}

/** A public building with a wide roof and glass doors: the office of 社協 or the support centre. Width 280. */
export function office(place: Placement & { roof?: string; sign?: string }): string {
  return group(
    [
      box(-130, -150, 260, 150, { radius: 2, fill: palette.paper }),
      path('M-146-146L-120-184H120L146-146Z', { fill: place.roof ?? palette.main }),
      box(-112, -92, 56, 48, { radius: 3, fill: palette.sky }),
      box(56, -92, 56, 48, { radius: 3, fill: palette.sky }),
      path('M-84-92V-44M84-92V-44', { width: 3 }),
      box(-34, -84, 68, 84, { radius: 3, fill: palette.sky }),
      path('M0-84V0M-10-40v14M10-40v14', { width: 3 }),
      place.sign ?? '',
    ],
    place,
  );
}

/** A walking stick from the hand (x, y) to the ground, `length` units long. */
export function stick(x: number, y: number, length: number): string {
  return path(`M${x - 10} ${y}Q${x - 8} ${y - 12} ${x + 2} ${y - 10}L${x + 6} ${y + length}`, {
    stroke: palette.brown,
    width: 6,
  });
}

/** A letter box on a post; `full` makes it overflow. */
export function letterBox(x: number, y: number, full = false): string {
  return group(
    [
      path('M0 0V-70', { width: 7, stroke: palette.brown }),
      full ? path('M-20-96L-44-122L-30-130L4-100M-4-100L-2-134L14-132L16-98', { fill: palette.paper }) : '',
      path('M-30-66V-92Q-30-108-14-108H14Q30-108 30-92V-66Z', { fill: palette.coral }),
      path('M-16-88H16', { width: 5 }),
    ],
    { x, y },
  );
}
