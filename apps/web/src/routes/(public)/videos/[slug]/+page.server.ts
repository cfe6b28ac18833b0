import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { qrPath } from '#lib/server/qr-path.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const query = { language: event.url.searchParams.get('language') };
  const video = await loading(event, () =>
    call(event, videoEndpoints.getPublicVideo, { params: { slug: event.params.slug }, query }),
  );
  const address = `${event.url.origin}/videos/${video.slug}`;
  return { title: video.title, video, address, code: qrPath(address) };
};
