import { error } from '@sveltejs/kit';
import { sheetSizes } from '#lib/features/video/office/sheet-facts.ts';
import { videoOffice } from '#lib/i18n/messages/ja/video-office.ts';
import { t } from '#lib/i18n/t.ts';
import { messageOf } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import { filmOf } from '../../film.server.ts';
import type { PageServerLoad } from './$types';

/** A sheet to print, with the film's code, title and length. */
export const load: PageServerLoad = async (event) => {
  const size = sheetSizes.find((each) => each === event.params.size);
  if (!size) error(404, { message: messageOf('platform.not_found') });
  const film = await filmOf(event);
  return {
    title: t(videoOffice.qrTitle, { title: film.title }),
    size,
    film,
    code: qrPath(`${event.url.origin}/videos/${film.slug}`),
    address: `${event.url.host}/videos/${film.slug}`,
  };
};
