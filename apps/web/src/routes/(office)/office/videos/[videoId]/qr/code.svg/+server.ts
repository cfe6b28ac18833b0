import { qrPath } from '#lib/server/qr-path.ts';
import { filmOf } from '../../film.server.ts';
import type { RequestHandler } from './$types';

/** The QR code as a drawing that prints sharp at any size. */
export const GET: RequestHandler = async (event) => {
  const film = await filmOf({ ...event, depends: () => undefined });
  const { path, size } = qrPath(`${event.url.origin}/videos/${film.slug}`);
  const drawing =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}mm" height="${size}mm" ` +
    `shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>\n`;
  return new Response(drawing, {
    headers: {
      'content-type': 'image/svg+xml',
      'content-disposition': `attachment; filename="${film.slug}.qr.svg"`,
    },
  });
};
