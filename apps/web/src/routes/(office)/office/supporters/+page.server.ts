import { peopleEndpoints } from '@kizuna/shared/contracts/people.endpoints';
import { supportersEndpoints } from '@kizuna/shared/contracts/supporters.endpoints';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { call } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { supporterFiltersOf } from '#lib/features/supporters/office/supporter-filters.server.ts';
import type { PageServerLoad } from './$types';

/** Everybody who is or was registered, filtered by the address. */
export const load: PageServerLoad = async (event) => {
  const filters = supporterFiltersOf(event.url);
  const cursor = event.url.searchParams.get('cursor') ?? '';
  const [list, activities, districts] = await loading(event, () =>
    Promise.all([
      call(event, supportersEndpoints.listSupporters, { query: { ...filters, cursor } }),
      call(event, supportersEndpoints.listSupporterActivities),
      call(event, peopleEndpoints.listDistricts),
    ]),
  );
  return {
    title: m.title,
    filters,
    cursor,
    list,
    activities: activities.items,
    districts: districts.items,
  };
};
