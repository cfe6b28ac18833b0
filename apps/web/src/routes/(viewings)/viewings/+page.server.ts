import type { GroupViewingList } from '@kizuna/shared/contracts/viewings';
import { viewings } from '#lib/i18n/messages/ja/viewings.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
  title: viewings.title,
  now: new Date().toISOString(),
  list: await loading(event, () =>
    api(event).get<GroupViewingList>('/api/group-viewings', {
      query: { fiscalYear: event.url.searchParams.get('year') },
    }),
  ),
});
