import type { VideoView } from '@kizuna/shared/contracts/video';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const path = `/api/videos/${encodeURIComponent(event.params.slug)}`;
  const query = { language: event.url.searchParams.get('language') };
  const video = await loading(event, () => api(event).get<VideoView>(path, { query }));
  const address = `${event.url.origin}/videos/${video.slug}`;
  return { title: video.title, video, address, code: qrPath(address) };
};
