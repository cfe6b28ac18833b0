import { videoEndpoints } from '@kizuna/shared/contracts/video.endpoints';
import { videoOffice } from '#lib/i18n/messages/ja/video-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** Every film of the office; asked again while a worker prepares one. */
export const load: PageServerLoad = async (event) => {
  event.depends('kizuna:films');
  return {
    title: videoOffice.listTitle,
    films: (await loading(event, () => call(event, videoEndpoints.listVideos))).items,
  };
};
