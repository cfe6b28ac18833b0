import type { CaptionTrackView, OfficeVideoView } from '@kizuna/shared/contracts/video';
import { formatWebVtt } from '@kizuna/shared/rules/captions';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { filmPath } from '../../../film.server.ts';
import { trackPath } from '../track.server.ts';
import type { RequestHandler } from './$types';

/** The saved captions as a WebVTT file. */
export const GET: RequestHandler = async (event) => {
  const [film, track] = await loading(event, () =>
    Promise.all([
      api(event).get<OfficeVideoView>(filmPath(event.params.videoId)),
      api(event).get<CaptionTrackView>(trackPath(event)),
    ]),
  );
  return new Response(formatWebVtt(track.cues), {
    headers: {
      'content-type': 'text/vtt; charset=utf-8',
      'content-disposition': `attachment; filename="${film.slug}.${track.language}.vtt"`,
    },
  });
};
