import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { formatWebVtt } from '@kizuna/shared/rules/captions';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { RequestHandler } from './$types';

/** The saved captions as a WebVTT file. */
export const GET: RequestHandler = async (event) => {
  const [film, track] = await loading(event, () =>
    Promise.all([
      call(event, videoEndpoints.getVideo, { params: { videoId: event.params.videoId ?? '' } }),
      call(event, videoEndpoints.getCaptions, {
        params: { videoId: event.params.videoId ?? '', language: event.params.language ?? '' },
      }),
    ]),
  );
  return new Response(formatWebVtt(track.cues), {
    headers: {
      'content-type': 'text/vtt; charset=utf-8',
      'content-disposition': `attachment; filename="${film.slug}.${track.language}.vtt"`,
    },
  });
};
