import type { RequestEvent } from '@sveltejs/kit';
import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';

/** The film of the address; asked again while a worker prepares it. */
export function filmOf(event: RequestEvent & { depends: (...names: `${string}:${string}`[]) => void }) {
  event.depends('kizuna:films');
  return loading(event, () =>
    call(event, videoEndpoints.getVideo, { params: { videoId: event.params.videoId ?? '' } }),
  );
}
