import { palette } from '../../drawing/palette.ts';
import { box, ellipse, group, path } from '../../drawing/svg.ts';

export const width = 1280;
export const height = 720;

/** The input of a scene. Times are seconds from the start of the shot. */
export interface Moment {
  time: number;
  length: number;
  /** Start of the line `index`; if the shot has fewer lines than `of`, the times are spread evenly. */
  cue: (index: number, of: number) => number;
  /** Whether the narrator is speaking. */
  speaking: boolean;
  card?: { title: string; number: number };
}

/** Draws one frame. Pure: the same input always gives the same picture. */
export type Scene = (moment: Moment) => string;

const smooth = (x: number): number => x * x * (3 - 2 * x);

/** 0 before `at`, 1 after `at + seconds`, with easing in between. */
export function rise(time: number, at: number, seconds = 0.7): number {
  return smooth(Math.min(1, Math.max(0, (time - at) / seconds)));
}

/** A slow oscillation between −1 and 1. */
export function swing(time: number, period = 3, phase = 0): number {
  return Math.sin(((time / period + phase) % 1) * Math.PI * 2);
}

/** An entrance: the children fade in and move up a little. */
export function enter(children: string, progress: number, lift = 24): string {
  return progress <= 0 ? '' : group(children, { y: (1 - progress) * lift, opacity: progress });
}

/** Eyes that blink from time to time; each person has a different `seed`. */
export function blinking(time: number, seed: number): 'open' | 'closed' {
  return (time + seed * 1.37) % 3.9 < 0.16 ? 'closed' : 'open';
}

/** A mouth that moves while the person talks. */
export function talking(time: number, active: boolean): 'open' | 'smile' {
  return active && (time * 2.6) % 1 < 0.55 ? 'open' : 'smile';
}

/** A small nod in degrees. */
export function nod(time: number, seed = 0): number {
  const phase = (time + seed) % 2.6;
  return phase < 0.8 ? Math.sin((phase / 0.8) * Math.PI) * 6 : 0;
}

/** Text in the picture. `size` is the font size. */
export function words(
  text: string,
  x: number,
  y: number,
  size: number,
  options: { fill?: string; anchor?: 'start' | 'middle' | 'end'; weight?: 400 | 700; spacing?: number } = {},
): string {
  const spacing = options.spacing ? ` letter-spacing="${options.spacing}"` : '';
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${options.weight ?? 700}" text-anchor="${options.anchor ?? 'middle'}" fill="${options.fill ?? palette.line}" stroke="none"${spacing}>${text}</text>`;
}

/** Vertical text for flags; each character is centred on x. */
export function verticalWords(text: string, x: number, y: number, size: number, fill: string): string {
  return Array.from(text)
    .map((letter, index) => words(letter, x, y + index * size * 1.12, size, { fill }))
    .join('');
}

/** The keyword of a scene, at the top; the coral thread underlines it as an animation. */
export function keyword(text: string, progress: number, x = 640, y = 118, size = 68): string {
  const half = (Array.from(text).length * size) / 2;
  const drawn = Math.round(half * 2 * progress);
  const line =
    progress > 0.02
      ? path(`M${x - half} ${y + 28}q${half / 2}-14 ${half} 0t${half} 0`, {
          stroke: palette.coral,
          width: 8,
          dash: `${drawn + 1} 3000`,
        })
      : '';
  return enter(words(text, x, y, size), progress, 14) + line;
}

/** A rounded text label, centred on (x, y). */
export function label(
  text: string,
  x: number,
  y: number,
  {
    size = 34,
    fill = palette.paper,
    ink = palette.line,
  }: { size?: number; fill?: string; ink?: string } = {},
): string {
  const wide = Array.from(text).length * size + size * 1.3;
  return (
    box(x - wide / 2, y - size * 0.9, wide, size * 1.8, { radius: size * 0.9, fill }) +
    words(text, x, y + size * 0.36, size, { fill: ink })
  );
}

/** Sky and ground. The lowest 120 units stay empty for the captions. */
export function ground(colour: string = palette.mist, sky: string = palette.paper, level = 566): string {
  return (
    box(0, 0, width, height, { fill: sky, stroke: 'none' }) +
    path(`M0 ${level}C320 ${level - 16} 900 ${level + 14} 1280 ${level - 4}V720H0Z`, {
      fill: colour,
      stroke: 'none',
    })
  );
}

/** A room: a wall and a floor. */
export function room(wall: string = palette.cream, floor: string = palette.paper): string {
  return (
    box(0, 0, width, height, { fill: wall, stroke: 'none' }) +
    box(0, 566, width, 154, { fill: floor, stroke: 'none' }) +
    path('M0 566H1280', { stroke: palette.sand, width: 4 })
  );
}

/** A drifting cloud. */
export function cloud(x: number, y: number, time: number, scale = 1): string {
  return group(
    path('M-60 20C-92 18-90-20-58-20C-52-52-4-56 6-26C38-40 66-10 50 10C60 16 54 20 44 20Z', {
      fill: '#FFFFFF',
      stroke: palette.sky,
    }),
    { x: x + time * 4, y, scale },
  );
}

/** A thread whose drawing is animated; `length` is at least the length of the path. */
export function drawnThread(d: string, progress: number, length: number, lineWidth = 7): string {
  if (progress <= 0) return '';
  return path(d, {
    stroke: palette.coral,
    width: lineWidth,
    ...(progress < 1 ? { dash: `${Math.round(length * progress) + 1} ${length * 2}` } : {}),
  });
}

/** A thought bubble near a head. */
export function thought(x: number, y: number, radius: number, inner: string, tail: -1 | 1): string {
  return (
    ellipse(x + tail * radius * 0.95, y + radius * 1.02, 9, 9, { fill: palette.paper }) +
    ellipse(x, y, radius * 1.18, radius, { fill: palette.paper }) +
    group(inner, { x, y })
  );
}
