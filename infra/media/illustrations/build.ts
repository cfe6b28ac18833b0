/**
 * Writes the still illustrations of the web pages, all on one sheet: `node infra/media/illustrations/build.ts`. A page
 * that shows five of them fetches one file, and names each by its fragment (`illustrations.svg#phone-desk`).
 */
import { writeFileSync } from 'node:fs';
import { illustrations } from '../drawing/illustrations.ts';
import { palette } from '../drawing/palette.ts';
import { inkGroup } from '../drawing/svg.ts';
import { inProject } from '../../local/project.ts';

const sheet = inProject('apps', 'web', 'src', 'lib', 'ui', 'illustrations.svg');
const limitBytes = 12_000;
const height = 360;
const legend = Object.entries(palette)
  .map(([name, colour]) => `${name} ${colour}`)
  .join(', ');

const pictures = Object.entries(illustrations).map(([name, draw], at) => {
  const drawn = inkGroup(draw()).replaceAll('/><', '/>\n<');
  const bytes = Buffer.byteLength(drawn);
  if (bytes > limitBytes) throw new Error(`${name} has ${bytes} bytes; the limit is ${limitBytes}`);
  const top = at * height;
  return `<view id="${name}" viewBox="0 ${top} 480 ${height}"/>
<svg y="${top}" width="480" height="${height}">
${drawn}
</svg>`;
});
// the size of one picture, so that its proportions are known before its place on the sheet
writeFileSync(
  sheet,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 ${height}">
<!-- きずな講座. Palette: ${legend} -->
${pictures.join('\n')}
</svg>
`,
);
