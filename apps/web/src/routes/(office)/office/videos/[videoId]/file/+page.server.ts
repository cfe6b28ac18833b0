import { filmUpload } from '#lib/i18n/messages/ja/film-upload.ts';
import { t } from '#lib/i18n/t.ts';
import { filmOf } from '../film.server.ts';
import type { PageServerLoad } from './$types';

/** The page that sends a film's file. */
export const load: PageServerLoad = async (event) => {
  const film = await filmOf(event);
  return {
    title: t(filmUpload.title, { title: film.title }),
    film,
    created: event.url.searchParams.get('done') === 'created',
  };
};
