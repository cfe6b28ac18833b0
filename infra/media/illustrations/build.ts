/** Writes the illustrations of the web pages: `node infra/media/illustrations/build.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { illustrations } from '../drawing/illustrations.ts';
import { palette } from '../drawing/palette.ts';
import { inkGroup } from '../drawing/svg.ts';

const limitBytes = 12_000;
const legend = Object.entries(palette)
  .map(([name, colour]) => `${name} ${colour}`)
  .join(', ');

for (const [name, draw] of Object.entries(illustrations)) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 360">\n<!-- きずな講座 ${name}. Palette: ${legend} -->\n${inkGroup(draw()).replaceAll('/><', '/>\n<')}\n</svg>\n`;
  const bytes = Buffer.byteLength(svg);
  if (bytes > limitBytes) throw new Error(`${name}.svg has ${bytes} bytes; the limit is ${limitBytes}`);
  writeFileSync(join(import.meta.dirname, `${name}.svg`), svg);
}
