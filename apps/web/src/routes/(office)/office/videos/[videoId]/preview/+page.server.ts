import { redirect } from '@sveltejs/kit';
import { videoOffice } from '#lib/i18n/messages/ja/video-office.ts';
import { t } from '#lib/i18n/t.ts';
import { filmOf } from '../film.server.ts';
import type { PageServerLoad } from './$types';

/** The film as everybody will see it, and its publication. A film without a file has nothing to show yet. */
export const load: PageServerLoad = async (event) => {
  const film = await filmOf(event);
  if (!film.film) redirect(303, `/office/videos/${film.videoId}`);
  return { title: t(videoOffice.previewTitle, { title: film.title }), film, player: film.film };
};
