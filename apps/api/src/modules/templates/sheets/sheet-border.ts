import type { SheetBorder } from '@kizuna/shared/vocabulary/templates';

const gold = '#a8853a';
const blue = '#1f3d7a';
const ink = '#3a3a3a';

/** The border of a paper as an SVG picture of its size (in mm); undefined if the design has none. */
export function borderSvg(
  border: SheetBorder,
  width: number,
  height: number,
  inset: number,
): string | undefined {
  if (border === 'none') return undefined;
  const parts = { simple, double, ornate }[border](width, height, inset);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}" fill="none">${parts}</svg>`;
}

function simple(width: number, height: number, inset: number): string {
  return rectangle(width, height, inset, { width: 0.35, colour: ink });
}

/** Blue outside, gold inside, a small ring in each corner. */
function double(width: number, height: number, inset: number): string {
  const at = inset + 7;
  const rings = [at, width - at].flatMap((x) =>
    [at, height - at].map(
      (y) => `<circle cx="${x}" cy="${y}" r="2.2" stroke="${gold}" stroke-width="0.21"/>`,
    ),
  );
  const scale = inset >= 8 ? 1 : 0.45;
  // A card has no room for rings
  return (
    rectangle(width, height, inset, { width: 0.78 * scale, colour: blue, radius: 2 * scale }) +
    rectangle(width, height, inset + 2.5 * scale, { width: 0.21, colour: gold, radius: 1.4 * scale }) +
    (inset >= 8 ? rings.join('') : '')
  );
}

/** A band of 雷文 (meanders) between gold lines, a lozenge in each corner. */
function ornate(width: number, height: number, inset: number): string {
  // On a card the band is narrow, so that the text does not touch it
  const band = inset >= 8 ? 5.4 : 1.7;
  const thin = band * 0.055;
  const [x0, y0, x1, y1] = [inset, inset, width - inset, height - inset];
  const [across, down] = [x1 - x0 - 2 * band, y1 - y0 - 2 * band];
  const strips = [
    meander(across, band, `translate(${x0 + band} ${y0})`),
    meander(across, band, `translate(${x1 - band} ${y1}) rotate(180)`),
    meander(down, band, `translate(${x1} ${y0 + band}) rotate(90)`),
    meander(down, band, `translate(${x0} ${y1 - band}) rotate(270)`),
  ];
  const corners = [x0, x1 - band].flatMap((x) => [y0, y1 - band].map((y) => corner(x, y, band)));
  return (
    rectangle(width, height, inset - band / 6, { width: band / 9, colour: gold }) +
    rectangle(width, height, inset, { width: thin * 1.2, colour: gold }) +
    rectangle(width, height, inset + band, { width: thin * 1.2, colour: gold }) +
    rectangle(width, height, inset + band * 1.2, { width: band / 30, colour: gold }) +
    `<g stroke="${gold}" stroke-width="${fixed(thin)}" stroke-linejoin="miter">${strips.join('')}${corners.join('')}</g>`
  );
}

function meander(length: number, band: number, place: string): string {
  const count = Math.max(1, Math.round(length / (band * 0.86)));
  const unit = length / count;
  const spiral = [
    [0.06, 0.86],
    [0.06, 0.16],
    [0.86, 0.16],
    [0.86, 0.7],
    [0.3, 0.7],
    [0.3, 0.42],
    [0.6, 0.42],
  ] as const;
  const paths = Array.from({ length: count }, (_, at) => {
    const points = spiral.map(([x, y]) => `${fixed((at + x) * unit)} ${fixed(y * band)}`);
    return `M${points.join('L')}`;
  });
  return `<path transform="${place}" d="${paths.join('')}M0 ${fixed(0.86 * band)}H${fixed(length)}"/>`;
}

function corner(x: number, y: number, band: number): string {
  const [cx, cy, half, small] = [x + band / 2, y + band / 2, band * 0.36, band * 0.14];
  const lozenge = (size: number) =>
    `M${fixed(cx - size)} ${fixed(cy)}L${fixed(cx)} ${fixed(cy - size)}L${fixed(cx + size)} ${fixed(cy)}L${fixed(cx)} ${fixed(cy + size)}Z`;
  return `<rect x="${fixed(x)}" y="${fixed(y)}" width="${band}" height="${band}"/><path d="${lozenge(half)}"/><path d="${lozenge(small)}" fill="${gold}"/>`;
}

interface Line {
  width: number;
  colour: string;
  /** The radius of the corners; square if omitted. */
  radius?: number;
}

/** A line around the sheet, `inset` mm from its edges. */
function rectangle(width: number, height: number, inset: number, line: Line): string {
  const { width: stroke, colour, radius = 0 } = line;
  return `<rect x="${fixed(inset)}" y="${fixed(inset)}" width="${fixed(width - 2 * inset)}" height="${fixed(height - 2 * inset)}" rx="${fixed(radius)}" stroke="${colour}" stroke-width="${fixed(stroke)}"/>`;
}

function fixed(length: number): string {
  return String(Math.round(length * 1000) / 1000);
}
