import sharp from 'sharp';

/** The edge of the medal: sixteen gentle waves around the centre. */
function wavyEdge(radius: number, depth: number): string {
  const waves = 16;
  const point = (turn: number, r: number) => {
    const angle = (turn / waves) * 2 * Math.PI - Math.PI / 2;
    return `${(256 + r * Math.cos(angle)).toFixed(1)} ${(222 + r * Math.sin(angle)).toFixed(1)}`;
  };
  const curves = Array.from(
    { length: waves },
    (_, wave) => `Q${point(wave + 0.5, radius + depth)} ${point(wave + 1, radius)}`,
  );
  return `M${point(0, radius)}${curves.join('')}Z`;
}

/**
 * The badge, drawn for this project in the style and colours of its illustrations: a medal with two ribbons, showing
 * two people who hold each other. It has no text: the credential inside provides that.
 */
export const badgeSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512">
<g fill="none" stroke="#1F2B5B" stroke-width="8" stroke-linecap="round" stroke-linejoin="round">
<path d="M176 330L128 478L188 452L226 496L266 356Z" fill="#6C8BE3"/>
<path d="M336 330L384 478L324 452L286 496L246 356Z" fill="#EE7B6C"/>
<path d="${wavyEdge(184, 40)}" fill="#F7D184"/>
<circle cx="256" cy="222" r="160" fill="#FFFBF5"/>
<circle cx="256" cy="222" r="140" stroke="#E8CFAE" stroke-width="5" stroke-dasharray="1 14"/>
<g transform="translate(136 124) scale(5)" stroke-width="5">
<path d="M24 20c3.500-6.500 7.500-11 12.500-11a9 9 0 0 1 8.500 9c0 7-9.500 12.500-21 18" stroke="#EE7B6C"/>
<path d="M24 36C12.500 30.500 3 25 3 18a9 9 0 0 1 8.500-9C16.500 9 20.500 13.500 24 20c1.500 3 3 5 5 6.500" stroke="#0017C1"/>
<circle cx="16" cy="4.500" r="3.500" fill="#0017C1" stroke="none"/>
<circle cx="32" cy="4.500" r="3.500" fill="#EE7B6C" stroke="none"/>
</g>
</g>
</svg>
`;

let drawn: Promise<Buffer> | undefined;

/** The badge as a PNG of 512 × 512 pixels, rendered once. */
export function badgePng(): Promise<Buffer> {
  drawn ??= sharp(Buffer.from(badgeSvg)).png({ compressionLevel: 9, palette: true }).toBuffer();
  return drawn;
}
