import { redirect } from '@sveltejs/kit';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { videoOffice } from '#lib/i18n/messages/ja/video-office.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, valuesOf } from '#lib/server/form-helper.ts';
import { draftOf, filmBodyOf, filmsOf, longChoices } from '../../film-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { film, films } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getFilmFormPage, { params: { videoId: event.params.videoId } }),
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
      await call(event, videoEndpoints.changeVideo, {
        params: { videoId: event.params.videoId ?? '' },
        body,
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/videos/${event.params.videoId}?done=saved`);
  },
};
