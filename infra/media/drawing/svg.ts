import { lineWidth, palette } from './palette.ts';

/** A point in user units: [x, y]. */
export type Point = readonly [number, number];

/** Rounds a coordinate to one decimal, so that the files stay small. */
export function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Paint of a shape; the outline is inherited from the surrounding `drawing` unless it is given. */
export interface Paint {
  fill?: string;
  stroke?: string;
  width?: number;
  opacity?: number;
  dash?: string;
}

function paintAttributes(paint: Paint): string {
  const parts: string[] = [];
  if (paint.fill) parts.push(`fill="${paint.fill}"`);
  if (paint.stroke) parts.push(`stroke="${paint.stroke}"`);
  if (paint.width !== undefined) parts.push(`stroke-width="${round(paint.width)}"`);
  if (paint.opacity !== undefined && paint.opacity < 1) parts.push(`opacity="${paint.opacity.toFixed(2)}"`);
  if (paint.dash) parts.push(`stroke-dasharray="${paint.dash}"`);
  return parts.length > 0 ? ` ${parts.join(' ')}` : '';
}

/** A path; `d` is written unchanged. */
export function path(d: string, paint: Paint = {}): string {
  return `<path d="${d}"${paintAttributes(paint)}/>`;
}

/** A circle, or an ellipse if `ry` is given. */
export function ellipse(cx: number, cy: number, rx: number, ry: number, paint: Paint = {}): string {
  if (rx === ry) {
    return `<circle cx="${round(cx)}" cy="${round(cy)}" r="${round(rx)}"${paintAttributes(paint)}/>`;
  }
  return `<ellipse cx="${round(cx)}" cy="${round(cy)}" rx="${round(rx)}" ry="${round(ry)}"${paintAttributes(paint)}/>`;
}

/** A rectangle; `radius` rounds its corners. */
export function box(
  x: number,
  y: number,
  w: number,
  h: number,
  { radius = 0, ...paint }: Paint & { radius?: number } = {},
): string {
  const corner = radius > 0 ? ` rx="${round(radius)}"` : '';
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(w)}" height="${round(h)}"${corner}${paintAttributes(paint)}/>`;
}

/** Placement of a group. `flip` mirrors it left to right. */
export interface Placement {
  x?: number;
  y?: number;
  scale?: number;
  rotate?: number;
  flip?: boolean;
  opacity?: number;
}

/** Groups children under one transform; without a transform or opacity they are returned unwrapped. */
export function group(children: string | string[], place: Placement = {}): string {
  const inner = Array.isArray(children) ? children.join('') : children;
  const steps: string[] = [];
  if (place.x || place.y) steps.push(`translate(${round(place.x ?? 0)} ${round(place.y ?? 0)})`);
  if (place.rotate) steps.push(`rotate(${round(place.rotate)})`);
  const scale = place.scale ?? 1;
  if (place.flip) steps.push(`scale(${-scale} ${scale})`);
  else if (scale !== 1) steps.push(`scale(${Math.round(scale * 1000) / 1000})`);
  const transform = steps.length > 0 ? ` transform="${steps.join(' ')}"` : '';
  const opacity =
    place.opacity !== undefined && place.opacity < 1 ? ` opacity="${place.opacity.toFixed(3)}"` : '';
  return transform || opacity ? `<g${transform}${opacity}>${inner}</g>` : inner;
}

/** Path data of a smooth curve from shoulder through elbow to hand. */
export function bend(from: Point, through: Point, to: Point): string {
  return `M${round(from[0])} ${round(from[1])}Q${round(through[0])} ${round(through[1])} ${round(to[0])} ${round(to[1])}`;
}

/** An outlined tube along a path, used for arms, legs and straps. */
export function tube(d: string, width: number, fill: string): string {
  return path(d, { width: width + lineWidth * 2 }) + path(d, { width, stroke: fill });
}

/** Wraps shapes in a group with the common line style. */
export function inkGroup(children: string): string {
  return `<g fill="none" stroke="${palette.line}" stroke-width="${lineWidth}" stroke-linecap="round" stroke-linejoin="round">${children}</g>`;
}
