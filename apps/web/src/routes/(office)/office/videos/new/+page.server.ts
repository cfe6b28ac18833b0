import type { OfficeVideoView } from '@kizuna/shared/contracts/video';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { redirect } from '@sveltejs/kit';
import type { FilmDraft } from '#lib/features/video/office/film-draft.ts';
import { videoOffice } from '#lib/i18n/messages/ja/video-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, loading, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { filmBodyOf, filmsOf, longChoices } from '../film-form.server.ts';
import type { Actions, PageServerLoad } from './$types';

const empty: FilmDraft = {
  title: '',
  summary: '',
  credit: '',
  slug: '',
  version: 'long',
  digestOf: '',
  audience: 'public',
};

/** `?digestOf=` begins a digest of that film. */
export const load: PageServerLoad = async (event) => {
  const digestOf = event.url.searchParams.get('digestOf') ?? '';
  return {
    title: videoOffice.newTitle,
    draft: digestOf ? { ...empty, version: 'digest', digestOf } : empty,
    longFilms: longChoices(await loading(event, () => filmsOf(event))),
    prefix: `${event.url.host}/videos/`,
    key: crypto.randomUUID(),
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    let film: OfficeVideoView;
    try {
      const body = filmBodyOf(form, await filmsOf(event));
      film = await call(event, videoEndpoints.createVideo, { body, idempotencyKey: textOf(form, 'key') });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/videos/${film.videoId}/file?done=created`);
  },
};
