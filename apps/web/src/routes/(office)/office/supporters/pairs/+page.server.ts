import { activitiesEndpoints } from '@kizuna/shared/contracts/activities.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import type { PageServerLoad } from './$types';

/** The pairs that go out together; with ?over those that were dissolved. */
export const load: PageServerLoad = async (event) => {
  const over = event.url.searchParams.has('over');
  const list = await loading(event, () =>
    call(event, activitiesEndpoints.listPairs, { query: { dissolved: String(over) } }),
  );
  return {
    title: m.pairsTitle,
    pairs: list.items,
    over,
    dissolved: event.url.searchParams.has('dissolved'),
  };
};
