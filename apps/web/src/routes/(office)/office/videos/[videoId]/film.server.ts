import type { OfficeVideoView } from '@kizuna/shared/contracts/video';
import type { RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';

/** The API's address of a film for the office. */
export function filmPath(videoId: string | undefined): string {
  return `/api/office/videos/${encodeURIComponent(videoId ?? '')}`;
}

/** The film of the address; asked again while a worker prepares it. */
export function filmOf(event: RequestEvent & { depends: (...names: `${string}:${string}`[]) => void }) {
  event.depends('kizuna:films');
  return loading(event, () => api(event).get<OfficeVideoView>(filmPath(event.params.videoId)));
}
