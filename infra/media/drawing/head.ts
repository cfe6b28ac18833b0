import { drawHair } from './hair.ts';
import type { HairStyle } from './hair.ts';
import { palette } from './palette.ts';
import { ellipse, group, path } from './svg.ts';

/** A face and its expression. `turn` is −1 (looks left) … 1 (looks right); `tilt` is in degrees. */
export interface Head {
  hair: HairStyle;
  hairColour?: string;
  turn?: number;
  tilt?: number;
  eyes?: 'open' | 'closed' | 'happy' | 'down';
  mouth?: 'smile' | 'open' | 'calm' | 'worry';
  glasses?: boolean;
}

const blackDot = { fill: palette.line, stroke: 'none' };

function drawEyes(kind: NonNullable<Head['eyes']>, shift: number): string {
  const left = shift - 13;
  const right = shift + 13;
  switch (kind) {
    case 'closed':
      return path(`M${left - 5} 3q5 4 10 0M${right - 5} 3q5 4 10 0`, { width: 3 });
    case 'happy':
      return path(`M${left - 5} 4q5-7 10 0M${right - 5} 4q5-7 10 0`, { width: 3 });
    case 'down':
      return path(`M${left - 5} 4q5 2 10 0M${right - 5} 4q5 2 10 0`, { width: 3 });
    default:
      return ellipse(left, 2, 3.4, 3.8, blackDot) + ellipse(right, 2, 3.4, 3.8, blackDot);
  }
}

function drawMouth(kind: NonNullable<Head['mouth']>, at: number): string {
  switch (kind) {
    case 'open':
      return path(`M${at - 7} 17q7-2 14 0q-1 10-7 10t-7-10Z`, { fill: palette.coral, width: 3 });
    case 'calm':
      return path(`M${at - 6} 20q6 2 12 0`, { width: 3 });
    case 'worry':
      return path(`M${at - 6} 22q6-5 12 0`, { width: 3 });
    default:
      return path(`M${at - 9} 17q9 9 18 0`, { width: 3 });
  }
}

/** Draws a head around (0, 0), radius 38; the neck hangs below it. */
export function drawHead(head: Head): string {
  const shift = Math.round((head.turn ?? 0) * 13);
  const hair = drawHair(head.hair, head.hairColour ?? palette.silver, shift);
  const ears =
    (shift < 9 ? ellipse(38 - Math.max(0, shift) * 0.3, 6, 6, 8, { fill: palette.skin }) : '') +
    (shift > -9 ? ellipse(-38 - Math.min(0, shift) * 0.3, 6, 6, 8, { fill: palette.skin }) : '');
  const cheeks =
    ellipse(shift - 21, 14, 7, 5, { fill: palette.blush, stroke: 'none' }) +
    ellipse(shift + 21, 14, 7, 5, { fill: palette.blush, stroke: 'none' });
  const nose = path(`M${shift + Math.sign(shift) * 2} 7q3 3-1 5`, { width: 3 });
  const glasses = head.glasses
    ? ellipse(shift - 13, 2, 10, 10, { width: 3 }) +
      ellipse(shift + 13, 2, 10, 10, { width: 3 }) +
      path(`M${shift - 3} 1h6`, { width: 3 })
    : '';
  const parts = [
    hair.back,
    ears,
    ellipse(0, 0, 38, 38, { fill: palette.skin }),
    cheeks,
    hair.front,
    drawEyes(head.eyes ?? 'open', shift),
    nose,
    drawMouth(head.mouth ?? 'smile', Math.round(shift * 1.1)),
    glasses,
  ];
  return group(parts, { rotate: head.tilt ?? 0 });
}
