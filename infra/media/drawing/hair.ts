import { palette } from './palette.ts';
import { ellipse, path } from './svg.ts';

/** Hair styles of the characters. The head is a circle of radius 38 around (0, 0). */
export type HairStyle = 'short' | 'bald' | 'bun' | 'bob' | 'curly' | 'cap' | 'pony' | 'side';

/** Hair in two layers: behind the face and in front of it. */
export interface Hair {
  back: string;
  front: string;
}

const crown = 'M-39 6C-46-52 46-52 39 6';

function curls(fill: string): Hair {
  const bumps: string[] = [];
  for (let step = 0; step <= 8; step += 1) {
    const angle = Math.PI * (1.08 - (step / 8) * 1.16);
    bumps.push(ellipse(Math.cos(angle) * 35, -6 - Math.sin(angle) * 31, 12, 12, { fill }));
  }
  const cover = path('M-34 -2C-36-44 36-44 34 -2C30-16 20-22 0-21C-20-22-30-16-34-2Z', {
    fill,
    stroke: 'none',
  });
  return { back: bumps.join(''), front: cover + path('M-31-6C-26-20-14-22 0-21C14-22 26-20 31-6') };
}

/**
 * Draws a hair style in the given colour. `turn` moves the parting with the face, in user units.
 */
export function drawHair(style: HairStyle, fill: string, turn: number): Hair {
  const part = Math.round(turn * 0.7);
  switch (style) {
    case 'bald':
      return {
        back: '',
        front:
          path('M-38 10C-45-2-43-18-36-25C-34-14-33-4-37 10Z', { fill }) +
          path('M38 10C45-2 43-18 36-25C34-14 33-4 37 10Z', { fill }),
      };
    case 'bun':
      return {
        back: ellipse(-part, -47, 16, 14, { fill }),
        front: path(`${crown}C37-8 27-19 ${8 + part}-24C-8-14-30-14-39 6Z`, { fill }),
      };
    case 'bob':
      return {
        back: path('M-42 2C-50-58 50-58 42 2C44 18 44 26 40 36C24 42-24 42-40 36C-44 26-44 18-42 2Z', {
          fill,
        }),
        front: path(`M-38 8C-46-50 46-50 38 8C36-6 28-16 ${10 + part}-22C-2-12-24-10-30-8C-35-4-37 2-38 8Z`, {
          fill,
        }),
      };
    case 'curly':
      return curls(fill);
    case 'cap':
      return {
        back: '',
        front:
          path('M-37-2C-39 4-38 8-36 12M37-2C39 4 38 8 36 12', { stroke: palette.ink }) +
          path('M-39-8C-40-52 40-52 39-8C16-15-16-15-39-8Z', { fill }) +
          path(
            `M${-22 + part * 2}-12C${-12 + part * 2}-4 ${30 + part * 2}-4 ${36 + part * 2}-10C${22 + part * 2}-17-6-16 ${-22 + part * 2}-12Z`,
            { fill },
          ),
      };
    case 'pony':
      return {
        back: path('M-30-22C-58-30-64 2-52 26C-44 16-42 2-34-4Z', { fill }),
        front: path(`${crown}C35-10 26-18 ${12 + part}-23C-4-12-28-12-39 6Z`, { fill }),
      };
    case 'side':
      return {
        back: '',
        front: path(`${crown}C38-6 35-14 30-18C14-14 -6-18 ${-16 + part}-25C-22-14-34-10-39 6Z`, { fill }),
      };
    default:
      return {
        back: '',
        front: path(`${crown}C37-6 32-14 26-19C10-13-12-13-26-19C-32-14-37-6-39 6Z`, { fill }),
      };
  }
}
