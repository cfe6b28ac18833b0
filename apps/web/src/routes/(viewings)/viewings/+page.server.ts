import { viewingsEndpoints } from '@kizuna/shared/contracts/viewings.endpoints';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: viewings.title,
  now: new Date().toISOString(),
  list: await loading(event, () =>
    call(event, viewingsEndpoints.listViewings, {
      query: { fiscalYear: event.url.searchParams.get('year') },
    }),
  ),
});
