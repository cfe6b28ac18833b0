import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { video } from '#lib/i18n/messages/ja/video.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: video.listTitle,
  videos: (await loading(event, () => call(event, videoEndpoints.listPublicVideos))).items,
});
