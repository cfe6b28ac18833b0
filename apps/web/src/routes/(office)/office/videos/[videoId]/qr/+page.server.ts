import { videoOffice } from '#lib/i18n/messages/ja/video-office.ts';
import { t } from '#lib/i18n/t.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import { filmOf } from '../film.server.ts';
import type { PageServerLoad } from './$types';

/** The QR code of a film's public address. */
export const load: PageServerLoad = async (event) => {
  const film = await filmOf(event);
  const address = `${event.url.origin}/videos/${film.slug}`;
  return { title: t(videoOffice.qrTitle, { title: film.title }), film, address, code: qrPath(address) };
};
