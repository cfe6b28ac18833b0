import { drawHead } from './head.ts';
import type { Head } from './head.ts';
import { palette } from './palette.ts';
import { bend, ellipse, group, path, tube } from './svg.ts';
import type { Point } from './svg.ts';

/** An arm: the control point at the elbow and the end point at the hand, in the figure's coordinates. */
export interface Arm {
  elbow: Point;
  hand: Point;
}

/**
 * A character. The origin is between the feet on the ground (standing) or below the seat on the ground
 * (sitting); a standing figure is about 305 units high. `bust` has no legs, for people behind a table.
 */
export interface Figure extends Head {
  x: number;
  y: number;
  scale?: number;
  flip?: boolean;
  pose?: 'stand' | 'sit' | 'bust' | 'walk';
  top: string;
  bottom?: string;
  /** Lean of the upper body to the right, in degrees. */
  lean?: number;
  left?: Arm;
  right?: Arm;
  /** The arm that is drawn behind the body. */
  behind?: 'left' | 'right';
  apron?: string;
  /** Phase of the step when walking, −1 … 1. */
  step?: number;
  /** Held objects that are drawn over the arms. */
  holds?: string;
  /** Held objects that are drawn under the arms. */
  holdsUnder?: string;
}

const restLeft: Arm = { elbow: [-58, -165], hand: [-44, -120] };
const restRight: Arm = { elbow: [58, -165], hand: [44, -120] };

function drawArm(shoulder: Point, arm: Arm, sleeve: string): string {
  const middle = (a: Point, b: Point, t: number): Point => [
    a[0] + (b[0] - a[0]) * t,
    a[1] + (b[1] - a[1]) * t,
  ];
  const cut = 0.8;
  const elbow = middle(shoulder, arm.elbow, cut);
  const cuff = middle(elbow, middle(arm.elbow, arm.hand, cut), cut);
  return (
    tube(bend(shoulder, arm.elbow, arm.hand), 12, palette.skin) +
    ellipse(arm.hand[0], arm.hand[1], 10, 10, { fill: palette.skin }) +
    tube(bend(shoulder, elbow, cuff), 18, sleeve)
  );
}

function shoe(x: number, y: number, direction: number): string {
  return path(
    `M${x - 13 * direction} ${y}h${32 * direction}c0-11 ${-9 * direction}-15 ${-17 * direction}-15h${-15 * direction}Z`,
    {
      fill: palette.ink,
    },
  );
}

function drawLegs(figure: Figure): string {
  const cloth = figure.bottom ?? palette.ink;
  const side = figure.pose === 'sit' || figure.pose === 'walk' ? 1 : 0;
  if (figure.pose === 'bust') return '';
  if (side && figure.pose === 'sit') {
    return (
      shoe(66, 0, 1) +
      tube('M2-84L62-84L62-18', 26, cloth) +
      tube('M-8-78L50-78L50-14', 26, cloth) +
      shoe(52, 3, 1)
    );
  }
  const stride = figure.pose === 'walk' ? (figure.step ?? 0.8) * 22 : 0;
  const lift = Math.abs(stride) < 8 && figure.pose === 'walk' ? -4 : 0;
  const leg = (hipX: number, footX: number): string =>
    shoe(footX + (side ? 0 : Math.sign(hipX) * 2), lift, side || hipX > 0 ? 1 : -1) +
    tube(`M${hipX}-116L${Math.round(footX)} ${-18 + lift}`, 27, cloth);
  return leg(-16, -17 - stride) + leg(16, 17 + stride);
}

const torso = 'M-20-223C-34-221-41-210-41-196L-37-108Q0-100 37-108L41-196C41-210 34-221 20-223Q0-211-20-223Z';

/** Draws a character. Everything that moves is a parameter, so each frame of the film takes one call. */
export function drawFigure(figure: Figure): string {
  const drop = figure.pose === 'sit' ? 26 : 0;
  const shoulderLeft: Point = [-33, -200];
  const shoulderRight: Point = [33, -200];
  const left = drawArm(shoulderLeft, figure.left ?? restLeft, figure.top);
  const right = drawArm(shoulderRight, figure.right ?? restRight, figure.top);
  const apron = figure.apron
    ? path('M-22-190L-24-150Q-34-146-33-106Q0-98 33-106Q34-146 24-150L22-190Z', { fill: figure.apron }) +
      path('M-22-190L-16-220M22-190L16-220')
    : path('M-12-220L0-206L12-220', { width: 3 });
  const upper = [
    figure.behind === 'left' ? left : '',
    figure.behind === 'right' ? right : '',
    path(torso, { fill: figure.top }),
    tube('M0-230V-222', 16, palette.skin),
    apron,
    group(drawHead(figure), { x: (figure.lean ?? 0) * 0.2, y: -262 }),
    figure.holdsUnder ?? '',
    figure.behind === 'left' ? '' : left,
    figure.behind === 'right' ? '' : right,
    figure.holds ?? '',
  ];
  const legs = drawLegs(figure);
  const body = group(group(upper, { y: 108 }), { y: drop - 108, rotate: figure.lean ?? 0 });
  const seated = figure.pose === 'sit';
  return group(seated ? body + legs : legs + body, {
    x: figure.x,
    y: figure.y,
    scale: figure.scale ?? 1,
    ...(figure.flip ? { flip: true } : {}),
  });
}
