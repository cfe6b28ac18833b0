import { redirect } from '@sveltejs/kit';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { videoOffice } from '#lib/i18n/messages/ja/video-office.ts';
import { call } from '#lib/server/api-client.ts';
import { failFrom, textOf, valuesOf } from '#lib/server/form-helper.ts';
import { filmOf } from './film.server.ts';
import type { Actions, PageServerLoad } from './$types';

const answers = {
  saved: videoOffice.saved,
  published: videoOffice.published,
  draft: videoOffice.unpublished,
  chapters: videoOffice.chaptersSaved,
};

/** One film with everything that belongs to it. */
export const load: PageServerLoad = async (event) => {
  const film = await filmOf(event);
  const done = event.url.searchParams.get('done') ?? '';
  return {
    title: film.title,
    film,
    done: Object.hasOwn(answers, done) ? answers[done as keyof typeof answers] : null,
  };
};

export const actions: Actions = {
  publish: async (event) => {
    const form = await event.request.formData();
    const state = textOf(form, 'state');
    try {
      await call(event, videoEndpoints.setVideoPublication, {
        params: { videoId: event.params.videoId ?? '' },
        body: { state },
      });
    } catch (problem) {
      return failFrom(problem, valuesOf(form));
    }
    redirect(303, `/office/videos/${event.params.videoId}?done=${state}`);
  },
};
