import type { OfficeVideoView } from '@kizuna/shared/contracts/video';
import { redirect } from '@sveltejs/kit';
import { videoOffice } from '#lib/i18n/messages/ja/video-office.ts';
import { t } from '#lib/i18n/t.ts';
import { api } from '#lib/server/api-client.ts';
import { failFrom, loading, valuesOf } from '#lib/server/form-helper.ts';
import { draftOf, filmBodyOf, filmsOf, longChoices } from '../../film-form.server.ts';
import { filmPath } from '../film.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const [film, films] = await loading(event, () =>
    Promise.all([api(event).get<OfficeVideoView>(filmPath(event.params.videoId)), filmsOf(event)]),
  );
  return {
    title: t(videoOffice.editTitle, { title: film.title }),
    film,
    draft: draftOf(film),
    longFilms: longChoices(films, film.videoId),
    prefix: `${event.url.host}/videos/`,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    try {
      const body = filmBodyOf(form, await filmsOf(event));
      await api(event).patch<OfficeVideoView>(filmPath(event.params.videoId), { body });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/videos/${event.params.videoId}?done=saved`);
  },
};
