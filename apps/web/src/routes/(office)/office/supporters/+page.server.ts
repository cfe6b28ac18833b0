import type { DistrictList } from '@kizuna/shared/contracts/people';
import type { SupporterActivityList, SupporterPage } from '@kizuna/shared/contracts/supporters';
import { supportersOffice as m } from '#lib/i18n/messages/ja/supporters-office.ts';
import { api } from '#lib/server/api-client.ts';
import { loading } from '#lib/server/form-helper.ts';
import { givenOf, supporterFiltersOf } from '#lib/features/supporters/office/supporter-filters.server.ts';
import type { PageServerLoad } from './$types';

/** Everybody who is or was registered, filtered by the address. */
export const load: PageServerLoad = async (event) => {
  const filters = supporterFiltersOf(event.url);
  const cursor = event.url.searchParams.get('cursor') ?? '';
  const [list, activities, districts] = await loading(event, () =>
    Promise.all([
      api(event).get<SupporterPage>('/api/office/supporters', {
        query: givenOf({ ...filters, cursor }),
      }),
      api(event).get<SupporterActivityList>('/api/supporter-activities'),
      api(event).get<DistrictList>('/api/districts'),
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
