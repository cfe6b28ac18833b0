import type { CaptionTrackView } from '@kizuna/shared/contracts/video';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { pagesOfficeEndpoints } from '@kizuna/shared/contracts/pages.office.endpoints';
import { formatWebVtt } from '@kizuna/shared/rules/captions';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import {
  captionFileText,
  largestCaptionFileBytes,
  readCaptions,
} from '#lib/features/video/office/caption-problems.ts';
import { captionsOffice } from '#lib/i18n/messages/ja/captions-office.ts';
import { videoOffice } from '#lib/i18n/messages/ja/video-office.ts';
import { t } from '#lib/i18n/t.ts';
import { call } from '#lib/server/api-client.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { errorsOf, loading, messageOf, textOf } from '#lib/server/form-helper.ts';
import { captionLanguageOf } from './track.server.ts';
import type { Actions, PageServerLoad } from './$types';

/** A track with its film; `?as=text` shows it as a text, as it is without JavaScript. */
export const load: PageServerLoad = async (event) => {
  event.depends('kizuna:films');
  const language = captionLanguageOf(event.params.language);
  if (!language) error(404, { message: messageOf('platform.not_found') });
  const { film, track, japanese } = await loading(event, () =>
    call(event, pagesOfficeEndpoints.getCaptionsPage, {
      params: { videoId: event.params.videoId, language },
    }),
  );
  return {
    title: t(captionsOffice.title, { title: film.title, language: videoOffice.languages[language] }),
    film,
    track,
    languageName: videoOffice.languages[language],
    japanese,
    asText: event.url.searchParams.get('as') === 'text',
    done: event.url.searchParams.has('saved') ? captionsOffice.saved : null,
  };
};

const problemsOf = (problems: readonly string[]) =>
  problems.slice(0, 20).map((message) => ({ field: 'text', message }));

/** The film's length, by which captions are measured. */
async function durationOf(event: RequestEvent): Promise<number | null> {
  return (await call(event, videoEndpoints.getVideo, { params: { videoId: event.params.videoId ?? '' } }))
    .durationMs;
}

export const actions: Actions = {
  save: async (event) => {
    const form = await event.request.formData();
    const text = textOf(form, 'text');
    const revision = Number(textOf(form, 'revision'));
    let track: CaptionTrackView;
    try {
      const { cues, problems, skipped } = readCaptions(text, await durationOf(event));
      const mayPass = textOf(form, 'skip') !== '' && problems.length === skipped;
      if (problems.length > 0 && !mayPass)
        return fail(400, {
          text,
          revision,
          errors: problemsOf(problems),
          skippable: problems.length === skipped,
        });
      track = await call(event, videoEndpoints.saveCaptions, {
        params: { videoId: event.params.videoId ?? '', language: event.params.language ?? '' },
        body: { revision, cues },
      });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      if (problem.code !== 'video.changed_meanwhile')
        return fail(problem.status, { text, revision, errors: errorsOf(problem) });
      const theirs = await call(event, videoEndpoints.getCaptions, {
        params: { videoId: event.params.videoId ?? '', language: event.params.language ?? '' },
      });
      const conflict = { revision: theirs.revision, cues: theirs.cues };
      return fail(409, { text, revision: theirs.revision, errors: [], conflict });
    }
    const as = event.url.searchParams.get('as') === 'text' ? '&as=text' : '';
    redirect(303, `${event.url.pathname}?saved=${track.revision}${as}`);
  },
  read: async (event) => {
    const file = (await event.request.formData()).get('file');
    const refuse = (message: string) => fail(400, { errors: [{ field: 'file', message }] });
    if (!(file instanceof File) || file.size === 0) return refuse(captionsOffice.fileMissing);
    if (file.size > largestCaptionFileBytes) return refuse(captionsOffice.fileLarge);
    const text = captionFileText(await file.arrayBuffer());
    const { cues, problems, skipped } = readCaptions(text, await durationOf(event));
    if (cues.length === 0 && problems.length > 0) return refuse(captionsOffice.fileUnknown);
    const errors = problemsOf(problems);
    if (errors.length === 0) return { text: formatWebVtt(cues), read: true };
    return fail(400, { text, errors, skippable: problems.length === skipped });
  },
  remove: async (event) => {
    try {
      await call(event, videoEndpoints.deleteCaptions, {
        params: { videoId: event.params.videoId ?? '', language: event.params.language ?? '' },
      });
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      return fail(problem.status, { errors: errorsOf(problem) });
    }
    redirect(303, `/office/videos/${event.params.videoId}?done=saved`);
  },
};
